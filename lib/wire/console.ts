import { answersIn, promptsOf, repliedIn, type Answer } from './echo';
import { enterPrivileged, learnPrompt, type Login } from './first-prompt';
import { readerOf, type ReaderOptions } from './reader';
import type { Shell } from './ssh';

export type { Answer } from './echo';

export interface Ask {
  readonly prompt: RegExp;
  /** Of what the device printed before it asked, where the answer depends on that. */
  readonly answer: string | ((seen: string) => string);
}

/** A command line of a device: what is typed, and the prompts that say it is done. */
export interface Console {
  /** What stands before the last character of its prompt: the name of the device, where nobody configured another prompt. */
  readonly hostname: string;
  /** Fingerprint of the host key that it showed. */
  readonly hostKey: string;
  /**
   * Types lines without waiting in between; each answer belongs to its line. `cut` is given the answers that came, where
   * the rest does not.
   */
  send(lines: readonly string[], cut?: (came: readonly Answer[]) => void): Promise<readonly Answer[]>;
  /** Types one line and answers what it asks. `shown`: the line for messages, where it holds a secret. */
  dialogue(line: string, asks: readonly Ask[], shown?: string): Promise<Answer>;
  /** Types lines after which the prompt is another one, the last of them harmless, and learns it. Gives what came. */
  relearn(lines: readonly string[]): Promise<string>;
  close(): void;
}

/** A question mark is a call for help on a command line, unless Ctrl-V stands before it. */
const keys = (line: string): string => `${line.replaceAll('?', `${String.fromCharCode(22)}?`)}\n`;

/** The name that the last of these lines gives the device. */
const renamedBy = (lines: readonly string[]): string | undefined =>
  [...lines]
    .reverse()
    .find((line) => line.trim().startsWith('hostname '))
    ?.trim()
    .split(/\s+/)[1];

export const openConsole = async (shell: Shell, options: Login & ReaderOptions): Promise<Console> => {
  const reader = readerOf(shell, options);
  let hostname = await enterPrivileged(shell, reader, options);
  let prompts = promptsOf(hostname);

  const send: Console['send'] = async (lines, cut) => {
    const renamed = renamedBy(lines);
    if (renamed !== undefined) prompts = promptsOf(hostname, renamed);
    shell.write(lines.map(keys).join(''));
    let came = '';
    try {
      return await reader.until(
        { what: lines.length === 1 ? lines[0]! : `${lines.length} lines`, typed: lines },
        (text) => {
          const { value, used } = answersIn(lines, (came = text), prompts);
          return value.length < lines.length ? value.length : { value, used };
        },
      );
    } catch (error) {
      const { value, rest } = answersIn(lines, came, prompts);
      const open = rest === undefined ? [] : lines.slice(value.length, value.length + 1);
      cut?.([...value, ...open.map((line) => ({ line, output: rest!.replaceAll('\r', '').trim(), mode: '' }))]);
      throw error;
    }
  };

  const dialogue = async (line: string, asks: readonly Ask[], shown = line): Promise<Answer> => {
    shell.write(keys(line));
    let output = '';
    let asked = false;
    const typed: string[] = [line];
    for (;;) {
      const step = await reader.until<{ answer: Answer } | { asked: Ask; text: string }>(
        { what: shown, typed },
        (text) => {
          const first = asked ? undefined : answersIn([line], text, prompts);
          const done = asked
            ? repliedIn(line, text, prompts)
            : first!.value[0] && { value: first!.value[0], used: first!.used };
          if (done) return { value: { answer: done.value }, used: done.used };
          const found = asks.find((ask) => ask.prompt.test(text));
          return found ? { value: { asked: found, text }, used: text.length } : undefined;
        },
      );
      if ('answer' in step) return { ...step.answer, output: output + step.answer.output };
      asked = true;
      output += withoutFirstLine(step.text);
      const { answer } = step.asked;
      const reply = typeof answer === 'string' ? answer : answer(output);
      typed.push(...reply.split('\n'));
      shell.write(`${reply}\n`);
    }
  };

  const relearn = async (lines: readonly string[]): Promise<string> => {
    const { name, said } = await learnPrompt(shell, reader, options.target, lines);
    hostname = name;
    prompts = promptsOf(hostname);
    return said;
  };

  return {
    get hostname() {
      return hostname;
    },
    hostKey: shell.hostKey,
    send,
    dialogue,
    relearn,
    close: () => shell.close(),
  };
};

/** The first line is the echo of what was typed. */
const withoutFirstLine = (text: string): string => {
  const end = text.search(/[\r\n]/);
  return (end === -1 ? '' : text.slice(end)).replaceAll('\r', '').replace(/^\n/, '').trimEnd();
};
