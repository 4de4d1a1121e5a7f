import fc from 'fast-check';
import { ProblemError } from '../../lib/kernel/problem';
import { manifestOf } from '../support/scenario';
import { seed } from '../support/properties';
import { scenario as mesh } from '../scenarios/021-mesh-with-an-asa/network';
import { scenario as proxy } from '../scenarios/022-duo-proxy/network';
import { scenario as remoteAccess } from '../scenarios/016-remote-access-level-1/network';
import { scenario as services } from '../scenarios/026-ise-and-duo/network';
import { figuresOf } from './support/figures';
import { parsersFor, type Parser } from './support/parsers';

/*
 * Whatever is read, a reader gives a value or a refusal in words. A raw engine error, among them that of a stack that is
 * full, fails the property; a reader that hangs runs into the time limit of the test.
 */
const inputs = Number(process.env['FUZZ'] ?? 20_000);
const figures = figuresOf('fuzz');

const manifests = [mesh, remoteAccess, services, proxy].map((scenario) => {
  Object.assign(process.env, scenario.secrets);
  return manifestOf((stack) => scenario.declare(stack, 'whole'));
});
const { parsers, close } = parsersFor(manifests);
afterAll(() => {
  close();
  figures.report();
});

/** Readers of files get a tenth of what the others get. */
const shares = parsers.reduce((sum, { slow }) => sum + (slow ? 1 : 10), 0);
const timesOf = ({ slow }: Parser): number => Math.ceil((inputs * (slow ? 1 : 10)) / shares);

const readable = async (parser: Parser, input: unknown): Promise<void> => {
  figures.count('inputs');
  try {
    await parser.parse(input as never);
    figures.count('read');
  } catch (error) {
    if (!(error instanceof ProblemError)) {
      figures.count('crashes');
      throw error;
    }
    expect(error.problems.length).toBeGreaterThan(0);
    figures.count('refused');
  }
};

test.each(parsers.map((parser) => [parser.name, parser] as const))(
  '%s is read or refused in words, whatever it is',
  async (_name, parser) => {
    const property = fc.asyncProperty(parser.inputs, (input) => readable(parser, input));
    await fc.assert(property, { seed, numRuns: timesOf(parser), endOnFailure: inputs > 100_000 });
  },
  Math.max(60_000, inputs * 5),
);
