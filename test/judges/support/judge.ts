import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in a row of the table. */
export interface Verdict {
  readonly judge: string;
  readonly did: string;
  /** How many single values were compared and are the same. */
  readonly facts: number;
  /** Where judge and Tunnelwright differ, each with the reason; those without one fail. */
  readonly disagreements: readonly string[];
  readonly skipped?: string;
}

export interface Judge {
  /** Compares what the judge says with what is so; every single value counts as a fact. */
  agree(what: string, said: unknown, truth: unknown): void;
  /** A difference that is known, and why it stays. It must be there: one that is gone fails. */
  differ(what: string, said: unknown, truth: unknown, reason: string): void;
  /** A difference that random cases meet, or not. */
  named(what: string, reason: string): void;
}

/** Single values in what is compared; an empty list is one. */
const factsIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 1;
  // Of a matcher that takes a part counts the part.
  if ('asymmetricMatch' in value) return 'sample' in value ? factsIn(value.sample) : 1;
  const inner = Object.values(value);
  return inner.length === 0 ? 1 : inner.reduce<number>((sum, each) => sum + factsIn(each), 0);
};

const record = (verdict: Verdict): void => {
  const room = process.env['JUDGES_RECORDS'];
  if (room === undefined) return;
  mkdirSync(room, { recursive: true });
  writeFileSync(join(room, `${verdict.judge.replace(/\W+/g, '-')}.json`), JSON.stringify(verdict));
};

/**
 * Something that nobody here wrote looks at what Tunnelwright, or its lab, wrote. Its row of the table is recorded for
 * `npm run judges`. `missing`: why it cannot be asked here; its tests are skipped then, and the row says so.
 */
export const judge = (name: string, did: string, missing: string | undefined, body: (judge: Judge) => void): void => {
  const seen = { facts: 0, disagreements: [] as string[] };
  const row = { judge: name, did };
  if (missing !== undefined) {
    record({ ...row, ...seen, skipped: missing });
    describe.skip(`${name} (skipped: ${missing})`, () =>
      body({ agree: () => undefined, differ: () => undefined, named: () => undefined }));
    return;
  }
  describe(name, () => {
    const wrong: string[] = [];
    /** All of a test are shown, not the first alone. */
    afterEach(() => {
      if (wrong.length > 0) throw new Error(wrong.splice(0).join('\n\n'));
    });
    afterAll(() => record({ ...row, ...seen }));
    body({
      agree: (what, said, truth) => {
        try {
          expect({ [what]: said }).toEqual({ [what]: truth });
          seen.facts += factsIn(truth);
        } catch (error) {
          seen.disagreements.push(what);
          wrong.push((error as Error).message);
        }
      },
      differ: (what, said, truth, reason) => {
        expect({ [what]: said }).not.toEqual({ [what]: truth });
        seen.disagreements.push(`${what}: ${reason}`);
      },
      named: (what, reason) => void seen.disagreements.push(`${what}: ${reason}`),
    });
  });
};

/** A judge that cannot be had where this is developed, so that nothing is written for it: a row that says so. */
export const unavailable = (name: string, did: string, why: string): void => {
  record({ judge: name, did, facts: 0, disagreements: [], skipped: why });
  test.skip(`${name} (skipped: ${why})`, () => undefined);
};
