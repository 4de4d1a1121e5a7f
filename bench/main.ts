/** Measures and prints; asserts nothing. Ratios are of one run on one machine. */
import { cpus } from 'node:os';
import { manager } from './fmc';
import { lintFleet } from './lint';
import { parseAndDiff } from './parse-diff';
import { fleet, safeApply } from './safe-apply';
import { table } from './table';

const main = async (): Promise<void> => {
  const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  process.stdout.write(`${machine}, ${new Date().toISOString().slice(0, 10)}, npm run bench\n\n`);
  process.stdout.write(`${table(parseAndDiff())}\n\n`);
  process.stdout.write(`${table(lintFleet())}\n\n`);
  process.stdout.write(`${table(await safeApply())}\n\n`);
  process.stdout.write(`${table(await fleet(200))}\n\n`);
  process.stdout.write(`${table(await manager())}\n`);
};

void main();
