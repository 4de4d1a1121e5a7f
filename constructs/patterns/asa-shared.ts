import type { Construct } from 'constructs';
import type { AsaFirewall } from '../devices/asa-firewall';
import { IkeV2Enable, type IkeV2EnableProps } from '../ikev2/ikev2-enable';
import { IkeV2Proposal } from '../ikev2/ikev2-proposal';
import { CryptoMap } from '../ipsec/crypto-map';
import { CryptoMapEntry } from '../ipsec/crypto-map-entry';
import { DynamicMap, type DynamicMapProps } from '../ipsec/dynamic-map';
import { IpsecTransformSet } from '../ipsec/ipsec-transform-set';
import { NetworkObject } from '../objects/network-object';
import { CertTrustpoint } from '../pki/cert-trustpoint';
import { NatExemptionRule } from '../policies/nat-exemption';
import { Webvpn, type WebvpnProps } from '../remote-access/webvpn';
import type { CryptoSuite } from './crypto-suite';

/** What an ASA has once, however many VPNs of level 2 use it. */
const policies = new WeakMap<AsaFirewall, Map<string, IkeV2Proposal>>();
const sequences = new WeakMap<AsaFirewall, Map<string, number>>();
const alternatives = new WeakMap<AsaFirewall, Map<string, IpsecTransformSet>>();
const enabled = new WeakMap<AsaFirewall, Map<string, Settings<IkeV2EnableProps>>>();
const web = new WeakMap<AsaFirewall, Settings<WebvpnProps>>();

type Settings<T> = { -readonly [K in keyof T]: T[K] };

/** What is kept of an ASA in one of the maps above. */
const keptOf = <K, V>(all: WeakMap<AsaFirewall, Map<K, V>>, asa: AsaFirewall): Map<K, V> => {
  const known = all.get(asa) ?? new Map<K, V>();
  all.set(asa, known);
  return known;
};

/** IKEv2 policies of an ASA are for all its VPNs: equal ones are one, and each other one takes the next place from 100. */
export const offerTo = (asa: AsaFirewall, ike: CryptoSuite['ike'], lifetime: number): IkeV2Proposal => {
  const known = keptOf(policies, asa);
  const text = JSON.stringify([ike, lifetime]);
  const name = String(100 + known.size * 10);
  const proposal = known.get(text) ?? new IkeV2Proposal(asa, `ikev2-policy-${name}`, { name, ...ike, lifetime });
  known.set(text, proposal);
  return proposal;
};

/** IKEv2 on an interface as the program itself declared it. */
export const enabledByProgram = (asa: AsaFirewall, name: string): IkeV2Enable | undefined =>
  enabled.get(asa)?.has(name)
    ? undefined
    : asa.node.findAll().find((each): each is IkeV2Enable => each instanceof IkeV2Enable && each.ref.name === name);

/** IKEv2 on an interface, unless the program declared that itself. What one VPN needs there, all get. */
export const enableOn = (asa: AsaFirewall, name: string, props: Omit<IkeV2EnableProps, 'name'> = {}): void => {
  if (enabledByProgram(asa, name)) return;
  const known = keptOf(enabled, asa);
  const settings = known.get(name);
  if (settings) Object.assign(settings, props);
  else {
    const first = { name, ...props };
    known.set(name, first);
    new IkeV2Enable(asa, `ikev2-${name}`, first);
  }
};

/** Lists grow by what is not in them; the rest is set. */
const joined = (settings: Settings<WebvpnProps>, more: WebvpnProps): void => {
  const grown = <T>(before: readonly T[] = [], after: readonly T[] = []): T[] => [
    ...before,
    ...after.filter((one) => !before.some((each) => JSON.stringify(each) === JSON.stringify(one))),
  ];
  const { enable, anyconnectImages, anyconnectProfiles, ...rest } = more;
  Object.assign(settings, rest);
  if (enable) settings.enable = grown(settings.enable, enable);
  if (anyconnectImages) settings.anyconnectImages = grown(settings.anyconnectImages, anyconnectImages);
  if (anyconnectProfiles) settings.anyconnectProfiles = grown(settings.anyconnectProfiles, anyconnectProfiles);
};

/** The TLS side as the program itself declared it. */
export const webByProgram = (asa: AsaFirewall): Webvpn | undefined =>
  web.has(asa) ? undefined : asa.node.findAll().find((each): each is Webvpn => each instanceof Webvpn);

/** The TLS side, unless the program declared that itself. Each VPN adds its own. */
export const webOn = (asa: AsaFirewall, props: WebvpnProps): void => {
  if (webByProgram(asa)) return;
  const known = web.get(asa);
  if (known) joined(known, props);
  else {
    const first: Settings<WebvpnProps> = { ...props };
    web.set(asa, first);
    new Webvpn(asa, 'webvpn-of-clients', first);
  }
};

/** The place of one more entry in a crypto map. */
export const nextSequence = (asa: AsaFirewall, map: string): number => {
  const known = keptOf(sequences, asa);
  const next = (known.get(map) ?? 0) + 10;
  known.set(map, next);
  return next;
};

/** The crypto map of an interface, with one more entry. */
export const mapOn = (asa: AsaFirewall, name: string, port: string, entry: CryptoMapEntry): void => {
  const there = asa.node.tryFindChild(`crypto-map-${name}`) as CryptoMap | undefined;
  if (there) there.addEntry(entry);
  else new CryptoMap(asa, `crypto-map-${name}`, { name, interfaces: [port], entries: [entry] });
};

type Protection = Pick<DynamicMapProps['entries'][number], 'lifetimeSeconds'>;

/** What clients of an interface are protected with: its dynamic map with one more alternative, unless there is an equal one. */
export const protectOn = (
  asa: AsaFirewall,
  port: string,
  names: { readonly dynamicMap: string; readonly cryptoMap: string; readonly transformSet: string },
  esp: CryptoSuite['esp'],
  protection: Protection,
): IpsecTransformSet => {
  const known = keptOf(alternatives, asa);
  const text = JSON.stringify([names.dynamicMap, esp, protection]);
  const same = known.get(text);
  if (same) return same;
  const proposal = new IpsecTransformSet(asa, `ipsec-proposal-${names.transformSet}`, {
    name: names.transformSet,
    ...esp,
  });
  known.set(text, proposal);
  const id = `dynamic-map-${names.dynamicMap}`;
  const there = asa.node.tryFindChild(id) as DynamicMap | undefined;
  const sequence = 10 * [...known.keys()].filter((key) => key.startsWith(`["${names.dynamicMap}"`)).length;
  const entry = { sequence, proposals: [proposal], ...protection };
  if (there) there.addEntry(entry);
  else {
    const dynamic = new DynamicMap(asa, id, { name: names.dynamicMap, entries: [entry] });
    // Clients come last: a peer that an entry knows is no client.
    const last = new CryptoMapEntry(dynamic, 'entry', { map: names.cryptoMap, sequence: 65535, dynamic });
    mapOn(asa, names.cryptoMap, port, last);
  }
  return proposal;
};

/** What keeps its addresses on the way into a tunnel of an ASA. */
export interface AsaNatExemption {
  /** The interface of the networks here, by its logical name: `inside`. */
  readonly inside: string;
}

/** One object for a network or a range, however many rules need it. */
export const objectOn = (asa: AsaFirewall, name: string, value: string): NetworkObject =>
  (asa.node.tryFindChild(`object-${name}`) as NetworkObject | undefined) ??
  new NetworkObject(asa, `object-${name}`, { name, value });

const networkOn = (asa: AsaFirewall, value: string): NetworkObject =>
  objectOn(asa, `net-${value.replace('/', '-')}`, value);

/** Rules for each pair of networks and peers; without networks for all. `outside`: the interface of the tunnel. */
export const exemptOn = (
  scope: Construct,
  asa: AsaFirewall,
  ports: AsaNatExemption & { readonly outside: string },
  networks: readonly string[] | undefined,
  peers: readonly (string | NetworkObject)[],
): void => {
  for (const peer of peers)
    for (const network of networks ?? [undefined]) {
      const there = typeof peer === 'string' ? networkOn(asa, peer) : peer;
      const { inside, outside } = ports;
      new NatExemptionRule(scope, `exempt-${network ?? 'any'}-${there.ref.name}`.replaceAll('/', '-'), {
        inside,
        outside,
        ...(network === undefined ? {} : { networks: networkOn(asa, network) }),
        peers: there,
      });
    }
};

/** A trustpoint that the program declared before on the ASA, else one that is there. */
export const asaTrustpoint = (scope: Construct, name: string) =>
  scope.node.root.node
    .findAll()
    .find(
      (each): each is CertTrustpoint =>
        each instanceof CertTrustpoint && each.ref.name === name && each.node.scopes.includes(scope),
    ) ?? CertTrustpoint.fromExisting(name);
