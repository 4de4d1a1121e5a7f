import { problem, ProblemError } from '../kernel/problem';
import { readerOf, type Reader, type ReaderOptions } from './reader';
import type { Shell } from './ssh';

/** What the device printed after one line, its echo removed. */
export interface Answer {
  readonly line: string;
  readonly output: string;
  /** What stands in the parentheses of the prompt behind it: `config-ikev2-profile`; empty outside configuration. */
  readonly mode: string;
}

export interface Ask {
  readonly prompt: RegExp;
  /** Of what the device printed before it asked, where the answer depends on that. */
  readonly answer: string | ((seen: string) => string);
}

/** A command line of a device: what is typed, and the prompts that say it is done. */
export interface Console {
  readonly hostname: string;
  /** Fingerprint of the host key that the device showed. */
  readonly hostKey: string;
  /**
   * Types lines without waiting in between; each answer belongs to its line. `cut` is given the answers that came, where
   * the rest does not.
   */
  send(lines: readonly string[], cut?: (came: readonly Answer[]) => void): Promise<readonly Answer[]>;
  /** Types one line and answers what it asks. `shown`: the line for messages, where it holds a secret. */
  dialogue(line: string, asks: readonly Ask[], shown?: string): Promise<Answer>;
  close(): void;
}

const firstPrompt = /(?:^|[\r\n])([A-Za-z0-9][\w.\-/:]*)(\([^)]*\))?([>#]) ?$/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A device prints at most 20 characters of its name in a configuration prompt. */
const promptOf = (hostname: string): RegExp =>
  new RegExp(`(?:^|[\\r\\n])${escaped(hostname.slice(0, 20))}[\\w.\\-/:]*(?:\\(([^)\\r\\n]*)\\))?[>#] ?`, 'g');

/** A question mark is a call for help on a command line, unless Ctrl-V stands before it. */
const keys = (line: string): string => `${line.replaceAll('?', `${String.fromCharCode(22)}?`)}\n`;

const withoutEcho = (text: string): string => {
  const end = text.search(/[\r\n]/);
  return (end === -1 ? '' : text.slice(end)).replaceAll('\r', '').replace(/^\n/, '').trimEnd();
};

/** A prompt that the device prints once more, as after a log line: what stands before it is not the echo of the line. */
const isRedrawn = (seen: string, line: string): boolean => {
  const [first = ''] = seen.split(/[\r\n]/, 1);
  const [echo, typed] = [first, line].map((text) => text.replace(/\s/g, '')) as [string, string];
  return echo !== typed && typed.startsWith(echo);
};

const enter = async (shell: Shell, reader: Reader, enable: string | undefined, target: string): Promise<string> => {
  const prompt = await reader.until('the first prompt', (text) => {
    const found = firstPrompt.exec(text);
    return found ? { value: { host: found[1]!, privileged: found[3] === '#' }, used: text.length } : undefined;
  });
  if (prompt.privileged) return prompt.host;
  if (enable === undefined)
    throw new ProblemError([
      problem(
        'ssh.enable',
        target,
        'the login ends in user mode (>), and no enable secret is declared',
        "write enable in the login: Login.fromEnv('EDGE', { enable: true })",
      ),
    ]);
  shell.write('enable\n');
  await reader.until('enable', (text) => (/assword: ?$/.test(text) ? { value: true, used: text.length } : undefined));
  shell.write(`${enable}\n`);
  const privileged = await reader.until('the enable secret', (text) => {
    const found = firstPrompt.exec(text);
    if (found) return { value: found[3] === '#', used: text.length };
    return /assword: ?$/.test(text) ? { value: false, used: text.length } : undefined;
  });
  if (!privileged)
    throw new ProblemError([
      problem(
        'ssh.enable',
        target,
        'the device refuses the enable secret',
        'check the secret that login.enable refers to',
      ),
    ]);
  return prompt.host;
};

export const openConsole = async (
  shell: Shell,
  options: ReaderOptions & { readonly enable?: string },
): Promise<Console> => {
  const reader = readerOf(shell, options);
  const hostname = await enter(shell, reader, options.enable, options.target);
  let prompt = promptOf(hostname);

  const answered = (
    lines: readonly string[],
    text: string,
    echoed = true,
  ): { value: readonly Answer[]; used: number } => {
    let from = 0;
    const value: Answer[] = [];
    for (const match of text.matchAll(prompt)) {
      const line = lines[value.length];
      if (line === undefined) break;
      const seen = text.slice(from, match.index);
      from = match.index + match[0].length;
      if (echoed && isRedrawn(seen, line)) continue;
      const mode = match.slice(1).find((group) => group !== undefined) ?? '';
      value.push({ line, output: withoutEcho(seen), mode });
    }
    return { value, used: from };
  };
  /** All answers, or how many have come. */
  const answers = (lines: readonly string[], text: string, echoed = true) => {
    const found = answered(lines, text, echoed);
    return found.value.length < lines.length ? found.value.length : found;
  };

  const send: Console['send'] = async (lines, cut) => {
    const renamed = [...lines].reverse().find((line) => line.trim().startsWith('hostname '));
    if (renamed)
      prompt = new RegExp(`${promptOf(hostname).source}|${promptOf(renamed.trim().split(/\s+/)[1]!).source}`, 'g');
    shell.write(lines.map(keys).join(''));
    let came = '';
    try {
      return await reader.until(lines.length === 1 ? lines[0]! : `${lines.length} lines`, (text) =>
        answers(lines, (came = text)),
      );
    } catch (error) {
      const { value, used } = answered(lines, came);
      const rest = lines.slice(value.length, value.length + 1);
      cut?.([...value, ...rest.map((line) => ({ line, output: withoutEcho(came.slice(used)), mode: '' }))]);
      throw error;
    }
  };

  const dialogue = async (line: string, asks: readonly Ask[], shown = line): Promise<Answer> => {
    shell.write(keys(line));
    let output = '';
    let asked = false;
    for (;;) {
      const step = await reader.until<{ answer: Answer } | { asked: Ask; text: string }>(shown, (text) => {
        const done = answers([line], text, !asked);
        if (typeof done === 'object') return { value: { answer: done.value[0]! }, used: done.used };
        const found = asks.find((ask) => ask.prompt.test(text));
        return found ? { value: { asked: found, text }, used: text.length } : undefined;
      });
      if ('answer' in step) return { ...step.answer, output: output + step.answer.output };
      asked = true;
      output += withoutEcho(step.text);
      const { answer } = step.asked;
      shell.write(`${typeof answer === 'string' ? answer : answer(output)}\n`);
    }
  };

  return { hostname, hostKey: shell.hostKey, send, dialogue, close: () => shell.close() };
};
