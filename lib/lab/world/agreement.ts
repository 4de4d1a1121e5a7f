import { lengthOfMask, networkOf } from '../../kernel/ip';
import type { Json, JsonObject } from '../../kernel/json';
import type { DeployedDevice, DeployedTopology } from '../devices/fmc/snapshot';
import type { RouterTunnel } from './router-tunnels';

/** FMC words for the algorithms that a router names in its own. Written apart from the platforms, so that a wrong mapping there shows. */
const fmcIke: Readonly<Record<string, string>> = {
  'aes-gcm-256': 'AES-GCM-256',
  'aes-gcm-128': 'AES-GCM',
  'aes-cbc-256': 'AES-256',
  'aes-cbc-192': 'AES-192',
  'aes-cbc-128': 'AES',
  '3des': '3DES',
  des: 'DES',
};
const fmcEsp: Readonly<Record<string, string>> = { ...fmcIke, 'aes-gcm-192': 'AES-GCM-192' };
const fmcHash: Readonly<Record<string, string>> = {
  sha512: 'SHA-512',
  sha384: 'SHA-384',
  sha256: 'SHA-256',
  sha1: 'SHA',
  md5: 'MD5',
};

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const at = (body: JsonObject | undefined, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((value, key) => (value as JsonObject | undefined)?.[key], body);
const common = (mine: readonly string[] | undefined, theirs: readonly Json[]): boolean =>
  (mine ?? []).some((word) => theirs.includes(word));

const ikeAgrees = (tunnel: RouterTunnel, policies: readonly JsonObject[]): boolean =>
  tunnel.proposals.some((proposal) =>
    policies.some((policy) => {
      const prf = proposal.prf ?? proposal.integrity;
      const integrity = proposal.integrity?.map((h) => fmcHash[h]!) ?? ['NULL'];
      return (
        common(
          proposal.encryption?.map((e) => fmcIke[e]!),
          list(policy['encryptionAlgorithms']),
        ) &&
        common(
          prf?.map((h) => fmcHash[h]!),
          list(policy['prfIntegrityAlgorithms']),
        ) &&
        common(integrity, list(policy['integrityAlgorithms'])) &&
        (proposal.group ?? []).some((g) => list(policy['diffieHellmanGroups']).map(Number).includes(g))
      );
    }),
  );

const ipsecAgrees = (tunnel: RouterTunnel, topology: DeployedTopology): boolean => {
  const sets = list(topology.ipsec['ikeV2IpsecProposal']) as readonly JsonObject[];
  const pfs =
    at(topology.ipsec, 'perfectForwardSecrecy.enabled') === true
      ? Number(at(topology.ipsec, 'perfectForwardSecrecy.modulusGroup'))
      : undefined;
  return (
    pfs === tunnel.ipsec?.pfs &&
    tunnel.transformSets.some((mine) =>
      sets.some(
        (theirs) =>
          list(theirs['encryptionAlgorithms']).includes(fmcEsp[mine.encryption!]!) &&
          list(theirs['integrityAlgorithms']).includes(
            mine.integrity === undefined ? 'NULL' : mine.integrity === 'sha1' ? 'SHA-1' : fmcHash[mine.integrity]!,
          ),
      ),
    )
  );
};

const plain = (name: string): string => name.toLowerCase().replaceAll(' ', '');
/** Undefined is a certificate of which nobody knows what it says. */
const picks = (tunnel: RouterTunnel, subject: string | undefined): boolean =>
  subject === undefined ||
  tunnel.certificateRules.some((rules) =>
    rules.every((rule) => rule.operator === 'co' && plain(subject).includes(plain(rule.value))),
  );

const authenticates = (tunnel: RouterTunnel, topology: DeployedTopology, subject: string | undefined): boolean => {
  const method = at(topology.ike, 'ikeV2Settings.authenticationType');
  if (method === 'CERTIFICATE') return tunnel.profile?.authenticationLocal !== 'pre-share' && picks(tunnel, subject);
  return tunnel.keys.get(tunnel.peerAddress ?? '') === at(topology.ike, 'ikeV2Settings.manualPreSharedKey');
};

const sameNetworks = (mine: readonly string[], theirs: Json | undefined): boolean =>
  JSON.stringify([...mine].sort()) === JSON.stringify([...list(theirs)].map(String).sort());

/** Traffic selectors: everything through tunnel interfaces, or the networks that both ends name. */
const selects = ({ protects }: RouterTunnel, { routeBased, endpoints }: DeployedTopology): boolean => {
  if (protects === undefined || routeBased) return protects === undefined && routeBased;
  return endpoints.every((end) =>
    sameNetworks(end['extranet'] === true ? protects.here : protects.there, end['protects']),
  );
};

/** Which firewall a tunnel means, and the other way round. A firewall with addresses of DHCP is known by the tunnel's own network. */
const meetsDevice = (
  tunnel: RouterTunnel,
  { interfaces }: DeployedDevice,
  { endpoints }: DeployedTopology,
): boolean => {
  const here = tunnel.localAddress;
  if (here !== undefined && !endpoints.some((end) => at(end, 'extranetInfo.ipAddress') === here)) return false;
  if (interfaces.some((i) => at(i, 'ipv4.static.address') === tunnel.peerAddress)) return true;
  const own = tunnel.tunnelAddress;
  return (
    interfaces.some((i) => at(i, 'ipv4.dhcp') !== undefined) &&
    (own === undefined ||
      interfaces.some((i) => {
        const [address, mask] = ['address', 'netmask'].map((part) => at(i, `ipv4.static.${part}`));
        const length = lengthOfMask(String(mask));
        return length !== undefined && networkOf(`${String(address)}/${length}`) === networkOf(own);
      }))
  );
};
const subjectOf = ({ device, interfaces }: DeployedDevice): string | undefined =>
  interfaces.some((i) => at(i, 'ipv4.dhcp') !== undefined) ? undefined : `cn = ${device}.example.net`;

/** Whether a router's tunnel and a deployed topology would negotiate: suites in common, and each believes the other. */
export const agree = (tunnel: RouterTunnel, device: DeployedDevice, topology: DeployedTopology): boolean => {
  const policies = list(at(topology.ike, 'ikeV2Settings.policies')) as readonly JsonObject[];
  return (
    meetsDevice(tunnel, device, topology) &&
    selects(tunnel, topology) &&
    ikeAgrees(tunnel, policies) &&
    ipsecAgrees(tunnel, topology) &&
    authenticates(tunnel, topology, subjectOf(device))
  );
};

const shared = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean =>
  (a ?? []).some((each) => (b ?? []).includes(each));

const ikeShared = (a: RouterTunnel, b: RouterTunnel): boolean =>
  a.proposals.some((one) =>
    b.proposals.some(
      (two) =>
        shared(one.encryption, two.encryption) &&
        shared(one.prf ?? one.integrity, two.prf ?? two.integrity) &&
        shared(one.integrity ?? ['none'], two.integrity ?? ['none']) &&
        shared<number>(one.group, two.group),
    ),
  );

const espShared = (a: RouterTunnel, b: RouterTunnel): boolean =>
  a.ipsec?.pfs === b.ipsec?.pfs &&
  a.transformSets.some((one) =>
    b.transformSets.some((two) => one.encryption === two.encryption && one.integrity === two.integrity),
  );

/** Whether each believes the other: one key, or certificates that the maps let in. */
const believes = (own: RouterTunnel, far: RouterTunnel, subject: string | undefined): boolean => {
  const [mine, theirs] = [own, far].map((tunnel) => tunnel.profile?.authenticationLocal === 'pre-share');
  if (mine !== theirs) return false;
  if (mine) return own.keys.get(own.peerAddress ?? '') === far.keys.get(far.peerAddress ?? '');
  return picks(own, subject);
};

/** Where the address of the other end is not known, the tunnel's own network says which tunnel is meant. */
const dials = (from: RouterTunnel, to: RouterTunnel): boolean => {
  if (to.localAddress !== undefined) return from.peerAddress === to.localAddress;
  const [here, there] = [from.tunnelAddress, to.tunnelAddress];
  return here !== undefined && there !== undefined && networkOf(here) === networkOf(there);
};

/** Whether two devices that hold their own configuration would negotiate. */
export const agreeTunnels = (
  a: RouterTunnel,
  b: RouterTunnel,
  subjects: readonly [string | undefined, string | undefined],
): boolean =>
  dials(a, b) &&
  dials(b, a) &&
  JSON.stringify(a.protects?.here) === JSON.stringify(b.protects?.there) &&
  JSON.stringify(a.protects?.there) === JSON.stringify(b.protects?.here) &&
  ikeShared(a, b) &&
  espShared(a, b) &&
  believes(a, b, subjects[1]) &&
  believes(b, a, subjects[0]);

/** Whether two firewalls of one FMC have a topology of their own between them, deployed on both. */
export const deployedOnBoth = (topology: DeployedTopology, devices: readonly (DeployedDevice | undefined)[]): boolean =>
  topology.endpoints.every((end) => end['extranet'] !== true) &&
  devices.filter((device) => device?.topologies.some(({ id }) => id === topology.id)).length > 1;
