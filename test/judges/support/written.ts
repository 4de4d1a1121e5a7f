/** The lines below a head in a configuration, without their indentation. */
export const under = (cfg: string, head: string): readonly string[] => {
  const lines = cfg.split('\n');
  const from = lines.indexOf(head);
  if (from < 0) throw new Error(`Nothing was written for '${head}'.`);
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => !line.startsWith(' '));
  return rest.slice(0, end < 0 ? rest.length : end).map((line) => line.trim());
};

/** The words of the first line that begins with some others, or nothing. */
export const wordsOf = (lines: readonly string[], head: string): readonly string[] | undefined =>
  lines
    .find((line) => line.startsWith(`${head} `))
    ?.slice(head.length + 1)
    .split(' ');

/** The same, none where there is no such line. */
export const nextWords = (lines: readonly string[], head: string): readonly string[] => wordsOf(lines, head) ?? [];
