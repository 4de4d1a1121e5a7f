import { problem, ProblemError } from '../kernel/problem';
import { answersIn, promptsOf } from './echo';
import { quoted } from './quoted';
import type { Reader } from './reader';
import type { Shell } from './ssh';

export interface Login {
  readonly target: string;
  readonly enable?: string;
  /** Typed first, and harmless: paging off. The prompt is learnt from where their echoes stand. */
  readonly prepare?: readonly string[];
}

/** A prompt that stands alone on a line, as far as a look at it can say. */
const likely = /(?:^|[\r\n])([A-Za-z0-9][\w.\-/:]*)(?:\([^)]*\))?[>#] ?$/;
/** What may be one: a banner may stand on its line, and the last line of a banner may end so too. */
const possible = /\S[>#] ?$/;

interface Prompt {
  /** All of it but its last character. */
  readonly name: string;
  readonly privileged: boolean;
  /** What the device printed until then. */
  readonly said: string;
}

const promptIn = (text: string): Prompt => {
  const whole = text.trimEnd();
  return { name: whole.slice(0, -1), privileged: whole.endsWith('#'), said: '' };
};

/**
 * The prompt is listed twice in what a device prints of a line that was typed: before its echo, and alone behind its answer.
 * That is so whatever a banner says, and wherever that was cut into packets.
 */
export const learnt = (text: string, typed: string): Prompt | undefined => {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.pop()!;
  const prompt = last.trimEnd();
  if (!/\S[>#]$/.test(prompt)) return undefined;
  const echoed = lines.some((line) => {
    const before = line.trimEnd();
    return before.endsWith(typed) && before.slice(0, -typed.length).trimEnd().endsWith(prompt);
  });
  return echoed ? promptIn(prompt) : undefined;
};

const unknown = (target: string, text: string) =>
  problem(
    'ssh.prompt',
    target,
    `the login ends in no prompt that is known. The device says: ${quoted(text, [])}`,
    'log in by hand and look: the account must reach a command line that ends in > or #',
  );

/** Types harmless lines until the device has echoed the last of them, and takes the prompt that stands around it. */
export const learnPrompt = async (
  shell: Shell,
  reader: Reader,
  target: string,
  lines: readonly string[],
): Promise<Prompt> => {
  const type = (): void => shell.write(lines.map((line) => `${line}\n`).join(''));
  const last = lines[lines.length - 1]!;
  let again = 0;
  type();
  return reader.until(
    { what: last, typed: lines },
    (text) => {
      const value = learnt(text, last);
      return value === undefined ? undefined : { value: { ...value, said: text }, used: text.length };
    },
    (text) => {
      // What is typed before a login is over may be thrown away.
      if (possible.test(text) && !text.includes(last) && again++ < 2) return void type();
      return /[\r\n]$/.test(text) || text === '' ? undefined : unknown(target, text);
    },
  );
};

const firstOf = async (shell: Shell, reader: Reader, login: Login): Promise<Prompt> => {
  const { prepare = [], target } = login;
  const shape = prepare.length === 0 ? likely : possible;
  const first = await reader.until(
    { what: 'the first prompt', typed: [] },
    (text) => {
      const found = shape.exec(text);
      if (found === null) return undefined;
      // What is only possible stays, and is looked at again together with what follows.
      return {
        value: promptIn(found[1] === undefined ? found[0] : `${found[1]}${text.trimEnd().slice(-1)}`),
        used: prepare.length === 0 ? text.length : 0,
      };
    },
    (text) => (/[\r\n]$/.test(text) || text === '' ? undefined : unknown(target, text)),
  );
  return prepare.length === 0 ? first : learnPrompt(shell, reader, target, prepare);
};

const refused = (target: string, message: string, hint: string): ProblemError =>
  new ProblemError([problem('ssh.enable', target, message, hint)]);

const asksSecret = /assword: ?$/;

type End = 'secret' | 'privileged' | 'user';

/** Where the answer to `enable` has ended. */
const endOf = (text: string, prompts: RegExp): End | undefined => {
  if (asksSecret.test(text)) return 'secret';
  const last = [...text.matchAll(prompts)].find((match) => match.index + match[0].length === text.length);
  if (last === undefined) return undefined;
  return text.trimEnd().endsWith('#') ? 'privileged' : 'user';
};

/** Types a line of becoming privileged. `what`: the line for messages; the secret is never in one. */
const typeEnable = async (shell: Shell, reader: Reader, prompts: RegExp, typed: string, what: string) => {
  let said = '';
  shell.write(`${typed}\n`);
  const end = await reader.until({ what, typed: [typed] }, (text) => {
    const value = endOf((said = text), prompts);
    return value === undefined ? undefined : { value, used: text.length };
  });
  return { end, said };
};

const noQuestion = (target: string, words: string): ProblemError =>
  refused(
    target,
    `the device does not ask for the enable secret${words === '' ? '' : `. It says: ${quoted(words, [])}`}`,
    'set an enable secret on the device, or let the account log in with privilege level 15',
  );

/** Becomes privileged. The secret is never in a message, and a device does not echo it. */
const becomePrivileged = async (
  shell: Shell,
  reader: Reader,
  name: string,
  { target, enable }: Login,
): Promise<void> => {
  if (enable === undefined)
    throw refused(
      target,
      'the login ends in user mode (>), and no enable secret is declared',
      "write enable in the login: Login.fromEnv('EDGE', { enable: true })",
    );
  const prompts = promptsOf(name);
  const first = await typeEnable(shell, reader, prompts, 'enable', 'enable');
  if (first.end === 'privileged') return;
  if (first.end === 'user') throw noQuestion(target, answersIn(['enable'], first.said, prompts).value[0]?.output ?? '');
  const second = await typeEnable(shell, reader, prompts, enable, 'the enable secret');
  if (second.end !== 'privileged')
    throw refused(target, 'the device refuses the enable secret', 'check the secret that login.enable refers to');
};

/** Logs in as far as a privileged prompt; gives what stands before its last character. */
export const enterPrivileged = async (shell: Shell, reader: Reader, login: Login): Promise<string> => {
  const { name, privileged } = await firstOf(shell, reader, login);
  if (privileged) return name;
  await becomePrivileged(shell, reader, name, login);
  const { prepare = [], target } = login;
  if (prepare.length > 0) await learnPrompt(shell, reader, target, prepare);
  return name;
};
