import { isRef, type Ref } from '../../model/noun';
import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import { provenWith } from './certificate';
import { espOf, known, pfsWords, unknownOf, type End, type Form } from './end';
import { addressOfInterface, localAddress, waysTo } from './local-address';
import { asOn } from './overrides';
import { isByCertificate, protectionOf } from './profile';
import type { DeviceView } from '../engine/network-view';

/** All that an ASA offers stands in its policies, and the same for every peer. */
export const ofPolicies = (device: DeviceView): Pick<End, 'ike' | 'ikeLifetime'> => {
  const policies = device.all('ikev2-proposal').map(({ noun }) => noun);
  const [lifetime, ...others] = [...new Set(policies.map((policy) => policy.lifetime ?? 86400))];
  const isWhole = (device.read?.unreadable ?? []).every(({ kind }) => kind !== 'ikev2-proposal');
  return {
    ike: isWhole ? known(policies) : undefined,
    ikeLifetime: lifetime !== 'none' && others.length === 0 && isWhole ? lifetime : undefined,
  };
};

/** `crypto isakmp identity auto`, the default: with a certificate its subject, with a key its address. */
const identityOf = (proves: string | undefined, device: DeviceView): End['identity'] => {
  const isAuto = !device.text.some((line) => /^ *crypto isakmp identity (?!auto)/.test(line));
  if (!isAuto || proves === undefined) return undefined;
  return isByCertificate(proves) ? { type: 'dn' } : { type: 'address' };
};

/** How an ASA and that peer prove themselves: the tunnel group that is called like its address. */
const ofGroup = (peers: readonly string[], device: DeviceView): Partial<End> => {
  const ipsec = peers.map((peer) => device.find('tunnel-group', peer)?.noun.ipsec).find((each) => each !== undefined);
  const { localKey, localCertificate, remoteKey, remoteCertificate } = ipsec ?? {};
  const byKey = localKey === undefined ? undefined : 'pre-share';
  const proves = localCertificate === undefined ? byKey : provenWith(device.to(localCertificate));
  return {
    proves,
    identity: identityOf(proves, device),
    looksInCertificate: remoteCertificate === true && (ipsec?.peerIdValidate ?? 'req') === 'req',
    takes: [...(remoteKey === undefined ? [] : ['pre-share']), ...(remoteCertificate ? ['certificate'] : [])],
    shows: localCertificate === undefined ? [] : [device.to(localCertificate)],
    checks: device.all('cert-trustpoint'),
    keysFor: () => ({ says: localKey, expects: remoteKey }),
  };
};

const lifetimeOf = (own: number | undefined, device: DeviceView): number =>
  own ?? device.all('ipsec-global').flatMap(({ noun }) => noun.lifetimeSeconds ?? [])[0] ?? 28800;

/** A firewall sees by the interface what its tunnel goes over. */
const insideOf = (tunnel: NounOf<'tunnel-interface'>): Form => ({ ...tunnel, insideOnly: true });

/** A tunnel interface with a logical name, of an ASA. How it proves itself stands in the tunnel group of its peer. */
export const ofAsaTunnel = (tunnel: Resource<'tunnel-interface'>, device: DeviceView): End | undefined => {
  const { destination, ifname } = tunnel.noun;
  const profile = protectionOf(tunnel.noun, device);
  if (profile === undefined || destination === undefined || ifname === undefined) return undefined;
  return {
    ...unknownOf(device, tunnel),
    ...ofPolicies(device),
    ...ofGroup([destination], device),
    tunnel,
    form: insideOf(tunnel.noun),
    addresses: waysTo(localAddress(tunnel.noun, device), tunnel),
    dials: [destination],
    esp: espOf(profile.noun.transformSets, device),
    ipsecLifetime: lifetimeOf(profile.noun.lifetimeSeconds, device),
    pfs: pfsWords(profile.noun.pfs),
  };
};

/** The entries of the crypto maps of an ASA that have a peer and speak IKEv2. */
export const ofMapEntries = (device: DeviceView): readonly End[] =>
  device.all('crypto-map-entry').flatMap((entry) => {
    const { peers, proposals, map, lifetimeSeconds, pfs } = entry.noun;
    if (peers === undefined || proposals === undefined) return [];
    const interfaces = device.find('crypto-map', map)?.noun.interfaces ?? [];
    return [
      {
        ...unknownOf(device, entry),
        ...ofPolicies(device),
        ...ofGroup(peers, device),
        addresses:
          interfaces.length > 1
            ? interfaces.flatMap((name) => addressOfInterface(name, device) ?? [])
            : waysTo(interfaces[0] && addressOfInterface(interfaces[0], device), entry),
        dials: peers,
        esp: espOf(proposals, device),
        ipsecLifetime: lifetimeOf(lifetimeSeconds, device),
        pfs: pfsWords(pfs),
      },
    ];
  });

/** The peers of a topology that its manager does not manage. */
const dialledBy = (end: Resource<'vpn-endpoint'>, device: DeviceView): readonly string[] =>
  device
    .all('vpn-endpoint')
    .filter((other) => other !== end && other.noun.topology.name === end.noun.topology.name)
    .flatMap(({ noun: { extranet = [] } }) => (extranet === 'dynamic' ? [] : extranet));

/** Who a firewall says it is: as its endpoint says, else its topology. The name of the host is not known here. */
const identityIn = (
  { identity, authentication }: NounOf<'vpn-topology'>,
  { identity: own, natAddress }: NounOf<'vpn-endpoint'>,
): End['identity'] => {
  const byCertificate = authentication.method === 'certificate';
  if (own !== undefined && own.type !== 'auto') return undefined;
  if (identity === 'host-name') return undefined;
  if (identity !== 'ip-address' && byCertificate) return { type: 'dn' };
  // Behind NAT it says the address that it has itself.
  return natAddress === undefined ? { type: 'address' } : undefined;
};

/** A tunnel of its own; what is cloned from a dynamic one is no object. */
const isStatic = (face: NounOf<'vpn-endpoint'>['interface']): face is Ref<'tunnel-interface'> =>
  isRef(face) && face.ref === 'tunnel-interface';

/** The firewalls of an FMC, by the endpoints of its topologies: route-based and policy-based ones. */
export const ofEndpoints = (device: DeviceView): readonly End[] =>
  device.all('vpn-endpoint').flatMap((endpoint) => {
    const { noun } = endpoint;
    const topology = device.to(noun.topology)?.noun;
    if (noun.device === undefined || topology === undefined) return [];
    const tunnel = isStatic(noun.interface) ? device.to(noun.interface) : undefined;
    if (isStatic(noun.interface) && tunnel === undefined) return [];
    const policies = topology.ikev2Policies.map((ref) => device.to(ref)?.noun);
    const { authentication } = topology;
    const shown =
      authentication.method === 'certificate' ? asOn(authentication.trustpoint, noun.device.name, device) : undefined;
    const key = authentication.method === 'pre-share' ? authentication.key : undefined;
    return [
      {
        ...unknownOf(device, tunnel ?? endpoint),
        firewall: `${device.path} ${noun.device.name}`,
        tunnel,
        form: tunnel && insideOf(tunnel.noun),
        addresses: waysTo(noun.natAddress ?? noun.ipv6Address ?? tunnel?.noun.sourceIpv6Address, endpoint),
        dials: dialledBy(endpoint, device),
        ike: known(policies.flatMap((policy) => policy?.proposals.map((ref) => device.to(ref)?.noun) ?? [undefined])),
        esp: espOf(topology.ipsecProposals, device),
        ikeLifetime: policies[0] === undefined ? undefined : (policies[0].lifetime ?? 86400),
        ipsecLifetime: topology.lifetimeSeconds,
        pfs: pfsWords(topology.pfs),
        proves: authentication.method === 'certificate' ? provenWith(shown) : authentication.method,
        takes: [authentication.method],
        identity: identityIn(topology, noun),
        looksInCertificate:
          authentication.method === 'certificate' && (topology.peerIdentity ?? 'required') === 'required',
        shows: authentication.method === 'certificate' ? [shown] : [],
        checks: authentication.method === 'certificate' ? device.all('cert-trustpoint') : [],
        keysFor: () => ({ says: key, expects: key }),
      },
    ];
  });
