import {
  AccessList,
  App,
  AsaFirewall,
  CertificateMap,
  CertTrustpoint,
  CryptoMap,
  CryptoMapEntry,
  IkeV2Enable,
  IkeV2Keyring,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IosXeRouter,
  IpsecProfile,
  IpsecTransformSet,
  Login,
  Secret,
  TunnelGroup,
  TunnelInterface,
  VpnStack,
  type IkeV2ProfileProps,
  type IkeV2ProposalProps,
  type IpsecTransformSetProps,
} from 'tunnelwright';
import type { Issuer } from './certificates';
import { Place, type Match, type OracleEnd, type OraclePair } from './pair';

/** Environment variables of which the text of a device shows the value. */
export const keyName = (slot: number, key: 0 | 1): string => `ORACLE_${slot}_${key}`;

interface Context {
  readonly pair: OraclePair;
  readonly end: OracleEnd;
  readonly place: Place;
  readonly issuer: Issuer;
}
const secretOf = ({ end, place }: Context) => Secret.fromEnv(keyName(place.slot, end.key));

const enrollment = { type: 'url', url: 'http://ca.example.net/scep' } as const;
const trustpointOf = (device: IosXeRouter | AsaFirewall, { end, place, issuer }: Context): CertTrustpoint =>
  new CertTrustpoint(device, 'own', {
    name: 'OWN',
    enrollment,
    ...(end.proves === 'ecdsa-sig' ? { ecKeypair: 'KEY' } : { rsaKeypair: { label: 'KEY', bits: 2048 } }),
    subjectName: place.named(end.subject),
    fqdn: end.fqdn === undefined ? 'none' : place.named(end.fqdn),
    revocationCheck: ['none'],
    ca: { fingerprint: issuer.authorities[end.authority].fingerprint },
  });

const matchProps = (match: Match, place: Place, device: IosXeRouter): Partial<IkeV2ProfileProps> => {
  const net = (start: string) => `${start}.${place.slot}.0/24`;
  switch (match.by) {
    case 'any':
      return { matchRemoteAny: true };
    case 'address':
      return { matchRemoteAddresses: [place.peer.address] };
    case 'network':
      return { matchRemoteAddresses: [net('198.18')] };
    case 'other-network':
      return { matchRemoteAddresses: [net('198.19')] };
    case 'fqdn':
      return { matchRemoteFqdns: [place.named(match.value)] };
    case 'fqdn-domain':
      return { matchRemoteFqdnDomains: [match.value] };
    case 'email':
      return { matchRemoteEmails: [place.named(match.value)] };
    case 'email-domain':
      return { matchRemoteEmailDomains: [match.value] };
    case 'key-id':
      return { matchRemoteKeyIds: [place.named(match.value)] };
    case 'map': {
      const rules = match.parts.map((part) => ({
        field: 'subject-name' as const,
        operator: 'co' as const,
        value: place.named(part),
      }));
      return { matchCertificates: [new CertificateMap(device, 'map', { name: 'PEER', rules })] };
    }
  }
};

const identityProps = ({ end, place }: Context): IkeV2ProfileProps['identityLocal'] => {
  const { identity } = end;
  switch (identity.type) {
    case 'address':
      return { type: 'address', address: place.address };
    case 'dn':
      return { type: 'dn' };
    case 'fqdn':
      return { type: 'fqdn', fqdn: place.named(identity.value) };
    case 'email':
      return { type: 'email', email: place.named(identity.value) };
    case 'key-id':
      return { type: 'key-id', keyId: place.named(identity.value) };
  }
};

/** Offers of a device. An ASA numbers its policies. */
const proposalsOf = (device: IosXeRouter | AsaFirewall, { end }: Context): readonly IkeV2Proposal[] =>
  end.ike.map((each, i) => new IkeV2Proposal(device, `${10 * (i + 1)}`, each as IkeV2ProposalProps));
const setsOf = (device: IosXeRouter | AsaFirewall, { end }: Context): IpsecTransformSet[] =>
  end.esp.map((each, i) => new IpsecTransformSet(device, `ESP${i}`, each as IpsecTransformSetProps));

/** The trustpoint of the peer's authority, where that is another one than its own. */
const peersOf = (device: IosXeRouter | AsaFirewall, { end, issuer }: Context): CertTrustpoint | undefined =>
  end.trusts === end.authority
    ? undefined
    : new CertTrustpoint(device, 'peers', {
        name: 'PEERS',
        enrollment,
        rsaKeypair: { label: 'KEY', bits: 2048 },
        revocationCheck: ['none'],
        ca: { fingerprint: issuer.authorities[end.trusts].fingerprint },
      });

const trusted = (router: IosXeRouter, context: Context): IkeV2ProfileProps['trustpoints'] => {
  const { end } = context;
  if (end.proves === 'pre-share' && end.takes === 'pre-share') return undefined;
  const [own, peers] = [trustpointOf(router, context), peersOf(router, context)];
  if (peers === undefined) return [own];
  return [
    { trustpoint: own, use: 'sign' },
    { trustpoint: peers, use: 'verify' },
  ];
};

const tunnelProps = ({ place }: Context) => ({
  name: 'Tunnel1',
  address: `10.250.${place.slot}.${place.side + 1}/30`,
});

const declareRouter = (router: IosXeRouter, context: Context): void => {
  const { end, place } = context;
  new IkeV2Policy(router, 'policy', { name: 'OFFER', proposals: [...proposalsOf(router, context)] });
  const byKey = end.proves === 'pre-share' || end.takes === 'pre-share';
  const trustpoints = trusted(router, context);
  const profile = new IkeV2Profile(router, 'profile', {
    name: 'PEER',
    ...matchProps(end.match, place, router),
    identityLocal: identityProps(context)!,
    authenticationLocal: end.proves,
    authenticationRemote: [end.takes],
    ...(trustpoints === undefined ? {} : { trustpoints }),
    ...(byKey
      ? {
          keyring: new IkeV2Keyring(router, 'keys', {
            name: 'KEYS',
            peers: [{ name: 'peer', address: place.dials(end), key: secretOf(context) }],
          }),
        }
      : {}),
  });
  const protection = new IpsecProfile(router, 'protection', {
    name: 'PEER',
    transformSets: setsOf(router, context),
    ikev2Profile: profile,
    ...(end.pfs === undefined ? {} : { pfs: end.pfs as 14 }),
  });
  new TunnelInterface(router, 'tunnel', {
    ...tunnelProps(context),
    source: place.address,
    destination: place.dials(end),
    protection,
  });
};

const declareGroup = (asa: AsaFirewall, context: Context): void => {
  const { end, place } = context;
  const byCertificate = end.proves !== 'pre-share' || end.takes !== 'pre-share';
  const own = byCertificate ? trustpointOf(asa, context) : undefined;
  if (byCertificate) peersOf(asa, context);
  new TunnelGroup(asa, 'peer', {
    name: place.dials(end),
    type: 'ipsec-l2l',
    ipsec: {
      ...(end.proves === 'pre-share' ? { localKey: secretOf(context) } : { localCertificate: own! }),
      ...(end.takes === 'pre-share' ? { remoteKey: secretOf(context) } : { remoteCertificate: true as const }),
    },
  });
};

const declareMap = (asa: AsaFirewall, context: Context): void => {
  const { end, place } = context;
  const list = new AccessList(asa, 'list', {
    name: 'PROTECTED',
    entries: end.networks.here.flatMap((here) =>
      end.networks.there.map((there) => ({
        action: 'permit' as const,
        source: place.network(here),
        destination: place.peer.network(there),
      })),
    ),
  });
  const entry = new CryptoMapEntry(asa, 'entry', {
    map: 'WAN',
    sequence: 10,
    match: list,
    peers: [place.dials(end)],
    proposals: setsOf(asa, context),
    ...(end.pfs === undefined ? {} : { pfs: end.pfs as 14 }),
  });
  new CryptoMap(asa, 'map', { name: 'WAN', interfaces: ['outside'], entries: [entry] });
};

const declareAsa = (asa: AsaFirewall, context: Context): void => {
  const { pair, end, place } = context;
  proposalsOf(asa, context);
  new IkeV2Enable(asa, 'outside');
  declareGroup(asa, context);
  if (pair.form === 'policies') return declareMap(asa, context);
  const protection = new IpsecProfile(asa, 'protection', {
    name: 'PEER',
    transformSets: setsOf(asa, context),
    ...(end.pfs === undefined ? {} : { pfs: end.pfs as 14 }),
  });
  new TunnelInterface(asa, 'tunnel', {
    ...tunnelProps(context),
    ifname: 'peer',
    source: 'outside',
    destination: place.dials(end),
    protection,
  });
};

export const deviceNames = ['mumbai', 'pune'] as const;

/** Both ends of a pair in one stack. */
export const declarePair = (pair: OraclePair, slot: number, issuer: Issuer): VpnStack => {
  const stack = new VpnStack(new App(), 'oracle');
  for (const side of [0, 1] as const) {
    const place = new Place(slot, side);
    const [end] = place.endsOf(pair);
    const context = { pair, end, place, issuer };
    const props = { host: place.address, login: Login.fromEnv('ORACLE') };
    if (end.platform === 'ios-xe')
      declareRouter(new IosXeRouter(stack, deviceNames[side], { ...props, release: '17.9' }), context);
    else declareAsa(new AsaFirewall(stack, deviceNames[side], { ...props, release: '9.18' }), context);
  }
  return stack;
};
