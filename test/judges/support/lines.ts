import { linesOf } from '../../support/devices';

/** The lines of a configuration with their parents, without what a device prints around them. */
export const configOf = (shown: string): readonly string[] =>
  linesOf(shown.replaceAll('\r', '')).filter(
    (line) =>
      !/^(!|:|Building configuration|Current configuration|Using \d+ out of|ASA Version|Cryptochecksum|end$|version )/.test(
        line,
      ),
  );

/** Lines that only one of both has: `+line`, `-line`. */
export const linesBetween = (before: string, after: string): readonly string[] => {
  const [old, now] = [configOf(before), configOf(after)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
};
