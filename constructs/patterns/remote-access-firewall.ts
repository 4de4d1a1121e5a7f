import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { AccessList } from '../generated/addressing/access-list';
import { AddressPool } from '../generated/addressing/address-pool';
import type { AaaServerGroup } from '../generated/aaa/aaa-server-group';
import { DevicePart } from '../core/device';
import type { Fmc, FtdDevice } from '../devices/fmc';
import { NetworkObject } from '../generated/objects/network-object';
import { RaVpnPolicy, type RaClientProfile, type RaVpnPolicyProps } from './ra-vpn-policy';
import type { RemoteAccessShared } from './remote-access';

/** Remote users on a firewall of an FMC: a remote access policy by IPsec alone. */
export interface FirewallRemoteAccessProps
  extends RemoteAccessShared, Pick<RaVpnPolicyProps, 'certificate' | 'zones' | 'lifetimeSeconds'> {
  /** Where users connect to. Objects are made on the FMC of the firewall. */
  readonly headend: FtdDevice;
  /** Networks that users reach through the tunnel, or the access list of the FMC that holds them. Default: everything. */
  readonly networks?: readonly string[] | Referable<'access-list'>;
  /** The client profile that is made. It waits as long as the firewall waits for the push. Default: none. */
  readonly clientProfile?: RaClientProfile;
  /** Names on the FMC. Default: the id. */
  readonly names?: NonNullable<RaVpnPolicyProps['names']> & {
    /** The connection profile. */
    readonly group?: string;
    /** The group of the proxies. Default: the id, with `-duo`. */
    readonly servers?: string;
  };
}

/** The longest that Secure Client waits for a login (AnyConnectProfile.xsd, AuthenticationTimeout). */
const longest = 120;

/** What the users of a firewall are given: pool, names, and the networks behind the tunnel. */
const given = (at: Construct, id: string, { pool, networks, dns }: FirewallRemoteAccessProps) => {
  const ranges = [{ from: pool.from, to: pool.to }];
  const list =
    networks === undefined || 'ref' in networks
      ? networks
      : new AccessList(at, 'networks', {
          name: `${id}-networks`,
          type: 'standard',
          entries: networks.map((source) => ({ action: 'permit' as const, source })),
        });
  const servers = dns?.map((value, i) => new NetworkObject(at, `dns-${i}`, { name: `${id}-dns-${i + 1}`, value }));
  return {
    pool: new AddressPool(at, 'pool', { name: pool.name ?? `${id}-pool`, ranges }),
    group: {
      ...(servers ? { dnsServers: servers } : {}),
      ...(list ? { splitTunnel: { ipv4: 'tunnel-specified' as const, list } } : {}),
    },
  };
};

/** Objects of the FMC that its users are given. */
class Given extends DevicePart {
  constructor(scope: Construct, fmc: Fmc) {
    super(scope, 'given', fmc);
  }
}

/** Remote users on a firewall: IPsec IKEv2 alone, and users by RADIUS. `waits`: seconds for an answer to a login. */
export const onFirewall = (
  at: Construct,
  id: string,
  props: FirewallRemoteAccessProps,
  server: AaaServerGroup,
  waits: number | undefined,
): RaVpnPolicy => {
  const { headend, suite, certificate, zones, clientProfile, lifetimeSeconds } = props;
  const { group: name = id, servers: _servers, ...names } = props.names ?? {};
  const { pool, group } = given(new Given(at, headend.fmc), id, props);
  const timeout = waits === undefined ? {} : { authenticationTimeout: Math.min(waits, longest) };
  const preferences = { ...timeout, ...clientProfile?.preferences };
  return new RaVpnPolicy(at, 'Default', {
    device: headend.fmc,
    suite,
    certificate,
    zones,
    devices: [headend],
    groups: [{ name, authentication: 'aaa', server, ipv4Pools: [pool], group }],
    ...(clientProfile ? { clientProfile: { ...clientProfile, preferences } } : {}),
    ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }),
    names,
  });
};
