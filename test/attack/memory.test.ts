import { attacks } from './support/attacks';

/** ATTACKS=all runs each of them and prints a table of figures; else a sample is taken. */
const all = process.env['ATTACKS'] === 'all';
const sample = ['SSH: an endless show run', 'SSH: a flood of prompts', 'HTTPS: a gzip bomb of 1 GB'];
const seconds = all ? 5 : 10;
const table: string[] = [];

test.each(attacks.filter(({ name }) => all || sample.includes(name)))(
  'memory under attack stays under 300 MB: $name',
  async ({ name, run }) => {
    const harm = await run(seconds);
    const [found] = harm.problems;
    table.push(`| ${name} | ${harm.seconds.toFixed(1)} s | ${harm.megabytes} MB | ${found?.message ?? 'no problem'} |`);
    expect(found).toBeDefined();
    expect(harm.live).toBeUndefined();
    expect(harm.megabytes).toBeLessThan(300);
  },
);

afterAll(() => {
  if (all) process.stdout.write(`${table.join('\n')}\n`);
});
