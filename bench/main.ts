/** Measures and prints; asserts nothing. Ratios are of one run on one machine. */
import { cpus, loadavg } from 'node:os';
import { filesRead, starts } from './files';
import { manager } from './fmc';
import { lintFleet } from './lint';
import { parseAndDiff } from './parse-diff';
import { fleet, safeApply } from './safe-apply';
import { synthBesideCdktf, synthGrowth } from './synth';
import { table, type Row } from './table';

/** All that is measured, in the words of docs/performance.md, where the output is pasted whole. */
const parts: readonly (readonly [string, () => readonly Row[] | Promise<readonly Row[]>])[] = [
  ['Reading and comparing configurations', parseAndDiff],
  ['Lint of a network that is clean, all rules', lintFleet],
  ['Synth beside cdktf, whole processes, medians of three', synthBesideCdktf],
  ['Synth of larger networks, whole processes, medians of three', synthGrowth],
  ['Start, whole processes, medians of three', starts],
  ['Commands that read a configuration file, whole processes, medians of three', filesRead],
  ['One router: plan, apply, verify, save', safeApply],
  ['Many routers at once', () => fleet(200)],
  ['An FMC, simulated, without its limit on requests', manager],
];

const main = async (): Promise<void> => {
  const busy = loadavg()[0]!.toFixed(1);
  const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  process.stdout.write(`${machine}, ${day}, npm run bench, load of the machine before: ${busy}\n`);
  for (const [title, measure] of parts) process.stdout.write(`\n${title}:\n\n${table(await measure())}\n`);
};

void main();
