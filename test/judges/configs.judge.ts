import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgersOfLab, readLab } from '../../lib/cli/lab-overlay';
import { chosen } from '../../lib/cli/source';
import { parseTree, type Node } from '../../lib/desired/cli/tree';
import { placesOf } from '../../lib/lab/world/places';
import { startRehearsal } from '../../lib/lab/world/rehearsal';
import { syntax as asa } from '../../lib/platforms/asa/syntax';
import { syntax as iosxe } from '../../lib/platforms/iosxe/syntax';
import { fileStore } from '../../lib/run/ledger/store';
import { apply, words } from '../support/engine';
import { exampleNames, synthesised } from '../support/seed-examples';
import { judge } from './support/judge';
import { missingModules, python } from './support/python';

interface Case {
  readonly name: string;
  readonly syntax: 'ios' | 'asa';
  readonly ours: string;
  readonly live: string;
}
interface Told {
  readonly ciscoconfparse2: readonly string[];
  readonly hier_config: readonly string[];
  readonly remediation: readonly string[];
}

const treeOf = (nodes: readonly Node[], above: readonly string[] = []): readonly string[] =>
  nodes.flatMap(({ text, children }) => [[...above, text].join(' / '), ...treeOf(children, [...above, text])]);
/** Leaves a block, and is no line of it: a device never shows it. */
const closes = (line: string): boolean => /(?:^| \/ )exit(?:-address-family)?$/.test(line);
const linesIn = (tree: readonly string[]): readonly string[] => tree.filter((line) => !closes(line));
const ourTree = ({ ours, syntax }: Case): readonly string[] => treeOf(parseTree(ours, syntax === 'ios' ? iosxe : asa));

const distinct = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort();

/** A value for every secret that an example reads. */
const secrets: Readonly<Record<string, string>> = Object.fromEntries(
  'ADMIN RADIUS USER_PASSWORD ISE_RADIUS LDAP R1_R2_KEY SPOKE1_KEY LOCAL_KEY REMOTE_KEY AWS_KEY_1 AWS_KEY_2 AZURE_KEY'
    .split(' ')
    .map((name) => [name, `Qz5-${name.toLowerCase()}~1`]),
);

/** What an example writes for its routers and firewalls, and what these then have. */
const casesOf = async (name: string): Promise<readonly Case[]> => {
  const { manifests, configs } = synthesised(name);
  const targets = manifests.flatMap((manifest) => manifest.targets);
  const typed = targets.filter(({ platform }) => platform === 'iosxe' || platform === 'asa');
  if (typed.length === 0) return [];
  const places = placesOf(targets);
  const folder = mkdtempSync(join(tmpdir(), 'judged-'));
  const lab = await startRehearsal(places, { peers: [], requestsPerMinute: 0, deployMs: 20, delayMs: 0, flapSeed: 0 });
  try {
    const file = lab.describe(folder);
    const works = (): ReturnType<typeof chosen> =>
      // Files for clients are written into a folder of the program, which is nothing for a test.
      chosen([...manifests], { lab: file }).filter(({ target }) => target.platform !== 'folder');
    const ended = await apply({ store: fileStore(ledgersOfLab(readLab(file))), works }, manifests[0]!);
    expect(`${name}: ${words(ended.filter(({ state }) => state !== 'applied'))}`).toBe(`${name}: `);
    return typed.map(({ id, platform }) => ({
      name: `${name} ${id}`,
      syntax: platform === 'iosxe' ? 'ios' : 'asa',
      ours: configs[id]!,
      live: lab.runningConfig(places.find((place) => place.id === id)?.host ?? '')!,
    }));
  } finally {
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What a device holds and does not print, because it is its default; `plan` finds nothing to do there either. */
const hidden =
  /( \/ set security-association lifetime seconds 3600| \/ timeout 5000| \/ tunnel mode gre ip| \/ authentication aaa| remote address 0\.0\.0\.0 0\.0\.0\.0)$/;

/**
 * Whether a line of a remediation is one that the device lacks. It is not where the line takes away what others have
 * (which we leave), closes a block, is a secret (the device shows another form of it), or differs in its case alone.
 */
const isLeft = (line: string, { live, ours }: Case): boolean => {
  const own = line.split(' / ').at(-1)!;
  const has = (text: string, wanted: string): boolean =>
    text.split('\n').some((each) => each.trim().toLowerCase() === wanted.toLowerCase());
  const takesAway = own.startsWith('no ') ? !has(ours, own) : has(live, `no ${own}`) && !has(ours, own);
  return !takesAway && !closes(own) && !line.includes('<secret:') && !has(live, own) && !hidden.test(line);
};

judge(
  'ciscoconfparse2 and hier_config',
  'read every .cfg that an example writes to the same tree as we do; what hier_config would still add to the live text after an apply',
  missingModules('ciscoconfparse2', 'hier_config'),
  ({ agree }) => {
    let cases: readonly Case[];
    let told: readonly Told[];
    beforeAll(async () => {
      Object.assign(process.env, secrets, { DUO_SKEY: 'Kx8vTq2LmZ0rWc5YbN7hJd3FsG9pQe1RuA4iOo6C' });
      const all: Case[] = [];
      for (const name of exampleNames) all.push(...(await casesOf(name)));
      cases = all;
      told = await python('read_configs.py', { cases });
    });

    test('the same tree', () => {
      for (const [i, each] of cases.entries()) {
        const { ciscoconfparse2, hier_config } = told[i]!;
        const ours = linesIn(ourTree(each));
        agree(`${each.name} by ciscoconfparse2`, linesIn(ciscoconfparse2), ours);
        // A block that is opened twice is one to it.
        agree(`${each.name} by hier_config`, distinct(linesIn(hier_config)), distinct(ours));
      }
    });

    test('nothing is left to add', () => {
      for (const [i, each] of cases.entries())
        agree(
          `${each.name} after an apply`,
          told[i]!.remediation.filter((line) => isLeft(line, each)),
          [],
        );
    });
  },
);
