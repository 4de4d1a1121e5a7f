/** `| include X` and its kin, on the text of a show command. */
export const piped = (text: string, filter: string): string | undefined => {
  const parts = /^(\S+)\s+(.+)$/.exec(filter.trim());
  if (parts === null) return undefined;
  const kind = ['include', 'exclude', 'begin', 'section'].find((each) => each.startsWith(parts[1]!.toLowerCase()));
  const pattern = new RegExp(parts[2]!.replace(/^(include|exclude) /, ''));
  const lines = text.split('\n');
  switch (kind) {
    case 'include':
      return lines.filter((line) => pattern.test(line)).join('\n');
    case 'exclude':
      return lines.filter((line) => !pattern.test(line)).join('\n');
    case 'begin': {
      const from = lines.findIndex((line) => pattern.test(line));
      return from === -1 ? '' : lines.slice(from).join('\n');
    }
    case 'section':
      return sections(lines, pattern).join('\n');
    default:
      return undefined;
  }
};

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Every line that matches, with the deeper ones below it. */
const sections = (lines: readonly string[], pattern: RegExp): readonly string[] => {
  const kept: string[] = [];
  let inside: number | undefined;
  for (const line of lines) {
    if (inside !== undefined && indentOf(line) > inside) {
      kept.push(line);
      continue;
    }
    inside = !line.startsWith('!') && pattern.test(line) ? indentOf(line) : undefined;
    if (inside !== undefined) kept.push(line);
  }
  return kept;
};
