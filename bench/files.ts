import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configuration } from './generate';
import type { Row } from './table';

const runs = 3;
const command = join(__dirname, '..', 'lib', 'cli', 'main.js');
/** Says at its end what the process took. */
const told = `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\n' + (user + system) / 1e6); })`;

/** CPU seconds of the command, in a process of its own; an exit code that is not among these is an error. */
const cpu = (args: readonly string[], codes: readonly number[] = [0]): number => {
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  const words = args.map((word) => (word === 'OUT' ? join(room, 'out') : word));
  const preload = `data:text/javascript,${encodeURIComponent(told)}`;
  const { stderr, status } = spawnSync(process.execPath, ['--import', preload, command, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  rmSync(room, { recursive: true });
  if (status === null || !codes.includes(status)) throw new Error(stderr);
  return Number(stderr.trim().split('\n').at(-1));
};

/** The median of each, run in turn: what else the machine does meets all of them alike. */
const medians = (measures: readonly (() => number)[]): readonly number[] => {
  const rounds = Array.from({ length: runs }, () => measures.map((measure) => measure()));
  return measures.map((_, at) => rounds.map((round) => round[at]!).sort((a, b) => a - b)[(runs - 1) / 2]!);
};

/** What a file of a size costs each command that reads it, beside `inspect`, which does nothing but read. */
export const filesRead = (): readonly Row[] => {
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows = [25_000, 100_000].flatMap((lines) => {
    const [file, text] = [join(room, `${lines}.cfg`), configuration(lines, 0)];
    writeFileSync(file, text);
    const names = ['inspect', 'lint', 'import'];
    const times = medians(
      names.map((name) => {
        const more = name === 'import' ? ['--out', 'OUT'] : [];
        return () => cpu([name, '--platform', 'ios-xe', file, ...more], [0, 1, 2]);
      }),
    );
    return times.map((time, at): Row => ({
      what: `${names[at]!}, ${text.split('\n').length} lines`,
      CPU: `${time.toFixed(2)} s`,
      'beside inspect': `${(time / times[0]!).toFixed(2)} times`,
    }));
  });
  rmSync(room, { recursive: true });
  return rows;
};

/** Cold starts: whole processes. */
export const starts = (): readonly Row[] =>
  [['--help'], ['--version'], ['synth', '--help']].map((args): Row => ({
    what: `tunnelwright ${args.join(' ')}`,
    CPU: `${medians([() => cpu(args)])[0]!.toFixed(2)} s`,
  }));
