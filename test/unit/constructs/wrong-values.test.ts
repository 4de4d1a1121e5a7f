/** Programs are run without being compiled: a value of a wrong type is a problem of its construct, never a crash. */
import type * as library from 'tunnelwright';
import { App, Construct, IosXeRouter, Login, VpnStack } from 'tunnelwright';
import type { Problem } from '../../../lib/kernel/problem';
import { programFaults } from '../../../lib/synth/program-faults';
import { piecesOf, type Example, type Piece } from '../../../scripts/api/example';
import { examples } from '../../../scripts/api/examples';
import { devices } from '../../../scripts/api/written';
import { sampled } from '../../support/sampled';
import type * as wrongValues from '../../support/wrong-values';
import { inRoom, propsIn, withProps } from '../../support/wrong-values';

jest.mock('tunnelwright', () =>
  jest
    .requireActual<typeof wrongValues>('../../support/wrong-values')
    .swappable(jest.requireActual<typeof library>('tunnelwright')),
);

const all = Object.entries(examples as Readonly<Record<string, Example>>).flatMap(([name, example]) =>
  piecesOf(example).flatMap((piece) => (piece.on === 'program' ? [] : [[name, piece] as const])),
);

/** What is wrong with a piece, as its program would print it; what it would print as a trace is thrown. */
const faultsOf = (piece: Exclude<Piece, { readonly on: 'program' }>): readonly Problem[] =>
  inRoom((outdir) => {
    const app = new App({ outdir });
    const stack = new VpnStack(app, 'mumbai');
    try {
      if (piece.on === 'stack') piece.declare(stack);
      else piece.declare(devices[piece.on[0]!](stack) as never);
      return stack.problems;
    } catch (error) {
      const faults = programFaults(error, [app]);
      if (faults === undefined || faults.length === 0) throw error;
      return faults;
    }
  });

const another = new IosXeRouter(new VpnStack(new App(), 'other'), 'else', {
  host: '192.0.2.99',
  release: '17.9',
  login: Login.fromEnv('ELSE'),
});
class Nothing extends Construct {}

const values: Readonly<Record<string, unknown>> = {
  'left out': undefined,
  null: null,
  'a text': 'outside-zone',
  'an empty text': '',
  'a number': 7,
  'a boolean': true,
  'an object': {},
  'a list': [],
  'a list of texts': ['outside-zone'],
  'a list of nothing': [null],
  'a function': () => 1,
  'a promise': Promise.resolve('outside'),
  'a router of another stack': another,
  'a construct that is nothing': new Nothing(new App(), 'nothing'),
  'a reference to nothing': { ref: { ref: 'nothing', name: 'x' } },
  'an unnamed reference': { ref: null },
};

interface Case {
  readonly name: string;
  readonly piece: Exclude<Piece, { readonly on: 'program' }>;
  readonly prop: string;
  readonly what: string;
}

const cases = all.flatMap(([name, piece]): readonly Case[] => {
  const props = propsIn(name, () => void faultsOf(piece)) ?? {};
  return ['', ...Object.keys(props), 'noSuchProp'].flatMap((prop) =>
    Object.keys(values).map((what) => ({ name, piece, prop, what })),
  );
});

const made = ({ name, piece, prop, what }: Case): readonly Problem[] =>
  withProps(
    name,
    (props) => (prop === '' ? values[what] : { ...props, [prop]: values[what] }),
    () => faultsOf(piece),
  );

/** What one case does that it must not: a crash, a fault of ours, or words without a place. */
const wrongIn = (one: Case): readonly string[] => {
  const said = `${one.name} with ${one.what} at ${one.prop || 'all its props'}`;
  try {
    return made(one)
      .filter(({ code, path }) => path === '' || code === 'unexpected' || code === 'program.call')
      .map(({ path, message }) => `${said}: [${path}] ${message}`);
  } catch (error) {
    return [
      `${said}: ${error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 4).join(' | ') : String(error)}`,
    ];
  }
};

test('every construct with props is tried', () =>
  expect(new Set(cases.map(({ name }) => name)).size).toBeGreaterThan(150));

test('a value of a wrong type is accepted, or a problem of a construct', () => {
  expect(sampled(cases, 97).flatMap(wrongIn)).toEqual([]);
});

const mistaken = 'MySecretKey12345';
const holdsSecret = (value: unknown, within: readonly unknown[] = []): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Construct) &&
  !within.includes(value) &&
  (typeof (value as { secret?: unknown }).secret === 'string' ||
    Object.values(value).some((each) => holdsSecret(each, [...within, value])));

test('what is written in place of something with a secret in it is not printed: it may be the secret', () => {
  const tried = all.flatMap(([name, piece]) =>
    Object.entries(propsIn(name, () => void faultsOf(piece)) ?? {})
      .filter(([, value]) => holdsSecret(value))
      .map(([prop]) => ({ name, piece, prop })),
  );
  const printed = tried.flatMap(({ name, piece, prop }) =>
    withProps(
      name,
      (props) => ({ ...props, [prop]: mistaken }),
      () => faultsOf(piece),
    )
      .filter(({ message }) => message.includes(mistaken))
      .map(({ message }) => `${name}.${prop}: ${message}`),
  );
  expect(tried.length).toBeGreaterThan(20);
  expect(printed).toEqual([]);
});
