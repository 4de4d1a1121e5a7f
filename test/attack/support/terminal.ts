import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compiled } from '../../support/compiled';
import type { Rig } from '../../support/rig';

const repository = resolve(__dirname, '../../..');
const main = join(compiled, 'lib/cli/main.js');

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
export const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** `describe`, where there is a terminal to be had. */
export const withTmux = (): jest.Describe => {
  if (!hasTmux) console.log('skipped: tmux is not installed');
  return hasTmux ? describe : describe.skip;
};
export const withScript = (): jest.Describe => {
  if (!hasScript) console.log('skipped: script of util-linux is not installed (Debian: bsdutils)');
  return hasScript ? describe : describe.skip;
};

/** A person's terminal: unlike the tests, no CI, and colours. */
export const personal = (rig: Pick<Rig, 'lab' | 'ledgers'>): NodeJS.ProcessEnv => {
  const { CI: _ci, NO_COLOR: _colour, FORCE_COLOR: _force, ...env } = process.env;
  return { ...env, TERM: 'xterm-256color', TUNNELWRIGHT_LAB: rig.lab, TUNNELWRIGHT_LEDGER: rig.ledgers };
};

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;
/** The command as a shell takes it. */
export const shellWords = (args: readonly string[]): string => [process.execPath, main, ...args].map(quoted).join(' ');

export interface Terminal {
  /** All that was ever shown and not taken away again, from the top, without the empty lines at the end. */
  screen(): string;
  /** What is in the window now. */
  window(): readonly string[];
  /** Presses keys, by their names in tmux: `C-c`, `Enter`. Of a text, each character. */
  press(...keys: readonly string[]): void;
  /** Waits until this is in the window, and gives everything that was shown. */
  shows(words: RegExp): Promise<string>;
  /** Waits for the end of the command. */
  ended(): Promise<{ readonly code: number; readonly screen: string }>;
  resize(columns: number, rows: number): void;
  close(): void;
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Behind the command: `2>err.txt`. */
  readonly redirect?: string;
  /** A file that gets every byte that goes to the terminal. */
  readonly recording?: string;
}

const end = /\[ended with (\d+)\]\s*$/;
/** The terminal shows the key whenever it gets round to it, also behind what the command has said since. */
const withoutKeys = (text: string): string =>
  text
    .replace(/^\^C\n?/gm, '')
    .replace(/\^C$/gm, '')
    .trimEnd();
const patienceMs = 40_000;
let nth = 0;

/** A window of its own, in which the command runs as typed by a person. */
export const openTerminal = (
  rig: Pick<Rig, 'lab' | 'ledgers'>,
  args: readonly string[],
  { columns = 100, rows = 50, env = {}, redirect = '', recording }: TerminalOptions = {},
): Terminal => {
  const home = mkdtempSync(join(tmpdir(), 'tw-terminal-'));
  const socket = join(home, `s${nth++}`);
  const tmux = (...words: readonly string[]): string => {
    const ran = spawnSync('tmux', ['-S', socket, '-f', '/dev/null', ...words], {
      encoding: 'utf8',
      cwd: repository,
      env: { ...personal(rig), TMUX: undefined },
    });
    return ran.stdout;
  };
  const own = Object.entries(env).map(([name, value]) =>
    value === undefined ? `unset ${name};` : `export ${name}=${quoted(value)};`,
  );
  // The shell of the window says how it ended, and stays until the window is closed.
  const line = `trap : INT; ${own.join(' ')} ${shellWords(args)} ${redirect}; printf '[ended with %s]\\n' $?; read never`;
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), 'sh', '-c', line);
  if (recording !== undefined) tmux('pipe-pane', '-o', `cat >${recording}`);
  const capture = (...from: readonly string[]): string => tmux('capture-pane', '-p', ...from).replace(/\s+$/, '');

  const until = async <T>(look: () => T | undefined, what: string): Promise<T> => {
    for (const limit = Date.now() + patienceMs; ;) {
      const found = look();
      if (found !== undefined) return found;
      if (Date.now() > limit) throw new Error(`${what} is not shown, but:\n${capture('-S', '-')}`);
      await pause(40);
    }
  };
  const screen = (): string => withoutKeys(capture('-S', '-', '-J'));
  return {
    screen,
    window: () => capture().split('\n'),
    press: (...keys) => void tmux('send-keys', ...keys),
    // Looked at once: between two looks the command goes on.
    shows: (words) => until(() => [screen()].find((all) => words.test(all)), String(words)),
    ended: () =>
      until(() => {
        const all = screen();
        const code = end.exec(all)?.[1];
        return code === undefined ? undefined : { code: Number(code), screen: all.replace(end, '').trimEnd() };
      }, 'the end of the command'),
    resize: (x, y) => void tmux('resize-window', '-x', String(x), '-y', String(y)),
    close: () => {
      tmux('kill-server');
      rmSync(home, { recursive: true, force: true });
    },
  };
};
