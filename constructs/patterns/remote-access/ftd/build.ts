import type { Construct } from 'constructs';
import { AccessList } from '../../../generated/addressing/access-list';
import { AddressPool } from '../../../generated/addressing/address-pool';
import type { AaaServerGroup } from '../../../generated/aaa/aaa-server-group';
import { DevicePart } from '../../../core/device';
import type { Fmc } from '../../../devices/fmc';
import { NetworkObject } from '../../../generated/objects/network-object';
import { RaVpnPolicy } from './ra-vpn-policy';
import type { FirewallRemoteAccessProps } from '../props';

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
      dnsServers: servers,
      splitTunnel: list && { ipv4: 'tunnel-specified' as const, list },
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
export const buildFtd = (
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
    clientProfile: clientProfile && { ...clientProfile, preferences },
    lifetimeSeconds,
    names,
  });
};
