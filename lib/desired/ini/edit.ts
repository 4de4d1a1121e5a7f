import { parseIni, renderIni, type IniBlock, type IniLine } from './file';
import type { IniStep } from './dialect';

const isBlank = ({ text }: IniLine): boolean => text.trim() === '';

/** Where a new key stands: behind the last one, before what is written above the next section. */
const endOfKeys = (lines: readonly IniLine[]): number => lines.findLastIndex(({ key }) => key !== undefined) + 1;

const rewritten = (block: IniBlock, { set, unset }: IniStep, eol: string): IniBlock => {
  const wanted = new Map(set.map(({ key, text }) => [key, text]));
  const kept = block.lines.flatMap((line): readonly IniLine[] => {
    if (line.key === undefined) return [line];
    if (unset.includes(line.key)) return [];
    const text = wanted.get(line.key);
    wanted.delete(line.key);
    return [text === undefined ? line : { ...line, text: `${line.key}=${text}${eol}`, value: text }];
  });
  const at = endOfKeys(kept);
  const added = [...wanted].map(([key, text]) => ({ text: `${key}=${text}${eol}`, key, value: text, line: 0 }));
  return { ...block, lines: [...kept.slice(0, at), ...added, ...kept.slice(at)] };
};

/** Comments stay; the blank line that was put above the section goes with it. */
const removed = (blocks: readonly IniBlock[], at: number): readonly IniBlock[] => {
  const before = blocks[at - 1]!;
  const notes = blocks[at]!.lines.filter(({ key }) => key === undefined);
  const last = before.lines[before.lines.length - 1];
  const above = last && isBlank(last) ? before.lines.slice(0, -1) : before.lines;
  return [...blocks.slice(0, at - 1), { ...before, lines: [...above, ...notes] }, ...blocks.slice(at + 1)];
};

const note = (text: string): IniLine => ({ text, line: 0 });

/** The last block, ended by a blank line; a file that holds nothing stays without one. */
const closed = (last: IniBlock, alone: boolean, eol: string): IniBlock => {
  if (alone && last.lines.every(isBlank)) return { ...last, lines: [] };
  const ended = last.lines[last.lines.length - 1]?.text === '';
  return { ...last, lines: [...(ended ? last.lines.slice(0, -1) : last.lines), note(eol)] };
};

/** A section at the end of the file, with a blank line above. */
const appended = (blocks: readonly IniBlock[], step: IniStep, eol: string): readonly IniBlock[] => {
  const last = closed(blocks[blocks.length - 1]!, blocks.length === 1, eol);
  const empty: IniBlock = { name: step.section, header: `[${step.section}]${eol}`, lines: [note('')] };
  return [...blocks.slice(0, -1), last, rewritten(empty, step, eol)];
};

/**
 * The file with the steps done. Comments, blank lines, and whatever no step names stay to the byte, in their places; the
 * file keeps its line ends.
 */
export const edited = (text: string, steps: readonly IniStep[]): string => {
  const eol = text.includes('\r\n') ? '\r' : '';
  let blocks = parseIni(text).blocks;
  for (const step of steps) {
    const at = blocks.findIndex(({ name }) => name === step.section);
    if (step.remove) blocks = at === -1 ? blocks : removed(blocks, at);
    else if (at === -1) blocks = appended(blocks, step, eol);
    else blocks = blocks.map((block, i) => (i === at ? rewritten(block, step, eol) : block));
  }
  return renderIni(blocks);
};
