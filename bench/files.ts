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

/** Median CPU seconds of the command, in processes of its own; an exit code that is not among these is an error. */
const cpu = (args: readonly string[], codes: readonly number[] = [0]): number => {
  const times = Array.from({ length: runs }, () => {
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
  });
  return times.sort((a, b) => a - b)[(runs - 1) / 2]!;
};

/** What a file of a size costs each command that reads it, beside `inspect`, which does nothing but read. */
export const filesRead = (): readonly Row[] => {
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows = [25_000, 100_000].flatMap((lines) => {
    const [file, text] = [join(room, `${lines}.cfg`), configuration(lines, 0)];
    writeFileSync(file, text);
    const on = (name: string, ...more: readonly string[]): number =>
      cpu([name, '--platform', 'ios-xe', file, ...more], [0, 1, 2]);
    const times = { inspect: on('inspect'), lint: on('lint'), import: on('import', '--out', 'OUT') };
    return Object.entries(times).map(([name, time]): Row => ({
      what: `${name}, ${text.split('\n').length} lines`,
      CPU: `${time.toFixed(2)} s`,
      'beside inspect': `${(time / times.inspect).toFixed(1)} times`,
    }));
  });
  rmSync(room, { recursive: true });
  return rows;
};

/** Cold starts: whole processes. */
export const starts = (): readonly Row[] =>
  [['--help'], ['--version'], ['synth', '--help']].map((args): Row => ({
    what: `tunnelwright ${args.join(' ')}`,
    CPU: `${cpu(args).toFixed(2)} s`,
  }));
