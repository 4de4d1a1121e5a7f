import { lineOf, openIn, reasonsIn, runOracle } from './oracle/oracle';
import { differences } from './oracle/differences';
import { judge } from './support/judge';
import { missingSwan } from './support/swan-pair';

const pairs = Number(process.env['ORACLE_PAIRS'] ?? 300);
const seed = Number(process.env['ORACLE_SEED'] ?? 17);

judge(
  'strongSwan, of the rules',
  'random pairs of ends: what the rules say of the program and of the files that it writes, and whether two strongSwans that are configured alike negotiate, pass traffic and rekey, whoever begins. No proof for a Cisco device',
  missingSwan,
  ({ agree, named }) => {
    test(`${pairs} pairs of seed ${seed}`, async () => {
      const all = await runOracle(pairs, seed, () => undefined);
      for (const compared of all.filter(({ difference }) => difference === undefined))
        agree([lineOf(compared), ...reasonsIn(compared)].join('\n  '), compared.works, compared.said.length === 0);
      expect(openIn(all)).toEqual([]);
      for (const { name, reason } of differences) named(name, reason);
    }, 900_000);
  },
);
