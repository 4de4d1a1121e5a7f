import {
  AccessList,
  App,
  AsaFirewall,
  CertificateMap,
  CryptoMap,
  CryptoMapEntry,
  Fmc,
  IkeV2Enable,
  IkeV2Keyring,
  IkeV2Policy,
  IkeV2Profile,
  IosXeRouter,
  IpsecProfile,
  Login,
  TunnelGroup,
  TunnelInterface,
  VpnStack,
  type FtdDevice,
  type IkeV2ProfileProps,
} from 'tunnelwright';
import type { Issuer } from './certificates';
import { declareFtd } from './declare-ftd';
import { declareVpn } from './declare-vpn';
import {
  peersOf,
  proposalsOf,
  protectedBy,
  reach,
  secretOf,
  setsOf,
  trustpointOf,
  tunnelProps,
  type Context,
} from './declared';
import { Place, type Match, type OraclePair } from './pair';

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
  const tunnel = new TunnelInterface(router, 'tunnel', {
    ...tunnelProps(context),
    source: place.address,
    destination: place.dials(end),
    protection,
  });
  if (end.overridden) tunnel.override({ destination: place.sends(end) });
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
  const list = new AccessList(asa, 'list', { name: 'PROTECTED', entries: protectedBy(context) });
  const entry = new CryptoMapEntry(asa, 'entry', {
    map: 'WAN',
    sequence: 10,
    match: list,
    peers: [place.dials(end)],
    proposals: setsOf(asa, context),
    ...(end.pfs === undefined ? {} : { pfs: end.pfs as 14 }),
  });
  reach(entry, context);
  new CryptoMap(asa, 'map', { name: 'WAN', interfaces: ['outside'], entries: [entry] });
};

const declareAsa = (asa: AsaFirewall, context: Context): void => {
  const { end, place } = context;
  proposalsOf(asa, context);
  new IkeV2Enable(asa, 'outside');
  declareGroup(asa, context);
  if (end.form === 'policy') return declareMap(asa, context);
  const protection = new IpsecProfile(asa, 'protection', {
    name: 'PEER',
    transformSets: setsOf(asa, context),
    ...(end.pfs === undefined ? {} : { pfs: end.pfs as 14 }),
  });
  const tunnel = new TunnelInterface(asa, 'tunnel', {
    ...tunnelProps(context),
    ifname: 'peer',
    source: 'outside',
    destination: place.dials(end),
    protection,
  });
  reach(tunnel, context);
  if (end.overridden) tunnel.override({ destination: place.sends(end) });
};

export const deviceNames = ['mumbai', 'pune'] as const;

/** Both ends of a pair in one stack. */
export const declarePair = (pair: OraclePair, slot: number, issuer: Issuer): VpnStack => {
  const stack = new VpnStack(new App(), 'oracle');
  const devices = ([0, 1] as const).map((side) => deviceOf(stack, deviceNames[side], new Place(slot, side), pair));
  if (pair.written === 'vpn') {
    declareVpn(stack, pair, slot, devices);
    return stack;
  }
  for (const side of [0, 1] as const) {
    const place = new Place(slot, side);
    const [end] = place.endsOf(pair);
    const [device, context] = [devices[side]!, { pair, end, place, issuer }];
    if (IosXeRouter.isIosXeRouter(device)) declareRouter(device, context);
    else if (AsaFirewall.isAsaFirewall(device)) declareAsa(device, context);
    else declareFtd(device, context);
  }
  return stack;
};

const deviceOf = (
  stack: VpnStack,
  id: string,
  place: Place,
  pair: OraclePair,
): IosXeRouter | AsaFirewall | FtdDevice => {
  const [{ platform }] = place.endsOf(pair);
  const props = { host: place.address, login: Login.fromEnv('ORACLE') };
  if (platform === 'ios-xe') return new IosXeRouter(stack, id, { ...props, release: '17.9' });
  if (platform === 'asa') return new AsaFirewall(stack, id, { ...props, release: '9.18' });
  return new Fmc(stack, id, { ...props, version: '7.7' }).ftd('firewall');
};
