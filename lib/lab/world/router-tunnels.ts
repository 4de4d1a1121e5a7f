import type { NounOf, Kind } from '../../model/nouns';
import type { Lookup } from '../../desired/cli/lookup';
import { readNoun } from '../../desired/cli/read-noun';
import { groupBy } from '../../kernel/group';
import { methodOf } from '../../model/shared/ike-authentication';
import { syntax } from '../../platforms/iosxe/syntax';
import { parseTree, type Node } from '../../desired/cli/tree';
import { lookup } from '../../platforms/iosxe/grammar/lookup';
import { addressTowards } from './port-address';
import type { SideKey, TunnelSide } from './tunnel-side';

export type Found = { readonly [K in Kind]?: ReadonlyMap<string, Partial<NounOf<K>>> };

/** What a configuration says in nouns, by kind and name. */
export const nounsIn = (config: string, { nounOfLine }: Lookup<Kind>): Found => {
  const found: Record<string, Map<string, unknown>> = {};
  const matches = parseTree(config, syntax).flatMap((node) => {
    const match = nounOfLine(node.text);
    return match === undefined ? [] : [{ node, match }];
  });
  for (const group of groupBy(matches, ({ match }) => match.header.header).values()) {
    const { match } = group[0]!;
    const read = readNoun(
      match.grammar,
      group.map(({ node }) => node),
    );
    if (!read) continue;
    (found[match.kind] ??= new Map()).set(String((read.noun as { name?: string }).name), read.noun);
  }
  return found;
};

/** What was read of a configuration. */
interface Read {
  readonly found: Found;
  /** The lines of its interfaces, by name. */
  readonly ports: ReadonlyMap<string, readonly string[]>;
}

const portsIn = (roots: readonly Node[]): Read['ports'] =>
  new Map(
    roots.flatMap(({ text, children }) => {
      const name = /^interface (\S+)/.exec(text)?.[1];
      return name === undefined ? [] : [[name, children.map((child) => child.text)] as const];
    }),
  );

/** Where callers find it. A port of the lab that was given no address may have any. */
const reachedAt = (ports: Read['ports']): readonly string[] | undefined => {
  const physical = [...ports].filter(([name]) => !/^(?:Tunnel|Virtual|Loopback)/.test(name));
  const ipv4Of = (lines: readonly string[]) => addressTowards(lines, undefined);
  const isKnown = physical.length > 0 && physical.every(([, lines]) => ipv4Of(lines) !== undefined);
  return isKnown ? [...ports.values()].flatMap((lines) => ipv4Of(lines) ?? []) : undefined;
};

const own = (address: string | undefined): readonly string[] | undefined =>
  address === undefined ? undefined : [address];

type Profile = Partial<NounOf<'ikev2-profile'>>;
type Protection = NonNullable<NounOf<'tunnel-interface'>['protection']>;

const protectedBy = (protection: Partial<Protection> | undefined): string => {
  if (protection === undefined) return '';
  return 'profile' in protection
    ? (protection.profile as { name: string }).name
    : ((protection as { name?: string }).name ?? '');
};

const textOf = (secret: unknown): string => (secret as { text?: string } | undefined)?.text ?? '';

/** The keys of a profile: those of its keyring, and those in the profile itself, which are for all its peers. */
const keysOf = (profile: Profile | undefined, { found }: Read): readonly SideKey[] => {
  const keyring = found['ikev2-keyring']?.get(profile?.keyring?.name ?? '');
  const kept = (keyring?.peers ?? []).map(({ address, identity, key, localKey, remoteKey }): SideKey => ({
    address,
    identity,
    local: textOf(localKey ?? key),
    remote: textOf(remoteKey ?? key),
  }));
  const inline = [profile?.authenticationLocal, ...(profile?.authenticationRemote ?? [])].map((method) =>
    typeof method === 'object' && 'key' in method ? textOf(method.key) : undefined,
  );
  const [local, remote] = [inline[0], inline.slice(1).find((key) => key !== undefined)];
  return local === undefined && remote === undefined
    ? kept
    : [...kept, { any: true, local: local ?? '', remote: remote ?? '' }];
};

/** Who a router says it is where its profile does not: its address, and with a certificate what stands in that. */
const identityOf = (profile: Profile | undefined, localAddress: string | undefined): TunnelSide['identity'] => {
  if (profile?.identityLocal !== undefined) return profile.identityLocal;
  if (profile?.authenticationLocal !== undefined && methodOf(profile.authenticationLocal).endsWith('-sig'))
    return { type: 'dn' };
  return localAddress === undefined ? undefined : { type: 'address', address: localAddress };
};

/** What a router offers by itself, where no policy names proposals (Cisco, IKEv2 smart defaults). */
const smartDefault: TunnelSide['proposals'][number] = {
  encryption: ['aes-cbc-256'],
  integrity: ['sha512', 'sha384'],
  group: [19, 14, 21],
};
const offeredBy = ({ found }: Read): TunnelSide['proposals'] => {
  const policies = [...(found['ikev2-policy']?.values() ?? [])];
  if (policies.length === 0) return [found['ikev2-proposal']?.get('default') ?? smartDefault];
  return policies
    .flatMap((policy) => policy.proposals ?? [])
    .flatMap((ref) => found['ikev2-proposal']?.get(ref.name) ?? []);
};

const negotiated = (
  read: Read,
  ipsec: Partial<NounOf<'ipsec-profile'>> | undefined,
  profile: Profile | undefined,
): Pick<TunnelSide, 'proposals' | 'transformSets' | 'profile' | 'ipsec' | 'certificateRules' | 'keys'> => {
  const { found } = read;
  return {
    proposals: offeredBy(read),
    transformSets: (ipsec?.transformSets ?? []).flatMap((ref) => found['ipsec-transform-set']?.get(ref.name) ?? []),
    profile,
    ipsec,
    certificateRules: (profile?.matchCertificates ?? []).flatMap((ref) =>
      (found['certificate-map']?.get(ref.name)?.alternatives ?? []).map(({ rules }) => rules),
    ),
    keys: keysOf(profile, read),
  };
};

/** Whom a tunnel calls: its destination, or the gateways of the client that drives it. */
const calledBy = ({ name, destination }: Partial<NounOf<'tunnel-interface'>>, { found }: Read): readonly string[] => {
  if (destination !== 'dynamic') return destination === undefined ? [] : [destination];
  const client = [...(found['flexvpn-client']?.values() ?? [])].find(({ tunnel }) => tunnel?.name === name);
  return [...(client?.peers ?? [])].sort((a, b) => a.sequence - b.sequence).map(({ host }) => host);
};

const staticTunnel = (tunnel: Partial<NounOf<'tunnel-interface'>>, read: Read): TunnelSide => {
  const ipsec = read.found['ipsec-profile']?.get(protectedBy(tunnel.protection));
  const profile = read.found['ikev2-profile']?.get(ipsec?.ikev2Profile?.name ?? '');
  const source = typeof tunnel.source === 'string' ? tunnel.source : tunnel.source?.name;
  const peers = calledBy(tunnel, read);
  const localAddress = addressTowards(read.ports.get(source ?? '') ?? [], peers[0]);
  return {
    name: tunnel.name!,
    source,
    localAddress,
    peers,
    tunnelAddress: tunnel.address,
    identity: identityOf(profile, localAddress),
    ...negotiated(read, ipsec, profile),
  };
};

/** A profile with a template answers whom it is for; its tunnels are protected as the template says. */
const answering = (profile: Profile, read: Read): readonly TunnelSide[] => {
  const named = profile.virtualTemplate as { readonly name?: string; readonly template?: { readonly name: string } };
  const template = read.found['virtual-template']?.get(named.template?.name ?? named.name ?? '');
  if (template === undefined) return [];
  const { source } = template;
  return [
    {
      name: template.name!,
      answers: true,
      source,
      localAddress: undefined,
      peers: [],
      reachedAt:
        source === undefined ? reachedAt(read.ports) : own(addressTowards(read.ports.get(source) ?? [], undefined)),
      tunnelAddress: undefined,
      identity: identityOf(profile, undefined),
      ...negotiated(read, read.found['ipsec-profile']?.get(protectedBy(template.protection)), profile),
    },
  ];
};

/** The tunnels of a running configuration, with everything that decides whether they come up. */
export const routerTunnels = (config: string): readonly TunnelSide[] => {
  const read: Read = { found: nounsIn(config, lookup), ports: portsIn(parseTree(config, syntax)) };
  return [
    ...[...(read.found['tunnel-interface']?.values() ?? [])].map((tunnel) => staticTunnel(tunnel, read)),
    ...[...(read.found['ikev2-profile']?.values() ?? [])]
      .filter(({ virtualTemplate }) => virtualTemplate !== undefined)
      .flatMap((profile) => answering(profile, read)),
  ];
};
