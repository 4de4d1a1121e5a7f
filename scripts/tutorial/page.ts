/** A step of the tutorial: a comment of the page, and the block behind it. */
export interface Step {
  readonly verb: string;
  readonly words: readonly string[];
  /** Exit code that is demanded of a command. */
  readonly code: number;
  readonly block: string;
}

const verbs = ['file', 'show', 'set', 'edit', 'lab', 'run', 'type'];
const step = /<!-- (\w+)(?: (.*?))?(?: = (\d+))? -->\n+(?:```\w*\n([\s\S]*?)```)?/g;

const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

export const stepsOf = (page: string): readonly Step[] =>
  [...page.matchAll(step)]
    .filter(([, verb]) => verbs.includes(verb!))
    .map(([, verb, words = '', code = '0', block = '']) => ({
      verb: verb!,
      words: wordsOf(words),
      code: Number(code),
      block,
    }));

const run = /\d{8}-\d{6}-[0-9a-f]{4}/g;

/** The run that was named last. */
export const lastRun = (printed: readonly string[]): string => {
  const found = printed.join('\n').match(run)?.at(-1);
  if (found === undefined) throw new Error('no command has named a run yet');
  return found;
};

/** What differs from one run of the tutorial to the next is shown by an example of it. */
const steady = (blocks: readonly string[]): readonly string[] => {
  const runs = [...new Set(blocks.join('\n').match(run) ?? [])];
  const ports = [...new Set([...blocks.join('\n').matchAll(/ssh -p (\d+)/g)].map(([, port]) => port!))];
  return blocks.map((block) =>
    block
      .replace(run, (id) => `20260302-10150${runs.indexOf(id)}-c0de`)
      .replace(/127\.0\.0\.1:(\d+)/g, (_, port: string) => `127.0.0.1:${50001 + ports.indexOf(port)}`)
      .replace(
        /serial number LAB\w+, SSH host key SHA256:[\w+/]+, lab \w+/,
        'serial number LAB…, SSH host key SHA256:…, lab …',
      )
      .replace(/ssh -p (\d+)/g, (_, port: string) => `ssh -p ${50001 + ports.indexOf(port)}`),
  );
};

/** The page with what was printed in the blocks of its commands. */
export const displayed = (page: string, blocks: readonly string[]): string => {
  const texts = steady(blocks);
  let next = 0;
  return page.replace(/(<!-- (run|lab|show)\b.*? -->\n+)```(\w*)\n[\s\S]*?```/g, (_, mark: string, verb, language) => {
    const text = texts[next++]!;
    return `${mark}\`\`\`${verb === 'show' ? language : 'console'}\n${text.trimEnd()}\n\`\`\``;
  });
};
