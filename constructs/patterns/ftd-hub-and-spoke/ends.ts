import type { Construct } from 'constructs';
import { DevicePart } from '../../core/device';
import { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import { VpnEndpoint } from '../../custom/site-to-site/vpn-endpoint';
import { FtdDynamicTunnel } from '../../generated/interfaces/ftd-dynamic-tunnel';
import { FtdLoopback } from '../../generated/interfaces/ftd-loopback';
import type { VpnTopology } from '../../generated/site-to-site/vpn-topology';
import type { AccessRule } from '../../generated/policies/access-rule';
import { letThrough } from '../shared/access-rules';
import { speakFtdBgp } from '../shared/bgp';
import { networkOn } from '../shared/fmc';
import type { FtdHub, FtdSpoke } from './props';

const addressOf = (tunnel: string): string => tunnel.split('/')[0]!;
/** Each end tells its address in the tunnel, and takes that of the other: neighbours reach each other so. */
const told = { sendTunnelAddress: true, acceptRoutes: true } as const;

/** The neighbours are two hops apart: each speaks from an address that the other has a route to by IKEv2 alone. */
const speak = (at: Construct, own: FtdHub | FtdSpoke, far: FtdHub | FtdSpoke): void => {
  const [here, there] = [own.bgp!, far.bgp!];
  speakFtdBgp(
    at,
    own.device,
    here.asn,
    { address: addressOf(far.tunnel), remoteAs: there.asn, ebgpMultihop: 2, timers: here.timers },
    (own.networks ?? []).map((each) => networkOn(own.device.fmc, each)),
  );
};

/** The rules of an end, to the others that it talks to. */
const passage = (
  at: Construct,
  vpn: string,
  { device, accessRules: rules, zone, networks = [] }: FtdHub | FtdSpoke,
  others: readonly (FtdHub | FtdSpoke)[],
): readonly AccessRule[] => {
  if (rules === undefined || zone === undefined) return [];
  const there = [...new Set(others.flatMap((other) => other.networks ?? []))];
  return letThrough(at, device, { name: `${vpn} ${device.node.id}`, rules, tunnel: zone, here: networks, there });
};

/** The objects of the hub. */
export class FtdHubPart extends DevicePart {
  /** The loopback interface whose address all its tunnels have. */
  readonly loopback: FtdLoopback;
  /** What the tunnels of the spokes are cloned from. */
  readonly template: FtdDynamicTunnel;
  /** Its end of the topology. */
  readonly endpoint: VpnEndpoint;
  /** What lets its traffic through: in, and out. None without `accessRules`. */
  readonly accessRules: readonly AccessRule[];

  constructor(
    scope: Construct,
    private readonly hub: FtdHub,
    vpn: string,
    topology: VpnTopology,
    others: readonly (FtdHub | FtdSpoke)[],
  ) {
    super(scope, hub.device.node.id, hub.device);
    const { device, loopback, template, tunnel, zone } = hub;
    this.loopback = new FtdLoopback(this, 'loopback', {
      name: loopback ?? 'Loopback1',
      ifname: `${vpn}-loopback`,
      address: tunnel,
    });
    this.template = new FtdDynamicTunnel(this, 'template', {
      name: template ?? 'Virtual-Template1',
      ifname: vpn,
      unnumbered: this.loopback,
      source: hub.interface,
      zone,
    });
    this.endpoint = new VpnEndpoint(this, 'endpoint', {
      ...{ topology, device, role: 'hub', interface: this.template, primaryHub: true },
      ...told,
    });
    this.accessRules = passage(this, vpn, hub, others);
  }

  /** BGP with a spoke, at both ends. */
  speakWith(spoke: FtdSpokePart): void {
    speak(this, this.hub, spoke.spoke);
    speak(spoke, spoke.spoke, this.hub);
  }
}

/** The objects of a spoke. */
export class FtdSpokePart extends DevicePart {
  /** Its tunnel interface. */
  readonly tunnel: TunnelInterface;
  /** The second one, where it has two lines. */
  readonly backup: TunnelInterface | undefined;
  /** Its end of the topology. */
  readonly endpoint: VpnEndpoint;
  /** What lets its traffic through: in, and out. None without `accessRules`. */
  readonly accessRules: readonly AccessRule[];

  constructor(
    scope: Construct,
    /** What was declared of it. */
    readonly spoke: FtdSpoke,
    vpn: string,
    topology: VpnTopology,
    others: readonly (FtdHub | FtdSpoke)[],
  ) {
    super(scope, spoke.device.node.id, spoke.device);
    const { device, zone, backup } = spoke;
    this.tunnel = new TunnelInterface(this, 'tunnel', {
      name: spoke.tunnelInterface ?? 'Tunnel100',
      ifname: vpn,
      address: spoke.tunnel,
      source: spoke.interface,
      zone,
    });
    this.backup =
      backup &&
      new TunnelInterface(this, 'backup', {
        name: backup.tunnelInterface ?? 'Tunnel101',
        ifname: `${vpn}-2`,
        address: backup.tunnel,
        source: backup.interface,
        zone,
      });
    this.endpoint = new VpnEndpoint(this, 'endpoint', {
      ...{ topology, device, role: 'spoke', interface: this.tunnel },
      backup: this.backup && { interface: this.backup },
      ...told,
    });
    this.accessRules = passage(this, vpn, spoke, others);
  }
}
