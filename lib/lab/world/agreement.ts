import { lengthOfMask, networkOf } from '../../kernel/ip';
import type { Json, JsonObject } from '../../kernel/json';
import type { DeployedDevice, DeployedTopology } from '../devices/fmc/deployment/snapshot';
import { keyWith, picks } from './identity';
import { methodOf } from '../../model/shared/ike-authentication';
import type { IkeError } from './negotiation';
import type { TunnelSide } from './tunnel-side';

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

const ikeAgrees = (tunnel: TunnelSide, policies: readonly JsonObject[]): boolean =>
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

const ipsecAgrees = (tunnel: TunnelSide, topology: DeployedTopology): boolean => {
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

/** Behind an FMC a firewall says that it is its address, or sends its certificate. */
const authenticates = (tunnel: TunnelSide, topology: DeployedTopology, subject: string | undefined): boolean => {
  const method = at(topology.ike, 'ikeV2Settings.authenticationType');
  const isKeyed =
    tunnel.profile?.authenticationLocal !== undefined && methodOf(tunnel.profile.authenticationLocal) === 'pre-share';
  if (method === 'CERTIFICATE') return !isKeyed && picks(tunnel, subject);
  const key = at(topology.ike, 'ikeV2Settings.manualPreSharedKey');
  const mine = keyWith(tunnel, { localAddress: tunnel.peers[0], identity: undefined });
  return isKeyed && (tunnel.anyKey === true || (mine?.local === key && mine?.remote === key));
};

const sameNetworks = (mine: readonly string[], theirs: Json | undefined): boolean =>
  JSON.stringify([...mine].sort()) === JSON.stringify([...list(theirs)].map(String).sort());

/** Traffic selectors: everything through tunnel interfaces, or the networks that both ends name. */
const selects = ({ protects }: TunnelSide, { routeBased, endpoints }: DeployedTopology): boolean => {
  if (protects === undefined || routeBased) return protects === undefined && routeBased;
  return endpoints.every((end) =>
    sameNetworks(end['extranet'] === true ? protects.here : protects.there, end['protects']),
  );
};

/** IPv6 addresses that a firewall leaves by in a topology; elsewhere it is IPv4. */
const leavesBy = ({ interfaces }: DeployedDevice, { endpoints }: DeployedTopology): readonly (Json | undefined)[] =>
  endpoints.flatMap((end) => [
    at(end, 'ipv6InterfaceAddress'),
    ...interfaces
      .filter((each) => each['id'] === at(end, 'interface.id'))
      .map((tunnel) => tunnel['tunnelSrcIPv6IntfAddr']),
  ]);

/** Which firewall a tunnel means, and the other way round. A firewall with addresses of DHCP is known by the tunnel's own network. */
const meetsDevice = (tunnel: TunnelSide, device: DeployedDevice, topology: DeployedTopology): boolean => {
  const { interfaces } = device;
  const here = tunnel.localAddress;
  if (here !== undefined && !topology.endpoints.some((end) => at(end, 'extranetInfo.ipAddress') === here)) return false;
  if (interfaces.some((i) => tunnel.peers.includes(String(at(i, 'ipv4.static.address'))))) return true;
  if (leavesBy(device, topology).some((address) => tunnel.peers.includes(String(address)))) return true;
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

/** Why a tunnel and a deployed topology do not come together; undefined where they do. */
export const disagreementWith = (
  tunnel: TunnelSide,
  device: DeployedDevice,
  topology: DeployedTopology,
): IkeError | undefined => {
  const policies = list(at(topology.ike, 'ikeV2Settings.policies')) as readonly JsonObject[];
  if (tunnel.answers || !meetsDevice(tunnel, device, topology)) return 'Maximum number of retransmissions reached';
  if (!ikeAgrees(tunnel, policies)) return 'Failed to find a matching policy';
  if (!authenticates(tunnel, topology, subjectOf(device))) return 'Auth exchange failed';
  if (!selects(tunnel, topology)) return 'There was no IPSEC policy found for received TS';
  return ipsecAgrees(tunnel, topology) ? undefined : 'Received no proposal chosen notify';
};

/** Whether two firewalls of one FMC have a topology of their own between them, deployed on both. */
export const deployedOnBoth = (topology: DeployedTopology, devices: readonly (DeployedDevice | undefined)[]): boolean =>
  topology.endpoints.every((end) => end['extranet'] !== true) &&
  devices.filter((device) => device?.topologies.some(({ id }) => id === topology.id)).length > 1;
