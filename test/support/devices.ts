import type { JsonObject } from '../../lib/kernel/json';
import type { Hands, LabFmc } from '../../lib/lab/devices/fmc';
import type { LabRouter } from '../../lib/lab/devices/iosxe';
import type { Rig } from './rig';

type Body = Readonly<Record<string, unknown>> & { readonly id: string; readonly name?: string };

/** Where objects live that are part of no other. */
const collections = [
  'object/hosts',
  'object/networks',
  'object/ranges',
  'object/networkgroups',
  'object/fqdns',
  'object/slamonitors',
  'object/timeranges',
  'object/anyconnectcustomattributes',
  'object/securityzones',
  'object/interfacegroups',
  'object/ikev2policies',
  'object/ikev2ipsecproposals',
  'object/certenrollments',
  'object/certificatemaps',
  'object/urls',
  'object/securitygrouptags',
  'object/ipv4addresspools',
  'object/ipv6addresspools',
  'object/standardaccesslists',
  'object/extendedaccesslists',
  'object/anyconnectprofiles',
  'object/anyconnectpackages',
  'object/radiusservergroups',
  'object/ssoservers',
  'object/grouppolicies',
  'policy/ravpns',
  'policy/ftdnatpolicies',
  'policy/accesspolicies',
  'policy/ftdplatformsettingspolicies',
  'policy/ftds2svpns',
  'devices/devicerecords',
  'devicehapairs/ftddevicehapairs',
];
const within: Readonly<Record<string, readonly string[]>> = {
  'devices/devicerecords': [
    'physicalinterfaces',
    'loopbackinterfaces',
    'virtualtunnelinterfaces',
    'routing/ipv4staticroutes',
    'routing/ipv6staticroutes',
    'routing/staticroutes',
    'routing/ecmpzones',
    'routing/bgpgeneralsettings',
    'routing/bgp',
  ],
  'policy/ravpns': [
    'connectionprofiles',
    'ipseccryptomaps',
    'addressassignmentsettings',
    'ipsecadvancedsettings',
    'certificatemapsettings',
    'ldapattributemaps',
    'loadbalancesettings',
  ],
  'policy/ftdnatpolicies': ['manualnatrules', 'autonatrules'],
  'policy/accesspolicies': ['accessrules'],
  'policy/ftdplatformsettingspolicies': ['syslog/basicloggingsetups'],
  'policy/ftds2svpns': ['endpoints', 'ikesettings', 'ipsecsettings', 'advancedsettings'],
};

const read = (fmc: Hands, collection: string): readonly Body[] => {
  try {
    return fmc.objects(collection) as readonly Body[];
  } catch {
    return [];
  }
};

/** What stands above a rule counts it on: its index is not its own. */
const uncounted = (body: Body): Body => {
  const { ruleIndex, ...metadata } = (body['metadata'] ?? {}) as JsonObject;
  return ruleIndex === undefined ? body : { ...body, metadata };
};

/** Everything in a domain by collection and id, with versions and timestamps. */
const domainObjects = (fmc: Hands): ReadonlyMap<string, Body> => {
  const found = new Map<string, Body>();
  for (const collection of collections)
    for (const body of read(fmc, collection)) {
      found.set(`${collection}/${body.id}`, body);
      for (const child of [...(within[collection] ?? []), 'overrides'])
        for (const inner of read(fmc, `${collection}/${body.id}/${child}`))
          found.set(`${collection}/${body.id}/${child}/${inner.id}`, uncounted(inner));
    }
  return found;
};

/** Everything on the FMC, in all its domains: what is below Global has its domain before it. */
export const fmcObjects = (fmc: LabFmc): ReadonlyMap<string, Body> =>
  new Map(
    fmc.domains.flatMap((domain) =>
      [...domainObjects(fmc.in(domain))].map(([path, body]): readonly [string, Body] => [
        domain === 'Global' ? path : `${domain} ${path}`,
        body,
      ]),
    ),
  );

/** Where Duo keeps what is declared. */
const duoPaths = ['/admin/v1/groups', '/admin/v1/phones', '/admin/v1/users', '/admin/v3/integrations'];

/** What ISE has by itself comes after all others: its place is not its own. */
const unranked = ({ rank, ...body }: JsonObject): JsonObject =>
  body['default'] === true || rank === undefined ? body : { ...body, rank };

/** Everything on ISE and in Duo by collection and id, with what they would not show. */
export const serviceObjects = ({ ise, duo }: Pick<Rig, 'ise' | 'duo'>): ReadonlyMap<string, Body> =>
  new Map(
    [
      ...ise.collections().flatMap((at) => ise.objects(at).map((body) => [`ise ${at}`, unranked(body)] as const)),
      ...duoPaths.flatMap((at) => duo.objects(at).map((body) => [`duo ${at}`, body] as const)),
    ].map(([at, body]) => [`${at}/${String(body['id'])}`, body as Body]),
  );

/** Names that stand twice in one collection: what a doubled creation leaves. */
export const doubled = (fmc: LabFmc): readonly string[] => {
  const seen = new Set<string>();
  return [...fmcObjects(fmc)].flatMap(([path, body]) => {
    // A route has no name: it is its destination and its way out. An override has that of its object on every device.
    const own = path.includes('/overrides/') ? body.id : body.name;
    const called =
      own ?? JSON.stringify(body['interfaceName'] ? [body['selectedNetworks'], body['interfaceName']] : body.id);
    const at = `${path.slice(0, path.lastIndexOf('/'))}: ${String(called)}`;
    if (!seen.has(at)) {
      seen.add(at);
      return [];
    }
    return [at];
  });
};

/** The configuration of a router in lines, each with the blocks it is in. */
export const linesOf = (config: string): readonly string[] => {
  const open: string[] = [];
  return config.split('\n').flatMap((line) => {
    const depth = /^ */.exec(line)![0].length;
    open.length = Math.min(open.length, depth);
    open[depth] = line.trim();
    return line.trim() === '' || line.trim() === '!' ? [] : [open.filter(Boolean).join(' / ')];
  });
};

/** A device whose configuration is text. */
type Typed = Pick<LabRouter, 'runningConfig' | 'startupConfig'>;
export const routersOf = (rig: Rig): Readonly<Record<string, Typed>> => ({
  edge: rig.edge,
  asa: { runningConfig: () => rig.asa.runningConfig(), startupConfig: () => rig.asa.startupConfig() },
  ...rig.routers,
});

/** What is on all devices now. */
export interface Photo {
  readonly routers: Readonly<Record<string, string>>;
  readonly fmc: ReadonlyMap<string, Body>;
  readonly deployed: string;
  /** authproxy.cfg of the Duo proxy. */
  readonly duoProxy: string;
  /** On ISE and in Duo. */
  readonly services: ReadonlyMap<string, Body>;
}
export const photo = (rig: Rig): Photo => ({
  routers: Object.fromEntries(Object.entries(routersOf(rig)).map(([name, router]) => [name, router.runningConfig()])),
  fmc: fmcObjects(rig.fmc),
  duoProxy: rig.duoProxy.config(),
  deployed: JSON.stringify(['mumbai-pair', 'branch-ftd'].map((name) => rig.fmc.deployed(name))),
  services: serviceObjects(rig),
});

/** What was there before and is there no more, or is another: empty where a run left others' things alone. */
export const touched = (before: Photo, after: Photo): readonly string[] => [
  ...Object.entries(before.routers).flatMap(([name, config]) => {
    const now = linesOf(after.routers[name]!);
    return linesOf(config).flatMap((line) => (now.includes(line) ? [] : [`${name}: ${line}`]));
  }),
  ...before.duoProxy
    .split('\n')
    .flatMap((line) => (after.duoProxy.split('\n').includes(line) ? [] : [`duo-proxy: ${line}`])),
  ...[...before.fmc].flatMap(([path, body]) =>
    JSON.stringify(after.fmc.get(path)) === JSON.stringify(body) ? [] : [`fmc: ${path} ${body.name ?? ''}`],
  ),
  ...[...before.services].flatMap(([path, body]) =>
    JSON.stringify(after.services.get(path)) === JSON.stringify(body) ? [] : [path],
  ),
];

/** What is there now and was not before. */
export const added = (before: Photo, after: Photo): readonly string[] => [
  ...touched({ ...after, fmc: new Map(), services: new Map() }, before),
  ...[...after.fmc.keys()].filter((path) => !before.fmc.has(path)).map((path) => `fmc: ${path}`),
  ...[...after.services.keys()].filter((path) => !before.services.has(path)),
];

const labelOf = (body: Body): string => String(body['username'] ?? body['number'] ?? body.name ?? '');

/** A photo without what every write moves: ids, versions, timestamps, users. With `boot`, only what came since. */
export const content = ({ routers, fmc, duoProxy, services }: Photo, boot?: Photo): object => {
  const ids = new Map(
    [...fmc, ...services].map(([path, body]) => [body.id, `${path.split('/').slice(-2)[0]} ${labelOf(body)}`]),
  );
  const settled = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const id = [...ids.keys()].find((key) => value.includes(key));
      return id === undefined ? value : settled(value.replaceAll(id, ids.get(id)!));
    }
    if (Array.isArray(value)) return value.map(settled);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !['version', 'metadata', 'links', 'secretKey'].includes(key));
    return Object.fromEntries(kept.map(([key, member]) => [key, settled(member)]));
  };
  const texts = [...fmc, ...services].map(
    ([path, body]) => `${String(settled(path))} ${JSON.stringify(settled(body))}`,
  );
  const lines = Object.entries(routers).map(([name, config]): readonly [string, readonly string[]] => {
    const before = linesOf(boot?.routers[name] ?? '');
    return [name, linesOf(config).filter((line) => !before.includes(line))];
  });
  return { routers: boot ? Object.fromEntries(lines) : routers, fmc: texts.sort(), duoProxy };
};
