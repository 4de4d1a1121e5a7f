/**
 * `npm run oracle -- --pairs 5000 --seed 7` compares what the rules say of random pairs of ends with what two strongSwans do
 * (test/judges/oracle). `--only 137` asks one pair of such a run again, and shows it whole. `--record` keeps what a run
 * found for docs/judges.md, which `npm run judges` writes.
 */
import { explained, lineOf, openIn, reasonsIn, runOracle, type Compared } from '../test/judges/oracle/oracle';
import { recordRun } from '../test/judges/oracle/long-run';
import { missingSwan } from '../test/judges/support/swan-pair';

const numberAfter = (option: string): number | undefined => {
  const at = process.argv.indexOf(option);
  if (at === -1) return undefined;
  const value = Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`${option}: '${process.argv[at + 1] ?? ''}' is not a number. Write it like ${option} 300.`);
  return value;
};

const showWhole = (compared: Compared): void => {
  console.log(JSON.stringify(compared.pair, null, 2));
  console.log(compared.outcome.log.join('\n'));
};

const main = async (): Promise<number> => {
  if (missingSwan !== undefined) {
    console.log(`Not run: ${missingSwan}.`);
    return 1;
  }
  const [seed, only] = [numberAfter('--seed') ?? Date.now() % 1_000_000, numberAfter('--only')];
  const pairs = Math.max(numberAfter('--pairs') ?? 5000, (only ?? 0) + 1);
  console.log(`${pairs} pairs of seed ${seed}`);
  let count = 0;
  const all = await runOracle(
    pairs,
    seed,
    (compared) => {
      count += 1;
      if (!compared.agrees && compared.difference === undefined)
        console.log([lineOf(compared), ...reasonsIn(compared)].join('\n    '));
      if (only !== undefined) showWhole(compared);
      if (count % 400 === 0) console.log(`${count} of ${pairs}`);
    },
    only,
  );
  if (process.argv.includes('--record') && only === undefined) recordRun(all, seed);
  const open = openIn(all);
  for (const [{ name, reason }, times] of explained(all)) console.log(`${times} times: ${name} (${reason})`);
  const came = all.filter(({ works }) => works).length;
  console.log(`${all.length} pairs, of which ${came} come together; ${open.length} disagreements without a reason.`);
  if (open.length > 0)
    console.log(`One again: npm run oracle -- --seed ${seed} --pairs ${pairs} --only ${open[0]!.number}`);
  return open.length > 0 ? 1 : 0;
};

void main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
