import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { lowerCli } from '../../../lib/desired/cli/lower';
import { consoleOf } from '../../../lib/lab/devices/asa/console';
import { AsaDevice } from '../../../lib/lab/devices/asa/device';
import { clockOf } from '../../../lib/lab/server/clock';
import { asaConfig } from '../../../lib/lab/world/asa-config';
import { edgeConfig } from '../../../lib/lab/world/edge-config';
import type { Resource } from '../../../lib/model/network';
import { onlyNameOf } from '../../../lib/model/noun';
import { nouns, type Kind } from '../../../lib/model/nouns';
import { grammarOf as asaGrammarOf } from '../../../lib/platforms/asa/grammar';
import { syntax as asaSyntax } from '../../../lib/platforms/asa/syntax';
import { grammarOf as routerGrammarOf } from '../../../lib/platforms/iosxe/grammar';
import { syntax as routerSyntax } from '../../../lib/platforms/iosxe/syntax';
import { routerConfiguration } from '../../support/arbitraries';
import { asaConfiguration } from '../../support/arbitraries/asa';
import { cliDialect } from '../../support/cli';
import { importedTexts, planOn, stackOf, type ImportedPlatform } from '../../support/imported';
import { runs, seed } from '../../support/properties';
import { pureRouter } from '../../support/pure-router';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-import-random-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** Secrets as a device would have them: plain words. */
const revealed = (line: string): string => line.replace(/<secret:[^>]*>/g, (marker) => marker.replace(/\W/g, ''));

const routerWith = (resources: readonly Resource[]): string => {
  const { desired, problems } = lowerCli(resources, routerGrammarOf, 'IOS-XE', routerSyntax);
  expect(problems).toEqual([]);
  const router = pureRouter(edgeConfig);
  const lines = desired.items.flatMap(({ content }) =>
    cliDialect.steps(undefined, content).flatMap((step) => step.lines),
  );
  // An interface that comes into a VRF loses its address, which the device says.
  expect(router.type(lines.map(revealed)).filter((said) => !said.includes('removed due to enabling VRF'))).toEqual([]);
  return router.text();
};

const asaWith = (resources: readonly Resource[]): string => {
  const { desired, problems } = lowerCli(resources, asaGrammarOf, 'ASA', asaSyntax);
  expect(problems).toEqual([]);
  const device = new AsaDevice({ config: asaConfig }, clockOf(60000), {
    faults: () => ({}),
    tunnelUp: () => false,
    ikeFailures: () => [],
    dropSessions: () => undefined,
  });
  const console = consoleOf(device, 'test', { privileged: true, inConfig: true });
  for (const { content } of desired.items)
    for (const line of cliDialect.steps(undefined, content).flatMap((step) => step.lines))
      expect(`${line}: ${console.submit(revealed(line)).text ?? ''}`).not.toContain('ERROR');
  return device.text(device.spaces.get('')!, true);
};

let rooms = 0;
/** Imports a text, runs what was written, and plans it on a device that starts with the text. */
const planned = async (name: ImportedPlatform, text: string) => {
  const out = join(room, String(rooms++));
  const { readings } = await importedTexts([{ name: 'edge.cfg', platform: name, text }], out);
  const [target] = stackOf(out).manifest.targets;
  const { declared, leftOut } = readings[0]!.device.objects;
  return { ...planOn(target!, name, text), declared: declared.map(({ kind, name: own }) => `${kind}/${own}`), leftOut };
};

/** Why an object may stay unmanaged: what a plan cannot compare, and what the construct or the release does not take. */
const known = [
  /^what the device shows of its secret, like a hash, cannot be compared/,
  /^a secret stands in the middle of its text/,
  /^release 17\.9 does not know/,
  /^it is off on the device/,
  // A device prints nothing of it where it is not shut down.
  /^taking it over would type: crypto (ikev2 cluster|ssl policy \S+) \/ no shutdown \/ exit$/,
];
/** Text is not read as objects, and of what a device has once it may print nothing where it is as it is by itself. */
const unseen: readonly string[] = ['raw-config', 'raw-block', 'interface-lines', 'scp-server'];
const isSeen = ({ kind, name }: Resource): boolean =>
  !unseen.includes(kind) && !name.startsWith('Default') && onlyNameOf(nouns[kind]) === undefined;
const addressIn = ({ kind, name }: { readonly kind: string; readonly name: string }): string =>
  `${kind}/${onlyNameOf(nouns[kind as Kind]) ?? name}`;

test.each([
  ['ios-xe', routerConfiguration, routerWith],
  ['asa', asaConfiguration, asaWith],
] as const)(
  '%s: of any configuration, what is imported is adopted and nothing is changed',
  async (name, any, typed) => {
    const property = fc.asyncProperty(any, async (resources) => {
      const { acting, adopted, declared, leftOut } = await planned(name, typed(resources));
      expect(acting).toEqual([]);
      expect(adopted.filter((address) => !address.endsWith(' (empty)')).sort()).toEqual([...declared].sort());
      expect(leftOut.filter(({ why }) => !known.some((each) => each.test(why)))).toEqual([]);
      const seen = new Set([...declared, ...leftOut.map(addressIn)]);
      const objects = resources.filter(isSeen).map(addressIn);
      expect(objects.filter((address) => !seen.has(address))).toEqual([]);
    });
    await fc.assert(property, { seed, numRuns: Math.ceil(runs / 2), endOnFailure: true });
  },
);
