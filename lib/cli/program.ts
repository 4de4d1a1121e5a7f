import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fail, problem, ProblemError } from '../kernel/problem';
import { atExit } from '../kernel/at-exit';
import { endGroup } from '../run/program';
import { interruptedCode } from './interrupt';
import { beforeCrash, syntaxFaults } from './syntax-fault';
import { writeError } from './output/streams';

/** tsx runs TypeScript without a build; found where this package is installed. */
const tsx = (): string => pathToFileURL(require.resolve('tsx')).href;

/** JavaScript that Node runs as it is: CommonJS that names no TypeScript. All else, and what is in doubt, is for tsx. */
const isCompiled = (app: string): boolean =>
  /\.c?js$/.test(app) && !/^\s*(?:import|export)\b|\bimport\(|\.[cm]?tsx?['"`]/m.test(readFileSync(app, 'utf8'));

const runnable = (
  app: string,
): { readonly file: string; readonly args: readonly string[]; readonly shell: boolean } => {
  // `npx tsx main.ts` ends like a file too; a file may have blanks in its name.
  const isFile = /\.[cm]?[jt]s$/.test(app) && (existsSync(app) || !/\s/.test(app));
  if (isFile && !existsSync(app))
    return fail('app.missing', app, 'there is no such file', 'check the path given to --app');
  if (isFile)
    return { file: process.execPath, args: [...(isCompiled(app) ? [] : ['--import', tsx()]), app], shell: false };
  return { file: app, args: [], shell: true };
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The signal that this process got meanwhile. */
  readonly interrupted: NodeJS.Signals | undefined;
  readonly words: string;
  /** The end of its words that was not said yet: how it crashed. */
  readonly held: string;
}

/** What is kept of the last words of a program, in characters. */
const kept = 4000;

/** Starts the program in a process group of its own and passes signals on; the second one ends it at once. */
const started = (app: string, variables: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const { file, args, shell } = runnable(app);
    const env = { ...process.env, ...variables };
    const child = spawn(file, args, { shell, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let [words, held] = ['', ''];
    let interrupted: NodeJS.Signals | undefined;
    const hear = (text: string): void => {
      words = `${words}${text}`.slice(-kept);
      const [said, rest] = held === '' ? beforeCrash(text) : ['', held + text];
      writeError(said);
      held = rest;
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
    const pass = (signal: NodeJS.Signals): void => {
      endGroup(child, interrupted === undefined ? signal : 'SIGKILL');
      interrupted ??= signal;
    };
    const gone = (): void => endGroup(child, 'SIGKILL');
    for (const signal of signals) process.on(signal, pass);
    const callOff = atExit(gone);
    const deaf = (): void => {
      for (const signal of signals) process.off(signal, pass);
      callOff();
    };
    child.on('error', (error) => {
      deaf();
      reject(error);
    });
    child.on('close', (code, signal) => {
      deaf();
      resolve({ code, signal, interrupted, words, held });
    });
  });

const lastLines = (words: string): string => words.trim().split('\n').slice(-3).join(' | ');

/** Runs a program of the user; what it says goes to standard error. Gives its last words, or fails with how it ended. */
export const runProgram = async (app: string, variables: Readonly<Record<string, string>>): Promise<string> => {
  const { code, signal, interrupted, words, held } = await started(app, variables).catch(
    (error: NodeJS.ErrnoException) => {
      if (error instanceof ProblemError) throw error;
      return fail(
        'app.failed',
        app,
        `cannot be started (${error.code ?? error.message})`,
        'check the command of --app',
      );
    },
  );
  const faults = code === 0 ? [] : syntaxFaults(held);
  if (faults.length > 0) throw new ProblemError(faults);
  writeError(held);
  if (interrupted !== undefined) return fail(interruptedCode, app, 'interrupted. Nothing was changed');
  if (code === 0) return lastLines(words);
  // What our App found wrong is on the screen already.
  if (code === 1 && words.trim() !== '') throw new ProblemError([]);
  throw new ProblemError([
    problem(
      'app.failed',
      app,
      `the program ended with ${code ?? signal ?? 'an error'}${words.trim() === '' ? ' and said nothing' : ''}. Nothing was changed`,
      'run it by hand and look',
    ),
  ]);
};
