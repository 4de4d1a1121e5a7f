import { defined } from '../../kernel/defined';
import { isRef, type Ref } from '../../model/noun';
import { standingTunnelGroups } from '../../model/firewall/tunnel-group';
import type { Declared } from '../read/judge';
import type { ImportedDevice } from '../read/imported-device';
import type { AccessCandidate, AccessProps, NoAccess } from './access-candidate';
import { clientEntry, type ClientEntry } from './client-entry';
import { finder, onlyOf, refIn } from '../read/find-declared';
import { free } from '../../kernel/free-name';
import { toldClients, type ToldClients } from './split-domains';

type Bag = Readonly<Record<string, unknown>>;

const isStanding = (name: string): boolean => (standingTunnelGroups as readonly string[]).includes(name);

/** What of a tunnel group clients come in by; in words where a RemoteAccess has no such thing. */
interface Parts {
  readonly group: Declared;
  readonly policy: Declared;
  readonly pool: Declared;
  readonly servers: Ref;
  readonly entry: ClientEntry;
  readonly offer: Declared;
  readonly trustpoint: string;
  readonly isEap: boolean;
}

const isEapAlone = (ipsec: Bag): boolean => ipsec['remoteEap'] === 'query-identity';

/** How users prove who they are: `eap` or `anyconnect`; others in words. */
const methodIn = ({ props }: Declared): string => {
  const { ipsec = {}, webvpn = {} } = props as { readonly ipsec?: Bag; readonly webvpn?: Bag };
  const asked = webvpn['authentication'] ?? 'aaa';
  if (isEapAlone(ipsec)) return 'eap';
  if (asked !== 'aaa') return `its users prove themselves by ${String(asked)}`;
  return ipsec['remoteCertificate'] === true || ipsec['remoteKey'] !== undefined
    ? 'its clients prove themselves with a certificate or a key'
    : 'anyconnect';
};

/** Why no AaaServer checks its users. */
const checkedBy = (servers: unknown): string =>
  servers === undefined || servers === 'LOCAL'
    ? 'its users are those of the ASA itself (LOCAL)'
    : `its AAA servers ${refIn(servers)?.name ?? ''} are not declared by this program`;

const partsOf = ({ objects }: ImportedDevice, group: Declared): Parts | readonly string[] => {
  const find = finder(objects.declared);
  const { general = {} } = group.props as { readonly general?: Bag };
  const [policy, pool] = [find.at(general['defaultGroupPolicy']), find.at(onlyOf(general['addressPools']))];
  const servers = find.at(general['authenticationServers']);
  const entry = clientEntry(objects.declared);
  const [offer] = [...find.of('ikev2-proposal')].sort((a, b) => Number(a.name) - Number(b.name));
  const trustpoint = refIn(find.of('ikev2-remote-access')[0]?.props['trustpoint']);
  const method = methodIn(group);
  const isKnown = method === 'eap' || method === 'anyconnect';
  if (!policy || !pool || !servers || typeof entry === 'string' || !offer || !trustpoint || !isKnown)
    return [
      ...(policy ? [] : ['it names no group policy that this program declares']),
      ...(pool ? [] : ['it gives addresses of no pool or of several']),
      ...(servers ? [] : [checkedBy(general['authenticationServers'])]),
      ...(typeof entry === 'string' ? [entry] : []),
      ...(offer ? [] : ['the ASA has no IKEv2 policy']),
      ...(trustpoint ? [] : ['the ASA shows clients no certificate by crypto ikev2 remote-access trustpoint']),
      ...(isKnown ? [] : [method]),
    ];
  const { kind: ref, name } = servers;
  return {
    group,
    policy,
    pool,
    servers: { ref, name },
    entry,
    offer,
    trustpoint: trustpoint.name,
    isEap: method === 'eap',
  };
};

/** By which protocols the group policy lets users in: TLS beside IKEv2 or not. */
const transportOf = ({ props }: Declared): Bag =>
  JSON.stringify(props['tunnelProtocols']) === JSON.stringify(['ikev2', 'ssl-client'])
    ? { transport: 'ipsec-ikev2-and-ssl' }
    : {};

/** The certificate that the TLS side shows, where it is not the one that IKEv2 shows, or none is said. */
const shownOverTls = ({ trustpoint, entry }: Parts, opensTls: boolean, declared: readonly Declared[]): Bag => {
  const name = refIn(finder(declared).named('ssl-trustpoint', entry.interface)?.props['trustpoint'])?.name;
  return !opensTls || name === trustpoint ? {} : { tlsTrustpoint: name ?? false };
};

/** The networks that users reach, where a standard list of the policy alone permits them. */
const reachedBy = ({ props }: Declared, declared: readonly Declared[]): Bag & { readonly list?: string } => {
  const list = finder(declared).at(props['splitTunnelNetworks']);
  if (props['splitTunnelPolicy'] !== 'tunnelspecified' || list === undefined) return {};
  const entries = (list.props['entries'] ?? []) as readonly Bag[];
  const isPlain =
    list.props['type'] === 'standard' &&
    entries.every((each) => each['action'] === 'permit' && Object.keys(each).length === 2);
  const users = declared.filter(({ props: own }) =>
    JSON.stringify(own).includes(`"ref":"access-list","name":${JSON.stringify(list.name)}`),
  );
  if (!isPlain || users.length > 1) return { networks: { ref: list.kind, name: list.name } };
  return { networks: entries.map((each) => each['source']), list: list.name };
};

/** What a group policy says besides what a RemoteAccess says by itself. */
const furtherOf = ({ props }: Declared, { domains, others: told }: ToldClients): Bag => {
  const { dnsServers, defaultDomain, simultaneousLogins = 'inherited', ...rest } = props;
  const { tunnelProtocols: _protocols, splitTunnelPolicy: _split, splitTunnelNetworks: _list, ...others } = rest;
  const { anyconnectProfile: _profile, customAttributes: _told, ...group } = others;
  const customAttributes = told.length === 0 ? undefined : told;
  const all = defined({ ...group, customAttributes, ...(simultaneousLogins === 3 ? {} : { simultaneousLogins }) });
  return defined({
    domains,
    dns: dnsServers,
    domain: defaultDomain,
    ...(Object.keys(all).length === 0 ? {} : { group: all }),
  });
};

/** What the TLS side hands out to the users of a policy. */
const handedOut = (policy: Declared, declared: readonly Declared[]): Bag => {
  const web = finder(declared).of('webvpn')[0]?.props ?? {};
  const profiles = (web['anyconnectProfiles'] ?? []) as readonly { readonly name: string }[];
  const clientProfile = profiles.find(({ name }) => name === policy.props['anyconnectProfile']);
  return defined({ clientImages: web['anyconnectImages'], clientProfile });
};

/** How AnyConnect finds the group: by a list, or by a URL. */
const listedAs = ({ name, props }: Declared): Bag => {
  const { aliases = [], urls } = (props['webvpn'] ?? {}) as { readonly aliases?: readonly string[]; urls?: unknown };
  const isUsual = JSON.stringify(aliases) === JSON.stringify(isStanding(name) ? [] : [name]);
  return defined({ aliases: isUsual ? undefined : aliases, urls });
};

/** Only the names that are not those that it gives by itself. */
const namesOf = (id: string, parts: Parts, list: string | undefined, domains: string | undefined): Bag => {
  const { group, policy, entry, offer, isEap } = parts;
  const all: readonly (readonly [key: string, name: unknown, standard: unknown])[] = [
    ['group', isStanding(group.name) ? undefined : group.name, isEap ? undefined : id],
    ['groupPolicy', policy.name, id],
    ['policy', offer.name, '100'],
    ['transformSet', entry.transformSet.name, id],
    ['accessList', list, `${id}-networks`],
    ['domains', domains, `${id}-domains`],
    ['dynamicMap', entry.dynamicMap, `${entry.interface}_clients`],
    ['cryptoMap', entry.cryptoMap, `${entry.interface}_map`],
    ['dynamicSequence', entry.dynamicSequence, 10],
    ['sequence', entry.sequence, 65535],
  ];
  return Object.fromEntries(
    all.flatMap(([key, name, standard]) => (name === undefined || name === standard ? [] : [[key, name]])),
  );
};

const poolOf = (id: string, { name, props }: Declared): Bag => {
  const [range] = props['ranges'] as readonly Bag[];
  return defined({ name: name === `${id}-pool` ? undefined : name, ...range, mask: props['mask'] });
};

/** With CBC the integrity algorithms serve as PRF where none is said; an ASA says it always. */
const suiteOf = ({ offer, entry }: Parts): AccessProps['suite'] => {
  const { lifetime = 86400, prf, ...ike } = offer.props;
  const isSame = JSON.stringify(prf) === JSON.stringify(ike['integrity']);
  return {
    ike: defined({ ...ike, prf: isSame ? undefined : prf, lifetime: lifetime === 86400 ? undefined : lifetime }),
    esp: entry.transformSet.props,
  };
};

/** A RemoteAccess for a tunnel group, as far as one can be made of what it has; why not otherwise. */
const accessOf = (device: ImportedDevice, group: Declared, taken: Set<string>): AccessCandidate | NoAccess => {
  const parts = partsOf(device, group);
  const of = { device, of: 'tunnel group', group: group.name } as const;
  if (!('policy' in parts)) return { ...of, why: parts };
  const { declared } = device.objects;
  const { policy, entry, isEap } = parts;
  const { general = {} } = group.props as { readonly general?: Bag };
  const wish = isStanding(group.name) ? policy.name : group.name;
  const id = free(/^[A-Za-z][\w-]*$/.test(wish) ? wish : `${device.id}-users`, taken, '-');
  const { list, ...reached } = reachedBy(policy, declared);
  const told = toldClients(policy, declared);
  const clientServices = finder(declared).named('ikev2-enable', entry.interface)?.props['clientServices'];
  const accounting = general['accountingServers'];
  const transport = transportOf(policy);
  const opensTls = 'transport' in transport || clientServices !== undefined;
  return {
    id,
    ...of,
    construct: 'RemoteAccess',
    props: {
      suite: suiteOf(parts),
      trustpoint: parts.trustpoint,
      ...shownOverTls(parts, opensTls, declared),
      interface: entry.interface,
      authentication: parts.servers,
      ...(isEap ? { software: ['windows'] } : {}),
      ...(isStanding(group.name) && !isEap ? { match: { any: true } } : {}),
      pool: poolOf(id, parts.pool),
      ...reached,
      ...furtherOf(policy, told),
      ...transport,
      ...(clientServices === undefined ? {} : { clientServices: true }),
      ...handedOut(policy, declared),
      ...(isRef(accounting) ? { accounting } : {}),
      ...listedAs(group),
      ...entry.further,
      names: namesOf(id, parts, list, told.label),
    },
  };
};

/** The groups that an ASA has by itself are for users where they give something. */
const isForUsers = ({ name, props }: Declared): boolean => {
  const { general = {} } = props as { readonly general?: Bag };
  return !isStanding(name) || general['defaultGroupPolicy'] !== undefined || general['addressPools'] !== undefined;
};

/** Each tunnel group of users of an ASA: as a RemoteAccess, or why it is none. */
export const asaAccesses = (device: ImportedDevice, taken: Set<string>): readonly (AccessCandidate | NoAccess)[] =>
  device.objects.declared
    .filter(({ kind, props }) => kind === 'tunnel-group' && props['type'] === 'remote-access')
    .filter(isForUsers)
    .map((group) => accessOf(device, group, taken));
