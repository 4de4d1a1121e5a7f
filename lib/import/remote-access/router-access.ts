import { defined } from '../../kernel/defined';
import { stableJson } from '../../kernel/json';
import { isRef, type Ref } from '../../model/noun';
import type { AccessCandidate, NoAccess } from './access-candidate';
import type { Declared } from '../read/judge';
import { finder, onlyOf, refIn } from '../read/find-declared';
import type { ImportedDevice } from '../read/imported-device';
import { commonName } from '../text/naming';
import { free } from '../../kernel/free-name';
import { areRouters, authorizationOf, type Authorization } from './router-authorization';
import { protectionOf, type RouterOffer } from '../read/router-protection';

type Bag = Readonly<Record<string, unknown>>;

/** What of an IKEv2 profile users come in by; in words where no construct of level 2 has such a thing. */
interface Parts extends RouterOffer {
  readonly profile: Declared;
  readonly template: Declared;
  readonly ipsecProfile: Declared;
  readonly transformSet: Declared;
  readonly trustpoint: string;
  readonly proof: Proof;
  readonly authorization: Authorization;
}

/** How users prove who they are. */
interface Proof extends Bag {
  readonly method: 'cert' | 'eap' | 'anyconnect-eap';
  readonly certificate?: boolean;
  readonly servers?: Ref;
  /** The method list by which they are checked. */
  readonly list?: string;
}

const matches = {
  keyIds: 'matchRemoteKeyIds',
  emailDomains: 'matchRemoteEmailDomains',
  addresses: 'matchRemoteAddresses',
  certificates: 'matchCertificates',
  any: 'matchRemoteAny',
} as const;

const matchOf = ({ props }: Declared): Bag =>
  defined(Object.fromEntries(Object.entries(matches).map(([key, field]) => [key, props[field]])));

const methodsOf = ({ props }: Declared): readonly Bag[] =>
  ((props['authenticationRemote'] ?? []) as readonly unknown[]).map((each) =>
    typeof each === 'string' ? { method: each } : (each as Bag),
  );

const proofOf = (profile: Declared, declared: readonly Declared[]): Proof | string => {
  const find = finder(declared);
  const [first, ...others] = methodsOf(profile);
  const method = String(first?.['method']);
  if (others.length > 0) return 'its users prove themselves in several ways';
  if (method === 'rsa-sig') return { method: 'cert' };
  if (method !== 'eap' && method !== 'anyconnect-eap') return `its users prove themselves by ${method}`;
  const asked = onlyOf(profile.props['aaaAuthentication']) as Bag | undefined;
  const list = find.at(asked?.['list']);
  const servers = onlyOf(list?.props['methods']);
  if (list === undefined || !isRef(servers)) return 'its users are not checked by one group of servers alone';
  return { method, certificate: first!['certRequest'] === true, servers, list: list.name };
};

const templateRef = ({ props }: Declared): Ref | undefined => {
  const given = props['virtualTemplate'] as { readonly template?: unknown } | undefined;
  return refIn(given) ?? refIn(given?.template);
};

const trustpointOf = ({ props }: Declared): Ref | undefined => {
  const shown = onlyOf(props['trustpoints']) as { readonly trustpoint?: unknown } | undefined;
  return refIn(shown) ?? refIn(shown?.trustpoint);
};

const trustpointLack = ({ props }: Declared): string => {
  const count = ((props['trustpoints'] ?? []) as readonly unknown[]).length;
  return count === 0 ? 'it shows no certificate' : `it has ${count} trustpoints, and a construct gives it one`;
};

const partsOf = (profile: Declared, declared: readonly Declared[]): Parts | readonly string[] => {
  const find = finder(declared);
  const template = find.at(templateRef(profile));
  const { ipsecProfile, transformSet, offer } = protectionOf(find, template);
  const trustpoint = trustpointOf(profile);
  const proof = proofOf(profile, declared);
  const authorization = authorizationOf(profile, declared);
  if (
    !template ||
    !ipsecProfile ||
    !transformSet ||
    !trustpoint ||
    !offer ||
    typeof proof === 'string' ||
    typeof authorization === 'string'
  )
    return [
      ...(template ? [] : ['its virtual template is not declared by this program']),
      ...(!template || ipsecProfile ? [] : ['its virtual template has no IPsec profile that this program declares']),
      ...(!ipsecProfile || transformSet ? [] : ['its IPsec profile has not one transform set of its own']),
      ...(trustpoint ? [] : [trustpointLack(profile)]),
      ...(offer ? [] : ['the router has no IKEv2 policy of its own']),
      ...[proof, authorization].filter((each) => typeof each === 'string'),
    ];
  return { profile, template, ipsecProfile, transformSet, trustpoint: trustpoint.name, proof, authorization, ...offer };
};

/** The address that the tunnels borrow: that of a loopback interface of their own, or of one that is there. */
const borrowed = ({ template }: Parts, declared: readonly Declared[], isPlain: boolean): Bag => {
  const { unnumbered } = template.props;
  const loopback = finder(declared).named('loopback-interface', String(unnumbered));
  const isOwn = loopback !== undefined && Object.keys(loopback.props).join() === 'address';
  if (!isOwn || (isPlain && loopback.name !== 'Loopback1')) return defined({ unnumbered });
  return { gateway: loopback.props['address'], ...(loopback.name === 'Loopback1' ? {} : { loopback: loopback.name }) };
};

/** What users connect with, where the router is not set up for AnyConnect. */
const softwareOf = ({ proof, transformSet, profile }: Parts, declared: readonly Declared[]): Bag => {
  if (finder(declared).of('ikev2-global')[0]?.props['httpUrlCert'] === false) return {};
  const suits = String(transformSet.props['encryption']).endsWith('-256') && proof.method !== 'anyconnect-eap';
  return { software: suits && profile.props['matchRemoteKeyIds'] === undefined ? ['windows'] : [] };
};

const usualDpd = stableJson({ interval: 60, retry: 2, mode: 'on-demand' });

/** What only a FlexVpnRemoteAccess says. */
const furtherOf = ({ profile }: Parts, declared: readonly Declared[]): Bag => {
  const { dpd, reconnect, identityLocal, aaaAccounting } = profile.props;
  const told = finder(declared).at((onlyOf(aaaAccounting) as Bag | undefined)?.['list']);
  return defined({
    accounting: onlyOf(told?.props['methods']),
    reconnect,
    dpd: stableJson(dpd ?? null) === usualDpd ? undefined : dpd,
    identity: stableJson(identityLocal ?? null) === stableJson({ type: 'dn' }) ? undefined : identityLocal,
  });
};

/** The one group that a RemoteAccess has, where it says no more than that can. */
const plainGroup = ({ proof, authorization: { given } }: Parts): (Bag & { readonly name: string }) | undefined => {
  const groups = (given?.['groups'] ?? []) as readonly (Bag & { readonly name: string })[];
  const [group, ...others] = groups;
  const isPlain =
    proof.method === 'eap' &&
    group?.['pool'] !== undefined &&
    others.length === 0 &&
    (given!['choose'] ?? 'key-id') === 'key-id';
  const more = ['dhcpServer', 'netmask', 'interfaceLines', 'vrf'].some((key) => group?.[key] !== undefined);
  return isPlain && !more ? group : undefined;
};

const differing = (all: readonly (readonly [key: string, name: unknown, standard: unknown])[]): Bag =>
  Object.fromEntries(all.flatMap(([key, name, standard]) => (name === standard ? [] : [[key, name]])));

const namesOf = (id: string, { proposal, policy, profile, transformSet, ipsecProfile }: Parts): Bag =>
  differing([
    ['proposal', proposal.name, id],
    ['policy', policy.name, 'SITE-TO-SITE'],
    ['profile', profile.name, id],
    ['transformSet', transformSet.name, id],
    ['ipsecProfile', ipsecProfile.name, id],
  ]);

/** What both constructs say first, in the same words. */
const commonOf = (id: string, parts: Parts) => {
  const { proposal, transformSet, trustpoint } = parts;
  return { suite: { ike: proposal.props, esp: transformSet.props }, trustpoint, names: namesOf(id, parts) };
};

/** With what software users come, and what their tunnels are cloned from. */
const carriedBy = (parts: Parts, declared: readonly Declared[]): Bag => {
  const { template, profile } = parts;
  const isAuto = (profile.props['virtualTemplate'] as { readonly mode?: unknown }).mode === 'auto';
  return {
    ...softwareOf(parts, declared),
    ...(template.name === 'Virtual-Template1' ? {} : { template: template.name }),
    ...(isAuto ? { autoMode: true } : {}),
  };
};

const plainOf = (id: string, parts: Parts, group: Bag & { readonly name: string }, declared: readonly Declared[]) => {
  const { names, ...common } = commonOf(id, parts);
  const { proof, authorization, profile } = parts;
  const match = matchOf(profile);
  const { name, ...given } = group;
  return {
    ...common,
    authentication: proof.servers,
    ...(stableJson(match) === stableJson({ any: true }) ? {} : { match }),
    ...given,
    ...borrowed(parts, declared, true),
    ...carriedBy(parts, declared),
    ...defined({ clientProfile: profile.props['anyconnectProfile'] }),
    names: {
      ...differing([
        ['group', name, id],
        ['authenticationList', proof.list, proof.servers!.name],
        ['authorizationList', authorization.given!['list'], id],
      ]),
      ...names,
    },
  };
};

const flexOf = (id: string, parts: Parts, declared: readonly Declared[]) => {
  const { names, ...common } = commonOf(id, parts);
  const {
    proof,
    profile,
    authorization: { given },
  } = parts;
  const list = given?.['list'] === id ? undefined : given?.['list'];
  // Where the key ids are the names of the groups, that chooses by itself.
  const choose = given?.['choose'] === 'key-id' ? undefined : given?.['choose'];
  return {
    ...common,
    authentication: proof,
    match: matchOf(profile),
    ...(given === undefined ? {} : { authorization: defined({ ...given, choose, list }) }),
    ...borrowed(parts, declared, false),
    ...carriedBy(parts, declared),
    ...furtherOf(parts, declared),
    ...defined({ anyconnectProfile: profile.props['anyconnectProfile'] }),
    names,
  };
};

const accessOf = (device: ImportedDevice, profile: Declared, taken: Set<string>): AccessCandidate | NoAccess => {
  const { declared } = device.objects;
  const of = { device, of: 'IKEv2 profile', group: profile.name } as const;
  const parts = partsOf(profile, declared);
  if (!('proof' in parts)) return { ...of, why: parts };
  const { proposal, transformSet, ipsecProfile } = parts;
  const called = [profile, proposal, transformSet, ipsecProfile].map(({ name }) => name);
  const own = commonName([profile.name], 1) ?? `${device.id}-users`;
  const id = free(commonName(called, 2) ?? own, taken, '-');
  const group = Object.keys(furtherOf(parts, declared)).length === 0 ? plainGroup(parts) : undefined;
  const flex = { id, ...of, construct: 'FlexVpnRemoteAccess', props: flexOf(id, parts, declared) } as const;
  return group === undefined
    ? flex
    : { id, ...of, construct: 'RemoteAccess', props: plainOf(id, parts, group, declared), instead: flex };
};

/** What clones a tunnel for each of those who call, and is for no hub: hubs know spokes by their domain names. */
const isForUsers = (profile: Declared, declared: readonly Declared[]): boolean => {
  const isOfNames = profile.props['matchRemoteFqdns'] ?? profile.props['matchRemoteFqdnDomains'];
  const isAsked = profile.props['aaaAuthorization'] ?? profile.props['aaaAuthentication'];
  const isOfCallers = templateRef(profile) !== undefined && isOfNames === undefined && isAsked !== undefined;
  return isOfCallers && !areRouters(profile, declared);
};

/** Each IKEv2 profile of users of a router: as a construct of level 2, or why it is none. */
export const routerAccesses = (device: ImportedDevice, taken: Set<string>): readonly (AccessCandidate | NoAccess)[] =>
  finder(device.objects.declared)
    .of('ikev2-profile')
    .filter((profile) => isForUsers(profile, device.objects.declared))
    .map((profile) => accessOf(device, profile, taken));
