import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSavedPlan } from '../../../lib/cli/saved-plan';
import { parseTree } from '../../support/cli';
import type { Section } from '../../../lib/desired/cli/section';
import type { Desired, SecretBook } from '../../../lib/desired/item';
import type { RestGrammar } from '../../../lib/desired/rest/grammar';
import { nameTable } from '../../../lib/desired/rest/names';
import { bodyOf, readObject, type RestObject } from '../../../lib/desired/rest/object';
import { stableJson, type JsonObject } from '../../../lib/kernel/json';
import { emptyLedger, type Ledger } from '../../../lib/plan/ledger';
import { asaConfig } from '../../../lib/lab/world/asa-config';
import { edgeConfig } from '../../../lib/lab/world/edge-config';
import { inspect as inspectAsa } from '../../../lib/platforms/asa/inspect';
import { tunnelsOf } from '../../../lib/platforms/asa/observe';
import * as asa from '../../../lib/platforms/asa/normalize';
import { certificatesIn } from '../../../lib/engine/pki/certificates';
import { chainsIn, keysIn } from '../../../lib/engine/pki/observed';
import * as duoAdmin from '../../../lib/platforms/duo-admin/normalize';
import { logFileOf, normalize as normalizeIni } from '../../../lib/platforms/duo-proxy/normalize';
import { grammarFor as fmcGrammar, normalizer } from '../../../lib/platforms/fmc/normalize';
import { inspect as inspectRouter } from '../../../lib/platforms/iosxe/inspect';
import { armed, digestIn } from '../../../lib/platforms/iosxe/observe';
import * as iosxe from '../../../lib/platforms/iosxe/normalize';
import { readFacts } from '../../../lib/platforms/iosxe/pki/facts';
import { syntax } from '../../../lib/platforms/iosxe/syntax';
import { sessionsIn } from '../../../lib/platforms/iosxe/tunnels';
import { grammarFor as iseGrammar } from '../../../lib/platforms/ise/normalize';
import { parseManifest, type Manifest } from '../../../lib/run/manifest';
import { fileStore } from '../../../lib/run/ledger/store';
import { decodeType7 } from '../../../lib/engine/cli/type7';
import { refusal } from '../../../lib/wire/device-words';
import { knownKeys } from '../../../lib/wire/known-hosts';
import { mutated, mutatedJson } from './mutate';
import { seeds } from './seeds';

/** One reader of what comes from outside, and what it is fed with. It gives a value or throws a `ProblemError`. */
export interface Parser {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  readonly parse: (input: never) => unknown;
  /** It costs more than the others, and gets a tenth of what they get. */
  readonly slow?: true;
}

const text = (name: string, from: readonly string[], parse: (input: string) => unknown): Parser => ({
  name,
  inputs: mutated(from),
  parse,
});
const json = (name: string, from: readonly unknown[], parse: (input: unknown) => unknown): Parser => ({
  name,
  inputs: mutatedJson(from),
  parse,
});

/** Judges every secret as another one. */
const book: SecretBook = { judge: () => '<secret:other>', reveal: (shown) => shown };

const sectionsOf = (desired: Desired<unknown>): ((header: string) => Section | undefined) => {
  const all = new Map(desired.items.map(({ content }) => [(content as Section).header, content as Section]));
  return (header) => all.get(header);
};

const targetsOf = (manifests: readonly Manifest[], platform: string): readonly Desired<unknown>[] =>
  manifests.flatMap(({ targets }) => targets.filter((t) => t.platform === platform).map((t) => t.desired));

/** With a few objects: what stands in a manifest besides them is what is read. */
const slim = (target: Manifest['targets'][number]): Manifest['targets'][number] => ({
  ...target,
  desired: { ...target.desired, items: target.desired.items.slice(0, 2) },
});
const small = (manifest: Manifest): Manifest => ({ ...manifest, targets: manifest.targets.map(slim) });

type AnyRest = RestGrammar<Record<string, unknown>>;

/** What a manager or service answers for each object that the programs of the tests declare. */
const answers = (
  name: string,
  desired: readonly Desired<unknown>[],
  read: (like: RestObject, bodies: Readonly<Record<string, JsonObject>>) => unknown,
): Parser => {
  const objects = desired.flatMap(({ items }) => items.map(({ content }) => content as RestObject));
  const bodies = objects.map((like, at) => ({
    at,
    bodies: Object.fromEntries(['', ...like.parts].map((part) => [part, bodyOf(like, part)])),
  }));
  return json(name, bodies, (input) => {
    const { at, bodies: answer } = input as (typeof bodies)[number];
    const like = objects[at];
    const isAnswer = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
    // What is not a JSON object is refused before it is read.
    const whole = isAnswer && Object.values(answer).every((b) => typeof b === 'object' && b !== null);
    return like === undefined || !whole ? undefined : read(like, answer);
  });
};

const plainly =
  (grammarFor: (kind: string) => AnyRest | undefined) =>
  (like: RestObject, bodies: Readonly<Record<string, JsonObject>>): unknown => {
    const grammar = grammarFor(like.kind);
    return grammar && readObject(grammar, like, bodies, book);
  };

/** Every parser, for programs whose targets are of all platforms. `close` removes what the file readers have written. */
export const parsersFor = (
  manifests: readonly Manifest[],
): { readonly parsers: readonly Parser[]; readonly close: () => void } => {
  const room = mkdtempSync(join(tmpdir(), 'tunnelwright-fuzz-'));
  const [routers, firewalls] = [targetsOf(manifests, 'iosxe'), targetsOf(manifests, 'asa')];
  const fmc = targetsOf(manifests, 'fmc');
  const scope = fmc.flatMap(({ items }) => items.map(({ content }) => content as RestObject));
  const readFmc = normalizer(scope, nameTable({ code: 'fmc', title: 'FMC' }), book, 'e276abec');
  const ledgers: readonly Ledger[] = manifests.flatMap(({ targets }) =>
    targets.map(({ desired }) => ({
      ...emptyLedger('net/x'),
      entries: desired.items.slice(0, 4).map((item) => ({ ...item, state: 'owned' as const })),
    })),
  );
  const saved = (work: Manifest['targets'][number]) =>
    stableJson({
      format: 'tunnelwright-plan-1',
      adopt: false,
      targets: [{ work: { stack: 'net', target: work }, basis: 'b' }],
    });
  const store = fileStore(room);
  const parsers: readonly Parser[] = [
    text('CLI tree', [...seeds.router, ...seeds.firewall], parseTree),
    text('IOS-XE running-config', [edgeConfig, ...seeds.router], (shown) =>
      iosxe.normalize(iosxe.configurationOf(shown, 'edge'), book, sectionsOf(routers[0]!)),
    ),
    { ...text('IOS-XE inspect', [edgeConfig, ...seeds.router], inspectRouter), slow: true },
    text('ASA running-config', [asaConfig, ...seeds.firewall], (shown) =>
      asa.normalize(asa.configurationOf(shown, 'asa'), book, sectionsOf(firewalls[0]!)),
    ),
    { ...text('ASA inspect', [asaConfig, ...seeds.firewall], inspectAsa), slow: true },
    text('IOS-XE show', seeds.shows, (shown) => [
      sessionsIn(shown),
      armed(shown),
      refusal(shown),
      digestIn(`= ${shown} = 0123456789abcdef0123456789abcdef`, 'bootflash:/x', 'edge'),
    ]),
    text('ASA show', seeds.shows, (shown) =>
      tunnelsOf(
        firewalls.flatMap(({ items }) => items.map(({ content }) => content as Section)),
        shown,
      ),
    ),
    text('keys and certificates of devices', seeds.pki, (shown) => [
      certificatesIn(shown),
      keysIn('rsa', shown),
      chainsIn(shown, 'crypto pki certificate chain', syntax),
    ]),
    text('type 7', ['0822455D0A16', '02050D480809'], decodeType7),
    answers('FMC JSON', fmc, (like, bodies) => fmcGrammar(like) && readFmc(like, bodies)),
    answers('ISE JSON', targetsOf(manifests, 'ise'), plainly(iseGrammar)),
    answers('Duo JSON', targetsOf(manifests, 'duo-admin'), plainly(duoAdmin.grammarFor)),
    json('Duo lists', seeds.duoUsers, (body) =>
      typeof body === 'object' && body !== null ? duoAdmin.foundIn('admin/v1/users', body as JsonObject) : undefined,
    ),
    text('authproxy.cfg', seeds.authproxy, (file) => [
      normalizeIni(file, book, { target: 'duo', file: 'authproxy.cfg' }, () => undefined),
      logFileOf(file, '/opt/duo'),
    ]),
    text('known_hosts', seeds.knownHosts, (file) => knownKeys(file, '192.0.2.1', 22)),
    text(
      'manifest, as text',
      manifests.map((one) => stableJson(small(one), 1)),
      (file) => parseManifest(file, 'tunnelwright.json'),
    ),
    {
      ...json('manifest', manifests.map(small), (file) => parseManifest(JSON.stringify(file), 'tunnelwright.json')),
      slow: true,
    },
    {
      ...text(
        'ledger',
        ledgers.map((one) => stableJson(one, 1)),
        async (file) => {
          writeFileSync(join(room, 'net.x.json'), file);
          return store.read('net/x');
        },
      ),
      slow: true,
    },
    {
      ...text(
        'saved plan',
        manifests.flatMap(({ targets }) => targets.slice(0, 1).map(slim).map(saved)),
        (file) => {
          writeFileSync(join(room, 'p.json'), file);
          return readSavedPlan(join(room, 'p.json'));
        },
      ),
      slow: true,
    },
    {
      name: 'keys and certificates of a router',
      inputs: fc.array(mutated(seeds.pki), { minLength: 5, maxLength: 5 }),
      parse: (outputs: readonly string[]) =>
        readFacts({ send: async () => outputs.map((output) => ({ line: '', output })) } as never),
      slow: true,
    },
  ];
  return { parsers, close: () => rmSync(room, { recursive: true, force: true }) };
};
