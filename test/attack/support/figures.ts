import { appendFileSync } from 'node:fs';

/** What a suite has done, in numbers, for docs/reliability.md. */
export interface Figure {
  readonly suite: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Most memory of the process that ran it, in megabytes. */
  readonly peakMb: number;
}

/** Counts what a suite does, and hands it to `npm run reliability` where that has asked for it. */
export const figuresOf = (suite: string) => {
  const counts: Record<string, number> = {};
  const began = Date.now();
  return {
    count: (what: string, by = 1): void => void (counts[what] = (counts[what] ?? 0) + by),
    report: (): void => {
      const file = process.env['RELIABILITY_FIGURES'];
      if (file === undefined) return;
      const figure: Figure = {
        suite,
        counts,
        seconds: Math.round((Date.now() - began) / 1000),
        peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      };
      appendFileSync(file, `${JSON.stringify(figure)}\n`);
    },
  };
};
