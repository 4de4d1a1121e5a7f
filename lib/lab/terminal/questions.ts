import type { Ask, Reply } from './reply';

/** A question that only yes and no answer. An empty answer takes what stands in `[no]`. */
export const yesNo = (text: string, question: string, then: (yes: boolean) => Reply, empty?: boolean): Reply => {
  const ask: Ask = {
    prompt: question,
    answer: (word) => {
      if (/^y(es)?$/i.test(word)) return then(true);
      if (/^no?$/i.test(word)) return then(false);
      if (word === '' && empty !== undefined) return then(empty);
      return { text: "% Please answer 'yes' or 'no'.", ask };
    },
  };
  return { ...(text === '' ? {} : { text }), ask };
};

/** How a device says where what is pasted ends. */
const untilBlank = 'End with a blank line or the word "quit" on a line by itself';

/** Takes lines until a blank one or `quit`; with `end` other than that of a router, until `quit`. */
export const paste = (what: string, then: (text: string) => Reply, end = untilBlank): Reply => {
  const lines: string[] = [];
  const ask: Ask = {
    prompt: '',
    answer: (line) => {
      // A blank line before anything was pasted is waited over.
      if (line === '' && (lines.length === 0 || end !== untilBlank)) return { ask };
      if (line === '' || line.toLowerCase() === 'quit') return then(lines.join('\n'));
      lines.push(line);
      return { ask };
    },
  };
  return {
    text: `\nEnter the base 64 encoded ${what}.\n${end}\n`,
    ask,
  };
};

/** DER of what was pasted, with or without its BEGIN and END lines. */
export const derOf = (text: string): Buffer =>
  Buffer.from(
    text
      .split('\n')
      .filter((line) => !line.startsWith('-----'))
      .join(''),
    'base64',
  );

/** Work that takes a while, and what comes of it. */
export const later = (text: string | undefined, work: Promise<Reply>): Reply => ({
  ...(text === undefined ? {} : { text }),
  later: work.catch((error: unknown) => ({ text: `% Error: ${(error as Error).message}` })),
});
