import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Took } from './synth-program';
import type { Row } from './table';

const runs = 3;

const once = (shape: string, size: number): Took => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'synth-program.js'), shape, String(size)], {
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as Took;
};

/** The median of a few runs, each a whole process of its own. */
const took = (shape: string, size: number): Took => {
  const all = Array.from({ length: runs }, () => once(shape, size)).sort((a, b) => a.cpuSeconds - b.cpuSeconds);
  return all[(runs - 1) / 2]!;
};

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const memory = (value: number): string => `${value.toFixed(0)} MiB`;

/** Whole processes, loading included, against cdktf alone with as many null resources. */
export const synthBesideCdktf = (): readonly Row[] =>
  [100, 1_000, 5_000, 20_000].map((size): Row => {
    const [ours, theirs] = [took('nouns', size), took('cdktf', size)];
    return {
      what: `synth, ${size.toLocaleString('en')} objects on one router`,
      'CPU of tunnelwright': seconds(ours.cpuSeconds),
      'CPU of cdktf, as many null resources': seconds(theirs.cpuSeconds),
      ratio: `${(ours.cpuSeconds / theirs.cpuSeconds).toFixed(1)} times`,
      'memory (rss)': memory(ours.memoryMiB),
    };
  });

const shapes = [
  ['routers', [1_000, 5_000], 'routers with 5 objects each'],
  ['routers-of-20', [500, 1_000], 'routers with 20 objects each'],
  ['hub', [250, 1_000], 'spokes of one hub'],
  ['mesh', [30, 60], 'routers in a full mesh'],
] as const;

/** How CPU time grows with the size: whole processes again. */
export const synthGrowth = (): readonly Row[] =>
  shapes.flatMap(([shape, sizes, words]) =>
    sizes.map((size): Row => {
      const { cpuSeconds, memoryMiB } = took(shape, size);
      const count = shape === 'mesh' ? (size * (size - 1)) / 2 : size;
      return {
        what: `synth, ${size.toLocaleString('en')} ${words}${shape === 'mesh' ? ` (${count.toLocaleString('en')} tunnels)` : ''}`,
        CPU: seconds(cpuSeconds),
        each: `${((cpuSeconds / count) * 1000).toFixed(2)} ms`,
        'memory (rss)': memory(memoryMiB),
      };
    }),
  );
