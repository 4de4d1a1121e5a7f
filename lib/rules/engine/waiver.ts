import { isWithin, type ReportedFinding, type Place } from './check';

/** Accepts a known finding, for a reason, until a day. */
export interface Waiver extends Partial<Place> {
  /** Id of the rule. */
  readonly rule: string;
  /** Construct path; it counts for what is below too. */
  readonly path: string;
  /** Why it is fine here. */
  readonly reason: string;
  /** The last day on which it counts, `2026-12-31` (UTC). */
  readonly until: string;
}

/** What the rules found and what is waived of it: what a manifest carries. */
export interface Lint {
  readonly findings: readonly ReportedFinding[];
  readonly waivers: readonly Waiver[];
}
export const nothingFound: Lint = { findings: [], waivers: [] };

/** Findings of waivers themselves. They are not rules: no pack turns them off. */
export const waiverRules = {
  unused: {
    id: 'TW-WAIVER-001',
    title: 'A waiver that waives nothing',
    why: 'What it was for is gone, or it names another rule or construct than was meant. Left where it is, it hides the next fault of that kind.',
  },
  expired: {
    id: 'TW-WAIVER-002',
    title: 'A waiver whose day is over',
    why: 'A waiver is a promise to come back. From the day after `until` its findings count again.',
  },
} as const;

/** Findings that count, those that are waived and why, and what is wrong with the waivers themselves. */
export interface LintResult {
  readonly counted: readonly ReportedFinding[];
  readonly waived: readonly { readonly found: ReportedFinding; readonly waiver: Waiver }[];
}

export const today = (now = new Date()): string => now.toISOString().slice(0, 10);

const covers = (waiver: Waiver, found: ReportedFinding): boolean =>
  waiver.rule === found.rule && isWithin(found, waiver.path);

const complaint = (
  waiver: Waiver,
  what: keyof typeof waiverRules,
  message: string,
  remedy: string,
): ReportedFinding => ({
  rule: waiverRules[what].id,
  title: waiverRules[what].title,
  severity: 'warning',
  packs: ['correctness'],
  path: waiver.path,
  message,
  remedy,
  ...(waiver.file === undefined ? {} : { file: waiver.file }),
  ...(waiver.line === undefined ? {} : { line: waiver.line }),
});

const complaints = ({ findings, waivers }: Lint, day: string): readonly ReportedFinding[] =>
  waivers.flatMap((waiver) => {
    // That of an app counts in each of its stacks, and may be for another one.
    if (!findings.some((found) => covers(waiver, found)) && waiver.path !== '')
      return [
        complaint(
          waiver,
          'unused',
          `the waiver of ${waiver.rule} waives nothing: the rule finds nothing here`,
          'take it out',
        ),
      ];
    return waiver.until < day
      ? [
          complaint(
            waiver,
            'expired',
            `the waiver of ${waiver.rule} ended on ${waiver.until} (${waiver.reason})`,
            'mend what it was for, or give it another day and say why',
          ),
        ]
      : [];
  });

export const judge = (lint: Lint, day: string): LintResult => {
  const valid = lint.waivers.filter(({ until }) => until >= day);
  const seen = lint.findings.map((found) => ({ found, waiver: valid.find((waiver) => covers(waiver, found)) }));
  return {
    counted: [...seen.flatMap(({ found, waiver }) => (waiver === undefined ? [found] : [])), ...complaints(lint, day)],
    waived: seen.flatMap(({ found, waiver }) => (waiver === undefined ? [] : [{ found, waiver }])),
  };
};
