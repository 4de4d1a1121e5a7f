import { Construct } from 'constructs';
import { DevicePart } from '../../core/device';
import { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import { VpnEndpoint } from '../../custom/site-to-site/vpn-endpoint';
import { FtdDynamicTunnel } from '../../generated/interfaces/ftd-dynamic-tunnel';
import { FtdLoopback } from '../../generated/interfaces/ftd-loopback';
import type { VpnTopology } from '../../generated/site-to-site/vpn-topology';
import { speakFtdBgp } from '../shared/bgp';
import { networkOn } from '../shared/fmc';
import type { FtdHub, FtdSpoke, FtdWayToBackupHub } from './props';

/** The family that a tunnel carries is that of its addresses. */
const modeOf = (tunnel: string) => (tunnel.includes(':') ? ('ipsec-ipv6' as const) : undefined);
const addressed = (tunnel: string) => (tunnel.includes(':') ? { ipv6Addresses: [tunnel] } : { address: tunnel });
const addressOf = (tunnel: string): string => tunnel.split('/')[0]!;
/** Each end tells its address in the tunnel, and takes that of the other: neighbours reach each other so. */
const told = { sendTunnelAddress: true, acceptRoutes: true } as const;

/** Any weight does that is more than that of the other hub, 0. */
const preferred = 100;

type Speaker = Pick<FtdHub | FtdSpoke, 'device' | 'bgp' | 'networks' | 'tunnel'>;
/** The neighbours are two hops apart: each speaks from an address that the other has a route to by IKEv2 alone. */
const speak = (at: Construct, own: Speaker, far: Speaker, weight?: number): void => {
  const [here, there] = [own.bgp!, far.bgp!];
  speakFtdBgp(
    at,
    own.device,
    here.asn,
    { address: addressOf(far.tunnel), remoteAs: there.asn, ebgpMultihop: 2, timers: here.timers, weight },
    (own.networks ?? []).map((each) => networkOn(own.device.fmc, each)),
  );
};

/** The topology of a hub, and what it and its tunnels are called. */
export interface Joined {
  readonly vpn: string;
  readonly topology: VpnTopology;
}

/** The objects of a hub. */
export class FtdHubPart extends DevicePart {
  /** The loopback interface whose address all its tunnels have. */
  readonly loopback: FtdLoopback;
  /** What the tunnels of the spokes are cloned from. */
  readonly template: FtdDynamicTunnel;
  /** Its end of the topology. */
  readonly endpoint: VpnEndpoint;

  constructor(
    scope: Construct,
    /** What was declared of it. */
    readonly hub: FtdHub,
    { vpn, topology }: Joined,
  ) {
    super(scope, hub.device.node.id, hub.device);
    const { device, loopback, template, tunnel, zone } = hub;
    this.loopback = new FtdLoopback(this, 'loopback', {
      name: loopback ?? 'Loopback1',
      ifname: `${vpn}-loopback`,
      ...addressed(tunnel),
    });
    this.template = new FtdDynamicTunnel(this, 'template', {
      name: template ?? 'Virtual-Template1',
      ifname: vpn,
      mode: modeOf(tunnel),
      unnumbered: this.loopback,
      source: hub.interface,
      sourceIpv6Address: hub.sourceIpv6Address,
      zone,
    });
    this.endpoint = new VpnEndpoint(this, 'endpoint', {
      ...{ topology, device, role: 'hub', interface: this.template, primaryHub: true },
      ...told,
    });
  }
}

/** The tunnel of a spoke to one hub, and how its interfaces are called where nothing says it. */
interface Way extends Pick<FtdSpoke, 'tunnel' | 'interface' | 'sourceIpv6Address' | 'tunnelInterface' | 'backup'> {
  readonly names: readonly [first: string, second: string];
}
const firstWay = (spoke: FtdSpoke): Way => ({ ...spoke, names: ['Tunnel100', 'Tunnel101'] });
const secondWay = (spoke: FtdSpoke, own: FtdWayToBackupHub): Way => ({
  names: ['Tunnel102', 'Tunnel103'],
  interface: spoke.interface,
  // That of another interface is another.
  ...(own.interface === undefined && spoke.sourceIpv6Address !== undefined
    ? { sourceIpv6Address: spoke.sourceIpv6Address }
    : {}),
  ...own,
});

/** The objects of a spoke for one hub. */
export interface FtdWay {
  /** The tunnel interface. */
  readonly tunnel: TunnelInterface;
  /** The second one, where the spoke has two lines. */
  readonly backup: TunnelInterface | undefined;
  /** Its end of the topology. */
  readonly endpoint: VpnEndpoint;
}

const wayOf = (at: Construct, spoke: FtdSpoke, way: Way, { vpn, topology }: Joined): FtdWay => {
  const { device, zone } = spoke;
  const { backup: line, names } = way;
  const tunnel = new TunnelInterface(at, 'tunnel', {
    name: way.tunnelInterface ?? names[0],
    ifname: vpn,
    mode: modeOf(way.tunnel),
    ...addressed(way.tunnel),
    source: way.interface,
    sourceIpv6Address: way.sourceIpv6Address,
    zone,
  });
  const backup =
    line &&
    new TunnelInterface(at, 'backup', {
      name: line.tunnelInterface ?? names[1],
      ifname: `${vpn}-2`,
      mode: modeOf(line.tunnel),
      ...addressed(line.tunnel),
      source: line.interface,
      sourceIpv6Address: line.sourceIpv6Address,
      zone,
    });
  const endpoint = new VpnEndpoint(at, 'endpoint', {
    ...{ topology, device, role: 'spoke', interface: tunnel },
    backup: backup && { interface: backup },
    ...told,
  });
  return { tunnel, backup, endpoint };
};

/** The objects of a spoke. */
export class FtdSpokePart extends DevicePart implements FtdWay {
  readonly tunnel: TunnelInterface;
  readonly backup: TunnelInterface | undefined;
  readonly endpoint: VpnEndpoint;
  /** Those of its way to the second hub, where there is one. */
  readonly toBackupHub: FtdWay | undefined;

  constructor(
    scope: Construct,
    /** What was declared of it. */
    readonly spoke: FtdSpoke,
    first: Joined,
    second: Joined | undefined,
  ) {
    super(scope, spoke.device.node.id, spoke.device);
    const way = wayOf(this, spoke, firstWay(spoke), first);
    this.tunnel = way.tunnel;
    this.backup = way.backup;
    this.endpoint = way.endpoint;
    this.toBackupHub =
      second && wayOf(new Construct(this, 'to-backup-hub'), spoke, secondWay(spoke, spoke.toBackupHub!), second);
  }

  /** BGP with the hubs, at both ends: a network that both tell is behind the first for as long as that does. */
  speakWith(hub: FtdHubPart, backupHub: FtdHubPart | undefined): void {
    speak(hub, hub.hub, this.spoke);
    speak(this, this.spoke, hub.hub, backupHub && preferred);
    if (backupHub === undefined) return;
    speak(backupHub, backupHub.hub, { ...this.spoke, tunnel: this.spoke.toBackupHub!.tunnel });
    speak(this, this.spoke, backupHub.hub);
  }
}
