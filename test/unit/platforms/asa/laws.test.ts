import fc from 'fast-check';
import { cliDialect, parseTree } from '../../../support/cli';
import type { CliStep } from '../../../../lib/desired/cli/step';
import { lowerCli } from '../../../../lib/desired/cli/lower';
import type { Section } from '../../../../lib/desired/cli/section';
import type { Desired } from '../../../../lib/desired/item';
import { type Node } from '../../../../lib/desired/cli/tree';
import { clockOf } from '../../../../lib/lab/server/clock';
import { consoleOf } from '../../../../lib/lab/devices/asa/console';
import { AsaDevice } from '../../../../lib/lab/devices/asa/device';
import { asaConfig } from '../../../../lib/lab/world/asa-config';
import type { Resource } from '../../../../lib/model/network';
import { masked, otherSecret, secretMarker, secretsOf } from '../../../../lib/model/secret';
import { emptyLedger, type Ledger } from '../../../../lib/plan/ledger';
import { isEmpty, plan, type TargetPlan } from '../../../../lib/plan/plan';
import { faults } from '../../../../lib/platforms/asa/faults';
import { grammarOf } from '../../../../lib/platforms/asa/grammar';
import { configurationOf, normalize } from '../../../../lib/platforms/asa/normalize';
import { secretBook } from '../../../../lib/run/secrets/read';
import { asaConfiguration } from '../../../support/arbitraries/asa';
import { holds } from '../../../support/properties';
import { syntax } from '../../../../lib/platforms/asa/syntax';

const pureAsa = () => {
  const device = new AsaDevice({ config: asaConfig }, clockOf(60000), {
    faults: () => ({}),
    tunnelUp: () => false,
    ikeFailures: () => [],
    dropSessions: () => undefined,
  });
  const console = consoleOf(device, 'test', { privileged: true, inConfig: true });
  const space = device.spaces.get('')!;
  return {
    text: () => device.text(space, true),
    type: (lines: readonly string[]): readonly string[] =>
      lines.flatMap((line) => {
        const { text } = console.submit(line);
        return text?.includes('ERROR') ? [`${line}: ${text}`] : [];
      }),
  };
};

const desiredOf = (resources: readonly Resource[]): Desired<Section> => {
  const { desired, problems } = lowerCli(resources, grammarOf, 'ASA', syntax);
  expect([...problems, ...faults(resources)]).toEqual([]);
  return desired;
};
const bookFor = (...all: readonly Desired<Section>[]) => {
  const refs = secretsOf(all.flatMap((desired) => desired.secrets));
  const values = new Map(refs.map((ref) => [secretMarker(ref), secretMarker(ref).replace(/\W/g, '')] as const));
  return secretBook(values, Buffer.alloc(32), { known: {}, declared: new Map(), sent: true });
};
const linesOf = (steps: readonly CliStep[]): readonly string[] => steps.flatMap((step) => step.lines);
const stepsOf = (p: TargetPlan<Section, CliStep>) => p.changes.flatMap((change) => change.steps);
const undoOf = (p: TargetPlan<Section, CliStep>) => [...p.changes].reverse().flatMap((change) => change.undo);

/** What an ASA holds, whatever the order in which groups of lines were made; the order inside lists is kept. */
const held = (text: string): readonly string[] => {
  const walk = (nodes: readonly Node[], above: string): readonly string[] =>
    nodes.flatMap((node) => [`${above}${node.text}`, ...walk(node.children, `${above}${node.text} / `)]);
  return [...walk(parseTree(text), '')].sort();
};

const world = (a: readonly Resource[], b: readonly Resource[]) => {
  const [from, to] = [desiredOf(a), desiredOf(b)];
  const book = bookFor(from, to);
  const asa = pureAsa();
  const typed = from.items.flatMap((item) => linesOf(cliDialect.steps(undefined, item.content)));
  expect(asa.type(typed.map(book.reveal))).toEqual([]);
  const ledgerOf = (desired: Desired<Section>): Ledger<Section> => {
    const wanted = new Map(desired.items.map(({ content }) => [content.header, content]));
    const before = normalize(configurationOf(pureAsa().text(), 'asa'), book, (header) => wanted.get(header));
    return {
      ...emptyLedger('asa'),
      entries: desired.items.map(({ content, ...item }) => ({
        ...item,
        state: 'owned' as const,
        content: cliDialect.remember(content, before.get(content.header), undefined),
      })),
    };
  };
  const planned = (desired: Desired<Section>, ledger: Ledger<Section>): TargetPlan<Section, CliStep> => {
    const scope = [...ledger.entries, ...desired.items].map((item) => item.content);
    const wanted = new Map(scope.map((content) => [content.header, content]));
    const live = normalize(configurationOf(asa.text(), 'asa'), book, (header) => wanted.get(header));
    return plan({
      target: 'asa',
      desired,
      live,
      ledger,
      dialect: cliDialect,
      adopt: false,
      unfinished: [],
      warnings: [],
    });
  };
  const type = (steps: readonly CliStep[]) => asa.type(linesOf(steps).map(book.reveal));
  return { from, to, asa, planned, type, ledgerOf };
};

describe('any set of nouns on an ASA', () => {
  test('has an empty plan when it is what the ASA holds', () =>
    holds(
      fc.property(asaConfiguration, (a) => {
        const { from, planned, ledgerOf } = world(a, a);
        const same = planned(from, ledgerOf(from));
        expect(same.blocked).toEqual([]);
        expect(stepsOf(same)).toEqual([]);
        expect(isEmpty(same)).toBe(true);
      }),
      { times: 0.15 },
    ));

  test('comes to be, without a refusal, from any other, and the way back is exact', () =>
    holds(
      fc.property(asaConfiguration, asaConfiguration, (a, b) => {
        const { from, to, asa, planned, type, ledgerOf } = world(a, b);
        const before = asa.text();
        const change = planned(to, ledgerOf(from));
        expect(change.blocked).toEqual([]);
        expect(type(stepsOf(change))).toEqual([]);
        expect(stepsOf(planned(to, ledgerOf(to)))).toEqual([]);
        expect(held(asa.text())).toEqual(held(world(b, []).asa.text()));
        // A key that nobody declares any more is not known here, so it alone cannot be typed back.
        const lost = linesOf(undoOf(change)).some((line) => line.includes(otherSecret));
        const keys = (lines: readonly string[]) => (lost ? lines.map(masked).sort() : lines);
        expect(type(undoOf(change))).toEqual([]);
        expect(keys(held(asa.text()))).toEqual(keys(held(before)));
      }),
      { times: 0.3 },
    ));

  test('goes without a trace when nothing declares it any more', () =>
    holds(
      fc.property(asaConfiguration, (a) => {
        const { from, asa, planned, type, ledgerOf } = world(a, []);
        expect(type(stepsOf(planned(desiredOf([]), ledgerOf(from))))).toEqual([]);
        expect(held(asa.text())).toEqual(held(pureAsa().text()));
      }),
      { times: 0.15 },
    ));
});
