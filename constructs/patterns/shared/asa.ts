import { existing } from '../../core/device-object';
import type { Construct } from 'constructs';
import type { Referable } from '../../../lib/model/noun';
import type { Kind } from '../../../lib/model/nouns';
import { declaredOn, DeviceServices, findOn, type DeclaredObject } from '../../core/services';
import type { AsaFirewall } from '../../devices/asa-firewall';
import { IkeV2Enable, type IkeV2EnableProps } from '../../generated/ikev2/ikev2-enable';
import { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { CryptoMap } from '../../custom/ipsec/crypto-map';
import { CryptoMapEntry } from '../../generated/ipsec/crypto-map-entry';
import { DynamicMap } from '../../custom/ipsec/dynamic-map';
import type { DynamicMapProps } from '../../generated/ipsec/dynamic-map';
import { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { NetworkObject } from '../../generated/objects/network-object';
import { NatExemptionRule } from '../../generated/policies/nat-exemption';
import { SslTrustpoint } from '../../generated/remote-access/ssl-trustpoint';
import { Webvpn, type WebvpnProps } from '../../generated/remote-access/webvpn';
import type { CryptoSuite } from './crypto-suite';
import type { AsaNatExemption } from './props';
import { sameOr } from './same-object';

type Settings<T> = { -readonly [K in keyof T]: T[K] };

/** What is kept of an ASA under one key, for all its VPNs. */
export const keptOf = <V>(asa: AsaFirewall, key: string): Map<string, V> =>
  DeviceServices.of(asa).state(key, () => new Map<string, V>());

/**
 * IKEv2 policies of an ASA are for all its VPNs: equal ones are one, and each other one takes the next place from 100.
 * `number`: the place that it is to have instead.
 */
export const offerTo = (
  asa: AsaFirewall,
  ike: CryptoSuite['ike'],
  lifetime: number | 'none',
  number?: string,
): IkeV2Proposal => {
  const known = keptOf<IkeV2Proposal>(asa, 'ikev2-policies');
  const text = JSON.stringify([ike, lifetime]);
  const same = known.get(text);
  if (same !== undefined && (number === undefined || same.ref.name === number)) return same;
  const name = number ?? String(100 + known.size * 10);
  const proposal = new IkeV2Proposal(DeviceServices.of(asa), `ikev2-policy-${name}`, { name, ...ike, lifetime });
  if (same === undefined) known.set(text, proposal);
  return proposal;
};

/** What the program itself declares of what VPNs would else share. */
const byProgram = <K extends Kind>(asa: AsaFirewall, kind: K, name?: string): DeclaredObject<K> | undefined =>
  declaredOn(asa, kind).find(
    (each) => !DeviceServices.of(asa).contains(each) && (name === undefined || each.ref.name === name),
  );

/** IKEv2 on an interface as the program itself declared it. */
export const enabledByProgram = (asa: AsaFirewall, name: string): DeclaredObject<'ikev2-enable'> | undefined =>
  byProgram(asa, 'ikev2-enable', name);

/** IKEv2 on an interface, unless the program declared that itself. What one VPN needs there, all get. */
export const enableOn = (asa: AsaFirewall, name: string, props: Omit<IkeV2EnableProps, 'name'> = {}): void => {
  if (enabledByProgram(asa, name)) return;
  const services = DeviceServices.of(asa);
  const settings = services.state<Settings<IkeV2EnableProps>>(`ikev2-${name}`, () => ({ name }));
  Object.assign(settings, props);
  services.once(`ikev2-${name}`, (at, id) => new IkeV2Enable(at, id, settings));
};

/** Lists grow by what is not in them; the rest is set. */
const joined = (settings: Settings<WebvpnProps>, more: WebvpnProps): void => {
  const grown = <T>(before: readonly T[] = [], after: readonly T[] = []): T[] => [
    ...before,
    ...after.filter((one) => !before.some((each) => JSON.stringify(each) === JSON.stringify(one))),
  ];
  const { enable, anyconnectImages, anyconnectProfiles, samlProviders, customAttributes, ...rest } = more;
  Object.assign(settings, rest);
  if (customAttributes) settings.customAttributes = grown(settings.customAttributes, customAttributes);
  if (samlProviders) settings.samlProviders = grown(settings.samlProviders, samlProviders);
  if (enable) settings.enable = grown(settings.enable, enable);
  if (anyconnectImages) settings.anyconnectImages = grown(settings.anyconnectImages, anyconnectImages);
  if (anyconnectProfiles) settings.anyconnectProfiles = grown(settings.anyconnectProfiles, anyconnectProfiles);
};

/** The TLS side as the program itself declared it. */
export const webByProgram = (asa: AsaFirewall): DeclaredObject<'webvpn'> | undefined => byProgram(asa, 'webvpn');

/** The TLS side, unless the program declared that itself. Each VPN adds its own. */
export const webOn = (asa: AsaFirewall, props: WebvpnProps): void => {
  if (webByProgram(asa)) return;
  const services = DeviceServices.of(asa);
  const settings = services.state<Settings<WebvpnProps>>('webvpn', () => ({}));
  joined(settings, props);
  services.once('webvpn-of-clients', (at, id) => new Webvpn(at, id, settings));
};

/** The certificate that is shown over TLS at an interface, unless the program says so itself. It is one for all VPNs. */
export const showOn = (asa: AsaFirewall, name: string, trustpoint: Referable<'cert-trustpoint'>): void => {
  if (findOn(asa, 'ssl-trustpoint', name)) return;
  DeviceServices.of(asa).once(`ssl-trustpoint-${name}`, (at, id) => new SslTrustpoint(at, id, { name, trustpoint }));
};

/** The place of one more entry in a crypto map. */
export const nextSequence = (asa: AsaFirewall, map: string): number => {
  const known = keptOf<number>(asa, 'sequences');
  const next = (known.get(map) ?? 0) + 10;
  known.set(map, next);
  return next;
};

/** The crypto map of an interface, with one more entry. */
export const mapOn = (asa: AsaFirewall, name: string, port: string, entry: CryptoMapEntry): void => {
  const services = DeviceServices.of(asa);
  const entries = services.state<CryptoMapEntry[]>(`crypto-map-${name}`, () => []);
  entries.push(entry);
  const map = services.once(
    `crypto-map-${name}`,
    (at, id) => new CryptoMap(at, id, { name, interfaces: [port], entries }),
  );
  if (entries.length > 1) map.addEntry(entry);
};

/** An IPsec proposal for clients, or one that is there already and says the same. */
const proposalOn = (asa: AsaFirewall, esp: CryptoSuite['esp'] & { readonly name: string }): IpsecTransformSet =>
  sameOr(
    asa,
    'ipsec-transform-set',
    esp,
    () => new IpsecTransformSet(DeviceServices.of(asa), `ipsec-proposal-${esp.name}`, esp),
  );

type Protection = Pick<DynamicMapProps['entries'][number], 'lifetimeSeconds' | 'pfs' | 'reverseRoute'>;

/** What clients and other peers whose address is not known are protected with on an interface: its dynamic map with one more alternative, unless there is an equal one. */
export const protectOn = (
  asa: AsaFirewall,
  port: string,
  names: {
    readonly dynamicMap: string;
    readonly cryptoMap: string;
    readonly transformSet: string | IpsecTransformSet;
    readonly dynamicSequence?: number | undefined;
    readonly sequence?: number | undefined;
  },
  esp: CryptoSuite['esp'],
  protection: Protection,
): IpsecTransformSet => {
  const services = DeviceServices.of(asa);
  const known = keptOf<IpsecTransformSet>(asa, 'alternatives');
  const text = JSON.stringify([names.dynamicMap, esp, protection]);
  const same = known.get(text);
  if (same) return same;
  const { transformSet: own } = names;
  const proposal = typeof own === 'string' ? proposalOn(asa, { name: own, ...esp }) : own;
  known.set(text, proposal);
  const id = `dynamic-map-${names.dynamicMap}`;
  const there = services.node.tryFindChild(id) as DynamicMap | undefined;
  const sequence =
    names.dynamicSequence ?? 10 * [...known.keys()].filter((key) => key.startsWith(`["${names.dynamicMap}"`)).length;
  const entry = { sequence, proposals: [proposal], ...protection };
  if (there) there.addEntry(entry);
  else {
    const dynamic = new DynamicMap(services, id, { name: names.dynamicMap, entries: [entry] });
    // Clients come last: a peer that an entry knows is not a client.
    const last = new CryptoMapEntry(dynamic, 'entry', {
      map: names.cryptoMap,
      sequence: names.sequence ?? 65535,
      dynamic,
    });
    mapOn(asa, names.cryptoMap, port, last);
  }
  return proposal;
};

/** One object for a network or a range, however many rules need it; one that the program declares counts. */
export const objectOn = (asa: AsaFirewall, name: string, value: string): Referable<'network-object'> =>
  findOn(asa, 'network-object', name) ??
  DeviceServices.of(asa).once(`object-${name}`, (at, id) => new NetworkObject(at, id, { name, value }));

const networkOn = (asa: AsaFirewall, value: string): Referable<'network-object'> =>
  objectOn(asa, `net-${value.replace('/', '-')}`, value);

/** Rules for each pair of networks and peers; without networks for all. `outside`: the interface of the tunnel. */
export const exemptOn = (
  scope: Construct,
  asa: AsaFirewall,
  ports: AsaNatExemption & { readonly outside: string },
  networks: readonly string[] | undefined,
  peers: readonly (string | Referable<'network-object'>)[],
): void => {
  for (const peer of peers)
    for (const network of networks ?? [undefined]) {
      const there = typeof peer === 'string' ? networkOn(asa, peer) : peer;
      const { inside, outside } = ports;
      new NatExemptionRule(scope, `exempt-${network ?? 'any'}-${there.ref.name}`.replaceAll('/', '-'), {
        inside,
        outside,
        networks: network === undefined ? undefined : networkOn(asa, network),
        peers: there,
      });
    }
};

/** A trustpoint that the program declared before on the ASA, else one that is there. */
export const asaTrustpoint = (asa: Construct, name: string): Referable<'cert-trustpoint'> =>
  findOn(asa, 'cert-trustpoint', name) ?? existing('cert-trustpoint', name);
