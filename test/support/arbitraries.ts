import fc from 'fast-check';
import { networkOf } from '../../lib/kernel/ip';
import type { Resource } from '../../lib/model/network';
import type { Ref } from '../../lib/model/noun';
import type { Kind, NounOf } from '../../lib/model/nouns';
import type { SecretRef } from '../../lib/model/secret';

/**
 * Random nouns, each built from the domain of its schema, and random configurations: sets of nouns whose references
 * resolve. Names come from small pools, so that two configurations overlap.
 */

type Arbitraries<K extends Kind> = { readonly [E in K]: fc.Arbitrary<NounOf<E>> };
/** What a noun may refer to; a reference is taken from the pool of its kind. */
export type Pool = { readonly [K in Kind]?: readonly string[] };

const opt = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
/** An object without its undefined members, as zod gives it. */
const bare = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
const record = <T extends object>(parts: { [F in keyof T]?: fc.Arbitrary<T[F]> }): fc.Arbitrary<T> =>
  fc.record(parts as never).map((value) => bare(value as T));

const someOf = <T>(values: readonly T[], max = values.length): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...values], { minLength: 1, maxLength: Math.min(max, values.length) });
const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

export const objectName = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.:/+-]{0,63}$/);
/** What a `?` or a `!` does when typed is the transport's affair. */
const token = fc.stringMatching(/^[A-Za-z0-9=,.;:@#$%&*()/_+-]{1,10}$/);
export const text = fc.array(token, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const domainName = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), oneOf(['net', 'example', 'in']))
  .map((p) => p.join('.'));
const octet = fc.nat(255);
export const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const length = fc.integer({ min: 0, max: 32 });
export const ipv4Interface = fc.tuple(ipv4, length).map(([address, n]) => `${address}/${n}`);
export const ipv4Network = ipv4Interface.map(networkOf);

const hashes = ['sha512', 'sha384', 'sha256', 'sha1', 'md5'] as const;
const groups = [1, 2, 5, 14, 15, 16, 19, 20, 21, 24] as const;
const gcm = ['aes-gcm-256', 'aes-gcm-128'] as const;
const cbc = ['aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des'] as const;
const espGcm = ['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128'] as const;

export const secretRef: fc.Arbitrary<SecretRef> = fc.oneof(
  fc.record({ secret: fc.constant('env' as const), name: fc.stringMatching(/^[A-Z][A-Z0-9_]{0,11}$/) }),
  fc.record({ secret: fc.constant('file' as const), path: fc.stringMatching(/^[a-z][a-z<>% /._-]{0,14}$/) }),
  fc.record({
    secret: fc.constant('command' as const),
    command: fc.array(fc.stringMatching(/^[a-z][a-z<>%+ /-]{0,8}$/), { minLength: 1, maxLength: 3 }),
  }),
);

/** Without a pool, or with an empty one (then the noun is not used), any name will do. */
const isFree = (names: readonly string[] | undefined): names is undefined => names === undefined || names.length === 0;
const refTo = <K extends Kind>(kind: K, names: readonly string[] | undefined): fc.Arbitrary<Ref<K>> =>
  (isFree(names) ? objectName : oneOf(names)).map((name) => ({ ref: kind, name }));
const refsTo = <K extends Kind>(kind: K, names: readonly string[] | undefined, max: number): fc.Arbitrary<Ref<K>[]> =>
  (isFree(names) ? fc.uniqueArray(objectName, { minLength: 1, maxLength: max }) : someOf(names, max)).map((chosen) =>
    chosen.map((name) => ({ ref: kind, name })),
  );

const proposal = (name: fc.Arbitrary<string>): fc.Arbitrary<NounOf<'ikev2-proposal'>> =>
  fc.oneof(
    record<NounOf<'ikev2-proposal'>>({
      name,
      encryption: someOf(gcm),
      integrity: fc.constant(undefined),
      prf: someOf(hashes, 3),
      group: someOf(groups, 4),
    }),
    record<NounOf<'ikev2-proposal'>>({
      name,
      encryption: someOf(cbc),
      integrity: someOf(hashes, 3),
      prf: opt(someOf(hashes, 3)),
      group: someOf(groups, 4),
    }),
  );

const transformSet = (name: fc.Arbitrary<string>): fc.Arbitrary<NounOf<'ipsec-transform-set'>> => {
  const mode = oneOf(['tunnel', 'transport'] as const);
  return fc.oneof(
    record<NounOf<'ipsec-transform-set'>>({ name, encryption: oneOf(espGcm), integrity: fc.constant(undefined), mode }),
    record<NounOf<'ipsec-transform-set'>>({ name, encryption: oneOf(cbc), integrity: oneOf(hashes), mode }),
  );
};

const identity = fc.oneof(
  fc.constant({ type: 'dn' as const }),
  record<{ type: 'address'; address: string }>({ type: fc.constant('address'), address: ipv4 }),
  record<{ type: 'fqdn'; fqdn: string }>({ type: fc.constant('fqdn'), fqdn: domainName }),
  record<{ type: 'email'; email: string }>({ type: fc.constant('email'), email: domainName.map((d) => `vpn@${d}`) }),
);

/** One IKEv2 profile that has what its authentication methods need. */
const profile = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<NounOf<'ikev2-profile'>> => {
  const signed = oneOf(['rsa-sig', 'ecdsa-sig'] as const);
  const canShare = pool['ikev2-keyring'] === undefined || pool['ikev2-keyring'].length > 0;
  const canSign = pool['cert-trustpoint'] === undefined || pool['cert-trustpoint'].length > 0;
  const maps = pool['certificate-map'];
  const base = fc.record({
    name,
    description: opt(text),
    matchFvrf: opt(oneOf(['any', 'INTERNET'])),
    matchRemoteAddresses: opt(fc.uniqueArray(ipv4, { minLength: 1, maxLength: 3 })),
    matchRemoteFqdns: opt(fc.uniqueArray(domainName, { minLength: 1, maxLength: 2 })),
    matchCertificates:
      maps !== undefined && maps.length === 0 ? fc.constant(undefined) : opt(refsTo('certificate-map', maps, 2)),
    identityLocal: opt(identity),
    remote: fc.tuple(fc.boolean(), someOf(['rsa-sig', 'ecdsa-sig', 'pre-share'] as const)),
    local: fc.tuple(fc.boolean(), signed),
    keyring: canShare ? refTo('ikev2-keyring', pool['ikev2-keyring']) : fc.constant(undefined),
    trustpoints: canSign ? refsTo('cert-trustpoint', pool['cert-trustpoint'], 2) : fc.constant(undefined),
    lifetime: opt(fc.oneof(fc.integer({ min: 120, max: 86400 }), fc.constant(86400))),
    dpd: opt(
      fc.record({
        interval: fc.integer({ min: 10, max: 3600 }),
        retry: fc.integer({ min: 2, max: 60 }),
        mode: oneOf(['on-demand', 'periodic'] as const),
      }),
    ),
  });
  return base.map(({ remote, local, keyring, trustpoints, ...rest }) => {
    const methods = remote[1].filter((m) => (m === 'pre-share' ? keyring : trustpoints) !== undefined);
    const fallback = trustpoints ? 'rsa-sig' : 'pre-share';
    const authenticationRemote = methods.length > 0 ? methods : [fallback as (typeof remote)[1][number]];
    const authenticationLocal = keyring && (local[0] || !trustpoints) ? ('pre-share' as const) : local[1];
    const all: readonly string[] = [authenticationLocal, ...authenticationRemote];
    const matched = rest.matchRemoteAddresses ?? rest.matchRemoteFqdns ?? rest.matchCertificates;
    return bare({
      ...rest,
      ...(matched ? {} : { matchRemoteAddresses: ['192.0.2.1'] }),
      authenticationRemote,
      authenticationLocal,
      keyring: all.includes('pre-share') ? keyring : undefined,
      trustpoints: all.some((m) => m !== 'pre-share') ? trustpoints : undefined,
    });
  });
};

/** The address that an index gives, so that no two tunnels of a configuration overlap. */
const tunnelAddress = (tunnel: string, variant: number): string =>
  `10.58.${Number(tunnel.slice('Tunnel'.length)) % 256}.${variant * 4 + 1}/30`;

const trustpoint = (name: fc.Arbitrary<string>): fc.Arbitrary<NounOf<'cert-trustpoint'>> =>
  record<NounOf<'cert-trustpoint'>>({
    name,
    enrollment: fc.oneof(
      fc.constant({ type: 'terminal' as const }),
      domainName.map((host) => ({ type: 'url' as const, url: `http://${host}:80/scep` })),
    ),
    subjectName: opt(text),
    fqdn: opt(domainName),
    revocationCheck: opt(someOf(['crl', 'ocsp', 'none'] as const)),
    rsaKeypair: opt(
      record<{ label: string; bits?: number }>({ label: objectName, bits: opt(oneOf([2048, 3072, 4096])) }),
    ),
  });

/** As the router prints it: in small letters, blanks around `=`. */
const certificateText = fc.oneof(
  fc.tuple(oneOf(['cn', 'o', 'ou']), domainName).map(([attribute, value]) => `${attribute} = ${value}`),
  fc.array(fc.stringMatching(/^[a-z0-9.,-]{1,8}$/), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
);
const map = (name: fc.Arbitrary<string>): fc.Arbitrary<NounOf<'certificate-map'>> =>
  record<NounOf<'certificate-map'>>({
    name,
    sequence: fc.oneof(fc.constant(10), fc.integer({ min: 1, max: 65535 })),
    rules: fc.uniqueArray(
      fc.record({
        field: oneOf(['subject-name', 'issuer-name', 'alt-subject-name'] as const),
        operator: oneOf(['eq', 'co', 'ne', 'nc'] as const),
        value: certificateText,
      }),
      { minLength: 1, maxLength: 4, selector: (rule) => `${rule.field} ${rule.operator} ${rule.value}` },
    ),
  });

const keyring = (name: fc.Arbitrary<string>): fc.Arbitrary<NounOf<'ikev2-keyring'>> =>
  record<NounOf<'ikev2-keyring'>>({
    name,
    peers: fc.uniqueArray(
      record<NounOf<'ikev2-keyring'>['peers'][number]>({
        name: objectName,
        description: opt(text),
        address: ipv4,
        localKey: secretRef,
        remoteKey: secretRef,
      }),
      { minLength: 1, maxLength: 3, selector: (peer) => peer.name },
    ),
  });

const ipsecProfile = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<NounOf<'ipsec-profile'>> =>
  record<NounOf<'ipsec-profile'>>({
    name,
    description: opt(text),
    transformSets: refsTo('ipsec-transform-set', pool['ipsec-transform-set'], 6),
    lifetimeSeconds: opt(fc.oneof(fc.constant(3600), fc.integer({ min: 120, max: 2592000 }))),
    lifetimeKilobytes: opt(fc.oneof(fc.constant(4608000), fc.integer({ min: 2560, max: 4294967295 }))),
    pfs: opt(oneOf(groups)),
    ikev2Profile: refTo('ikev2-profile', pool['ikev2-profile']),
  });

const interfaceName = fc
  .tuple(oneOf(['GigabitEthernet', 'TenGigabitEthernet', 'Loopback', 'Vlan']), fc.nat(9), opt(fc.nat(3)))
  .map(([kind, a, b]) => `${kind}${b === undefined ? a : `${a}/${b}`}`);
const loopbackName = fc.nat(2147483647).map((n) => `Loopback${n}`);
export const tunnelName = fc.nat(2147483647).map((n) => `Tunnel${n}`);

const routerTunnel = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<NounOf<'tunnel-interface'>> =>
  fc
    .record({
      name,
      description: opt(text),
      address: ipv4Interface,
      ipMtu: opt(fc.integer({ min: 68, max: 9216 })),
      tcpMss: opt(fc.integer({ min: 500, max: 1460 })),
      mode: fc.constant('ipsec-ipv4' as const),
      source: interfaceName,
      destination: ipv4,
      tunnelVrf: opt(oneOf(['INTERNET', 'WAN'])),
      protection: refTo('ipsec-profile', pool['ipsec-profile']),
    })
    .map(bare);

const loopback = (name: fc.Arbitrary<string>): fc.Arbitrary<NounOf<'loopback-interface'>> =>
  record<NounOf<'loopback-interface'>>({ name, description: opt(text), address: ipv4Interface });

const routerRoute = (pool: Pool): fc.Arbitrary<NounOf<'static-route'>> =>
  fc
    .record({
      destination: ipv4Network,
      tunnel: isFree(pool['tunnel-interface']) ? tunnelName : oneOf(pool['tunnel-interface']),
      distance: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 254 })),
    })
    .map(({ destination, tunnel, distance }) => ({
      name: `${destination}@${tunnel}`,
      destination,
      interface: { ref: 'tunnel-interface' as const, name: tunnel },
      distance,
    }));

const ntp = fc
  .uniqueArray(fc.oneof(domainName, ipv4), { minLength: 1, maxLength: 4 })
  .map((servers) => ({ name: 'ntp', servers }));

const archive = record<NounOf<'config-archive'>>({
  name: fc.constant('archive'),
  path: fc.stringMatching(/^(bootflash|flash):[A-Za-z0-9_./-]{0,12}$/),
  maximum: fc.oneof(fc.constant(10), fc.integer({ min: 1, max: 14 })),
});

/** The kinds that stand here with all their fields, or with the most used of them. */
export type RouterKind =
  | 'config-archive'
  | 'ntp-servers'
  | 'cert-trustpoint'
  | 'certificate-map'
  | 'ikev2-proposal'
  | 'ikev2-policy'
  | 'ikev2-keyring'
  | 'ikev2-profile'
  | 'ipsec-transform-set'
  | 'ipsec-profile'
  | 'loopback-interface'
  | 'tunnel-interface'
  | 'static-route';
const routerNounsIn = (pool: Pool, name: fc.Arbitrary<string>): Arbitraries<Exclude<RouterKind, 'ntp-servers'>> => ({
  'config-archive': archive,
  'cert-trustpoint': trustpoint(name),
  'certificate-map': map(name),
  'ikev2-proposal': proposal(name),
  'ikev2-policy': record<NounOf<'ikev2-policy'>>({
    name,
    proposals: refsTo('ikev2-proposal', pool['ikev2-proposal'], 3),
    fvrf: opt(oneOf(['any', 'INTERNET'])),
    localAddresses: opt(fc.uniqueArray(ipv4, { minLength: 1, maxLength: 3 })),
    priority: fc.constant(undefined),
    lifetime: fc.constant(undefined),
  }),
  'ikev2-keyring': keyring(name),
  'ikev2-profile': profile(name, pool),
  'ipsec-transform-set': transformSet(name),
  'ipsec-profile': ipsecProfile(name, pool),
  'loopback-interface': loopback(loopbackName),
  'tunnel-interface': routerTunnel(tunnelName, pool),
  'static-route': routerRoute(pool),
});

/** Every noun that IOS-XE writes, references free. */
export const routerNouns: Arbitraries<RouterKind> = { ...routerNounsIn({}, objectName), 'ntp-servers': ntp };

const resource = <K extends Kind>(kind: K, noun: NounOf<K>, name = noun.name): Resource<K> => ({
  kind,
  name,
  path: `stack/device/${kind}-${name}`,
  noun,
});

const pools = {
  'cert-trustpoint': ['CA-1', 'CA-2'],
  'certificate-map': ['MAP-1', 'MAP-2'],
  'ikev2-proposal': ['PROP-1', 'PROP-2', 'PROP-3'],
  'ikev2-policy': ['POL-1', 'POL-2'],
  'ikev2-keyring': ['KEYS-1', 'KEYS-2'],
  'ikev2-profile': ['IKE-1', 'IKE-2', 'IKE-3'],
  'ipsec-transform-set': ['TS-1', 'TS-2', 'TS-3'],
  'ipsec-profile': ['ESP-1', 'ESP-2'],
  'loopback-interface': ['Loopback1', 'Loopback2'],
  'tunnel-interface': ['Tunnel100', 'Tunnel101', 'Tunnel102'],
} as const;
type Pooled = keyof typeof pools;

/** Which names of each kind a configuration holds; what must refer to something has it. */
const chosenNames = fc
  .record(
    Object.fromEntries(
      Object.entries(pools).map(([kind, names]) => [kind, fc.subarray([...names] as string[])]),
    ) as unknown as { [K in Pooled]: fc.Arbitrary<string[]> },
  )
  .map((chosen) => {
    const can = (kind: Pooled, ...needs: Pooled[]) => (needs.every((n) => chosen[n].length > 0) ? chosen[kind] : []);
    const proven = chosen['cert-trustpoint'].length + chosen['ikev2-keyring'].length > 0;
    const profiles = proven ? chosen['ikev2-profile'] : [];
    const protections = profiles.length > 0 ? can('ipsec-profile', 'ipsec-transform-set') : [];
    return {
      ...chosen,
      'ikev2-policy': can('ikev2-policy', 'ikev2-proposal'),
      'ikev2-profile': profiles,
      'ipsec-profile': protections,
      'tunnel-interface': protections.length > 0 ? chosen['tunnel-interface'] : [],
    };
  });

/** The keys of a peer follow from its name, so that two configurations hold the same. */
const keyed = (noun: NounOf<'ikev2-keyring'>): NounOf<'ikev2-keyring'> => ({
  ...noun,
  peers: noun.peers.map((peer, i) => ({
    ...peer,
    name: `peer-${i}`,
    localKey: { secret: 'env', name: `LOCAL_${i}` },
    remoteKey: { secret: 'env', name: `REMOTE_${i}` },
  })),
});

/** A set of nouns for one router: references resolve, tunnels do not overlap, each name stands once. */
export const routerConfiguration: fc.Arbitrary<readonly Resource[]> = chosenNames.chain((chosen) => {
  const each = <K extends Pooled>(kind: K): fc.Arbitrary<readonly Resource[]> =>
    fc.tuple(
      ...chosen[kind].map((name) =>
        fc.tuple(routerNounsIn(chosen, fc.constant(name))[kind], fc.nat(3)).map(([noun, variant]) => {
          const own = { ...noun, name } as NounOf<Kind>;
          if (kind === 'ikev2-keyring') return resource('ikev2-keyring', keyed(own as NounOf<'ikev2-keyring'>));
          if (kind === 'loopback-interface')
            return resource('loopback-interface', {
              ...(own as NounOf<'loopback-interface'>),
              address: `10.59.${name.slice('Loopback'.length)}.${variant + 1}/32`,
            });
          if (kind === 'tunnel-interface')
            return resource('tunnel-interface', {
              ...(own as NounOf<'tunnel-interface'>),
              address: tunnelAddress(name, variant),
              source: 'GigabitEthernet0/0',
            });
          return resource(kind, own as NounOf<typeof kind>);
        }),
      ),
    );
  const routes =
    chosen['tunnel-interface'].length === 0
      ? fc.constant([])
      : fc
          .uniqueArray(routerRoute(chosen), { maxLength: 4, selector: (route) => route.name })
          .map((all) => all.map((noun) => resource('static-route', noun)));
  return fc
    .tuple(
      opt(archive.map((noun) => resource('config-archive', noun))),
      opt(ntp.map((noun) => resource('ntp-servers', noun))),
      ...(Object.keys(pools) as Pooled[]).map(each),
      routes,
    )
    .map((parts) => parts.flat().filter((part): part is Resource => part !== undefined));
});

/** Every noun that the FMC writes, with what it needs there. */
export type FmcKind =
  | 'network-object'
  | 'cert-trustpoint'
  | 'certificate-map'
  | 'ikev2-policy'
  | 'ipsec-transform-set'
  | 'tunnel-interface'
  | 'static-route'
  | 'vpn-topology'
  | 'vpn-endpoint';

const fmcName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,20}$/);
const ftd: Ref<'ftd-device'> = { ref: 'ftd-device', name: 'mumbai-pair', external: true };

export const fmcNouns: Arbitraries<FmcKind> = {
  'network-object': fc.record({ name: fmcName, value: fc.oneof(ipv4, ipv4Network) }),
  'cert-trustpoint': record<NounOf<'cert-trustpoint'>>({
    name: fmcName,
    enrollment: fc.record({ type: fc.constant('pkcs12' as const), content: secretRef, passphrase: secretRef }),
  }),
  'certificate-map': map(fmcName),
  'ikev2-policy': record<NounOf<'ikev2-policy'>>({
    name: fmcName,
    proposals: fc.constant([{ ref: 'ikev2-proposal' as const, name: 'PROPOSAL' }]),
    priority: fc.integer({ min: 1, max: 65535 }),
    lifetime: opt(fc.integer({ min: 120, max: 86400 })),
  }),
  'ipsec-transform-set': transformSet(fmcName),
  'tunnel-interface': record<NounOf<'tunnel-interface'>>({
    name: fc.nat(10413).map((n) => `Tunnel${n}`),
    device: fc.constant(ftd),
    ifname: fmcName,
    description: opt(text),
    address: ipv4Interface,
    mode: fc.constant('ipsec-ipv4' as const),
    source: fc.constantFrom('outside', 'inside'),
  }),
  'static-route': record<NounOf<'static-route'>>({
    name: fc.constant('net-10.30.0.0-16@tunnel'),
    device: fc.constant(ftd),
    destination: ipv4Network,
    network: fc.constant({ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }),
    interface: fc.constant({ ref: 'tunnel-interface' as const, name: 'mumbai-pair/Tunnel100' }),
    gateway: ipv4,
    distance: fc.integer({ min: 1, max: 254 }),
  }),
  'vpn-topology': record<NounOf<'vpn-topology'>>({
    name: fmcName,
    topology: oneOf(['point-to-point', 'hub-and-spoke', 'full-mesh'] as const),
    routeBased: fc.boolean(),
    ikev2Policies: refsTo('ikev2-policy', ['POLICY-1', 'POLICY-2'], 2),
    authentication: fc.oneof(
      fc.constant({
        method: 'certificate' as const,
        trustpoint: { ref: 'cert-trustpoint' as const, name: 'CA', external: true },
      }),
      secretRef.map((key) => ({ method: 'pre-share' as const, key })),
    ),
    ipsecProposals: refsTo('ipsec-transform-set', ['ESP-1', 'ESP-2'], 2),
    pfs: opt(oneOf(groups)),
    lifetimeSeconds: fc.integer({ min: 120, max: 2147483647 }),
    lifetimeKilobytes: fc.integer({ min: 10, max: 2147483647 }),
    identity: oneOf(['auto-or-dn', 'ip-address', 'host-name'] as const),
  }),
  'vpn-endpoint': fc.oneof(
    record<NounOf<'vpn-endpoint'>>({
      name: fc.constant('mumbai-pair'),
      topology: fc.constant({ ref: 'vpn-topology' as const, name: 'T' }),
      role: oneOf(['peer', 'hub', 'spoke'] as const),
      device: fc.constant(ftd),
      interface: fc.constant({ ref: 'tunnel-interface' as const, name: 'mumbai-pair/Tunnel100' }),
    }),
    record<NounOf<'vpn-endpoint'>>({
      name: fmcName,
      topology: fc.constant({ ref: 'vpn-topology' as const, name: 'T' }),
      role: oneOf(['peer', 'hub', 'spoke'] as const),
      extranet: ipv4,
    }),
  ),
};

/** A proposal that a policy of the FMC can embed. */
export const proposalNoun = proposal(fc.constant('PROPOSAL'));

/** What the nouns above refer to, declared on the same FMC. */
export const fmcSurroundings: readonly Resource[] = [
  resource('ikev2-proposal', { name: 'PROPOSAL', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] }),
  resource('network-object', { name: 'net-10.30.0.0-16', value: '10.30.0.0/16' }),
  resource(
    'tunnel-interface',
    {
      name: 'Tunnel100',
      device: ftd,
      ifname: 'tunnel',
      address: '10.58.1.2/30',
      mode: 'ipsec-ipv4',
      source: 'outside',
    },
    'mumbai-pair/Tunnel100',
  ),
];
