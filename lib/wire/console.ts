import { answersIn, promptsOf, repliedIn, type Answer } from './echo';
import { enterPrivileged, learnPrompt, type Login } from './first-prompt';
import { readerOf, type Reader, type ReaderOptions } from './reader';
import type { Shell } from './ssh';

export type { Answer } from './echo';

export interface Ask {
  readonly prompt: RegExp;
  /** Of what the device printed before it asked, where the answer depends on that. */
  readonly answer: string | ((seen: string) => string);
}

/** A command line of a device: what is typed, and the prompts that say it is done. */
export interface Console {
  /** What stands before the last character of its prompt: the name of the device, where no other prompt is set. */
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

/** The first line is the echo of what was typed. */
const withoutFirstLine = (text: string): string => {
  const end = text.search(/[\r\n]/);
  return (end === -1 ? '' : text.slice(end)).replaceAll('\r', '').replace(/^\n/, '').trimEnd();
};

/** What a line that may ask has come to. */
type Step = { readonly answer: Answer } | { readonly asked: Ask; readonly text: string };

class ShellConsole implements Console {
  private name: string;
  /** What an answer ends with. */
  private prompts: RegExp;

  constructor(
    private readonly shell: Shell,
    private readonly reader: Reader,
    private readonly target: string,
    name: string,
  ) {
    this.name = name;
    this.prompts = promptsOf(name);
  }

  get hostname(): string {
    return this.name;
  }

  get hostKey(): string {
    return this.shell.hostKey;
  }

  async send(lines: readonly string[], cut?: (came: readonly Answer[]) => void): Promise<readonly Answer[]> {
    const renamed = renamedBy(lines);
    if (renamed !== undefined) this.prompts = promptsOf(this.name, renamed);
    this.shell.write(lines.map(keys).join(''));
    let came = '';
    try {
      return await this.reader.until(
        { what: lines.length === 1 ? lines[0]! : `${lines.length} lines`, typed: lines },
        (text) => {
          const { value, used } = answersIn(lines, (came = text), this.prompts);
          return value.length < lines.length ? value.length : { value, used };
        },
      );
    } catch (error) {
      const { value, rest } = answersIn(lines, came, this.prompts);
      const open = rest === undefined ? [] : lines.slice(value.length, value.length + 1);
      cut?.([...value, ...open.map((line) => ({ line, output: rest!.replaceAll('\r', '').trim(), mode: '' }))]);
      throw error;
    }
  }

  async dialogue(line: string, asks: readonly Ask[], shown = line): Promise<Answer> {
    this.shell.write(keys(line));
    let output = '';
    const typed: string[] = [line];
    for (let asked = false; ; asked = true) {
      const step = await this.reader.until<Step>({ what: shown, typed }, (text) =>
        this.stepIn(line, asks, asked, text),
      );
      if ('answer' in step) return { ...step.answer, output: output + step.answer.output };
      output += withoutFirstLine(step.text);
      const { answer } = step.asked;
      const reply = typeof answer === 'string' ? answer : answer(output);
      typed.push(...reply.split('\n'));
      this.shell.write(`${reply}\n`);
    }
  }

  /** `asked`: the device has asked before, so that what it prints does not begin with the echo of the line. */
  private stepIn(line: string, asks: readonly Ask[], asked: boolean, text: string) {
    const first = asked ? undefined : answersIn([line], text, this.prompts);
    const done = asked
      ? repliedIn(line, text, this.prompts)
      : first!.value[0] && { value: first!.value[0], used: first!.used };
    if (done) return { value: { answer: done.value }, used: done.used };
    const found = asks.find((ask) => ask.prompt.test(text));
    return found ? { value: { asked: found, text }, used: text.length } : undefined;
  }

  async relearn(lines: readonly string[]): Promise<string> {
    const { name, said } = await learnPrompt(this.shell, this.reader, this.target, lines);
    this.name = name;
    this.prompts = promptsOf(name);
    return said;
  }

  close(): void {
    this.shell.close();
  }
}

export const openConsole = async (shell: Shell, options: Login & ReaderOptions): Promise<Console> => {
  const reader = readerOf(shell, options);
  return new ShellConsole(shell, reader, options.target, await enterPrivileged(shell, reader, options));
};
