import type { ReportedFinding } from '../../../lib/rules/engine/check';
import { startBench, width, type Outcome } from './bench';
import { newIssuer } from './certificates';
import { decisive, differences, type Difference } from './differences';
import { formOf, type OraclePair } from './pair';
import { randomPairs } from './random';
import { verdictOn } from './verdict';

/** What rules and strongSwan say of one pair. */
export interface Compared {
  readonly number: number;
  readonly pair: OraclePair;
  /** Ids of decisive rules. */
  readonly said: readonly string[];
  readonly outcome: Outcome;
  readonly works: boolean;
  readonly difference?: Difference | undefined;
  readonly agrees: boolean;
}

const idsIn = (findings: readonly ReportedFinding[]): readonly string[] => [
  ...new Set(findings.map(({ rule }) => rule).filter((rule) => decisive.includes(rule))),
];

const compare = (number: number, pair: OraclePair, said: readonly string[], outcome: Outcome): Compared => {
  const works = outcome.reached.every((stage) => stage === 'rekeyed ike');
  const agrees = works === (said.length === 0);
  const difference = agrees ? undefined : differences.find(({ isSo }) => isSo(pair, said, outcome));
  return { number, pair, said, outcome, works, difference, agrees };
};

/** A pair in one line, with what was said of it. */
export const lineOf = ({ number, pair, said, outcome }: Compared): string =>
  [
    `pair ${number}: ${formOf(pair)}, as ${pair.written}, of ${pair.ends.map(({ platform, proves }) => `${platform} (${proves})`).join(' and ')}`,
    `changed: ${pair.changed.join(', ') || 'nothing'}`,
    `rules: ${said.join(', ') || 'nothing'}`,
    `strongSwan: ${outcome.reached.join(', back: ')}`,
  ].join('; ');

/** Why it ended so, as both charons logged it. */
export const reasonsIn = ({ outcome: { log } }: Compared): readonly string[] =>
  log
    .filter((line) => /unaccept|fail|mismatch|not found|no trusted|no \S+ (?:private )?key|require/i.test(line))
    .slice(0, 8);

/**
 * Asks rules and strongSwan of so many random pairs, the same for the same seed. A disagreement is asked a second time, by
 * itself, so that a slow machine makes none.
 */
export const runOracle = async (
  pairs: number,
  seed: number,
  each: (compared: Compared) => void,
  only?: number,
): Promise<readonly Compared[]> => {
  const all = randomPairs(pairs, seed).map((pair, number) => ({ pair, number }));
  const chosen = only === undefined ? all : all.slice(only, only + 1);
  const issuer = await newIssuer();
  const bench = await startBench(issuer);
  const done: Compared[] = [];
  try {
    for (let from = 0; from < chosen.length; from += width) {
      const batch = chosen.slice(from, from + width);
      const outcomes = await bench.ask(batch.map(({ pair }) => pair));
      for (const [index, { pair, number }] of batch.entries()) {
        const { program, files } = verdictOn(pair, index + 1, issuer);
        const said = [...new Set([...idsIn(program), ...idsIn(files)])].sort();
        const first = compare(number, pair, said, outcomes[index]!);
        const isOpen = !first.agrees && first.difference === undefined;
        const compared = isOpen ? compare(number, pair, said, (await bench.ask([pair]))[0]!) : first;
        done.push(compared);
        each(compared);
      }
    }
  } finally {
    bench.close();
  }
  return done;
};

/** How many of them each named difference explains. */
export const explained = (all: readonly Compared[]): readonly (readonly [Difference, number])[] =>
  differences
    .map((difference) => [difference, all.filter((each) => each.difference === difference).length] as const)
    .filter(([, count]) => count > 0);
export const openIn = (all: readonly Compared[]): readonly Compared[] =>
  all.filter(({ agrees, difference }) => !agrees && difference === undefined);
