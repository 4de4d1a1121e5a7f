const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => !/^\s*(!.*)?$/.test(line));

/** Lines that only one of two texts has, without their indent. */
export const contextualDiffs = (old: string, now: string): string => {
  const [before, after] = [linesOf(old), linesOf(now)];
  const added = after.filter((line) => !before.includes(line)).map((line) => `+${line.trim()}`);
  const removed = before.filter((line) => !after.includes(line)).map((line) => `-${line.trim()}`);
  return ['!Contextual Config Diffs:', ...added, ...removed].join('\n');
};
