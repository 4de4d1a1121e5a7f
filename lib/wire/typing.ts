import type { Answer, Ask, Console } from './console';

/** What a device does with lines that are typed in bursts. */
export interface Manners {
  /** Lines that may ask something: a burst would go on into the question. */
  readonly asks: RegExp;
  /** What the device says when certificates go that may go. */
  readonly foreseen: RegExp;
}

const sure = (answer: string): readonly Ask[] => [
  { prompt: /\[yes\/no\]: ?$/, answer },
  { prompt: /\[confirm\] ?$/, answer: '' },
];

/**
 * Types lines in bursts; those that may ask are typed alone. `holding` says of a header that its certificates are known,
 * and may thus go: anything else is answered with no. `came` is given the answers so far, also where the rest is lost.
 */
export const typeAll = async (
  console: Console,
  { asks, foreseen }: Manners,
  lines: readonly string[],
  holding: (header: string) => boolean,
  came: (answers: readonly Answer[]) => void,
): Promise<void> => {
  let all: readonly Answer[] = [];
  const add = (answers: readonly Answer[]): void => came((all = [...all, ...answers]));
  let from = 0;
  while (from < lines.length) {
    const next = lines.findIndex((line, i) => i >= from && asks.test(line));
    const until = next === -1 ? lines.length : next;
    const before = all;
    if (until > from) add(await console.send(lines.slice(from, until), (answers) => came([...before, ...answers])));
    if (next === -1) return;
    const line = lines[next]!;
    const known = holding(line.replace(/^no /, ''));
    const answer = await console.dialogue(line, sure(known ? 'yes' : 'no'));
    add([known ? { ...answer, output: answer.output.replace(foreseen, '') } : answer]);
    from = next + 1;
  }
};
