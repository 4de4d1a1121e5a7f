import { Construct } from 'constructs';
import { nameFor } from '../../../lib/synth/naming';
import { reportViolations } from '../../core/checks';
import { DevicePart } from '../../core/device';
import type { Fmc, FtdDevice } from '../../devices/fmc';
import { VpnTopology } from '../../generated/site-to-site/vpn-topology';
import { algorithmsOn, topologyProtection, type FmcAlgorithms } from '../shared/fmc';
import { partOn } from '../shared/handles';
import { violationsOf } from './checks';
import { FtdHubPart, FtdSpokePart } from './ends';
import type { FtdHubAndSpokeProps, FtdSpoke } from './props';

/**
 * A hub of firewalls behind an FMC, for any number of spokes: the hub has one dynamic tunnel interface, of which the tunnel of
 * each spoke is cloned when that connects, each spoke one static tunnel interface. IKEv2 tells each side the tunnel address of
 * the other, and BGP the networks. Cisco Secure Firewall Management Center Device Configuration Guide, "Dynamic
 * VTI"; from 7.4 on. For routers: `HubAndSpoke`.
 */
export class FtdHubAndSpoke extends Construct {
  private readonly hubs = new Map<Construct, FtdHubPart>();
  private readonly spokes = new Map<Construct, FtdSpokePart>();
  private manager: FmcPart | undefined;

  constructor(scope: Construct, id: string, props: FtdHubAndSpokeProps) {
    super(scope, id);
    if (reportViolations(this, violationsOf(props))) return;
    const vpn = nameFor(this);
    const { hub, spokes } = props;
    const ends = [hub, ...spokes].map(({ device }) => device.node.id);
    const { fmc } = hub.device;
    this.manager = new FmcPart(this, ends.includes(fmc.node.id) ? `${fmc.node.id}-fmc` : fmc.node.id, fmc, vpn, props);
    const { topology } = this.manager;
    const part = new FtdHubPart(this, hub, vpn, topology, spokes);
    this.hubs.set(hub.device, part);
    for (const spoke of spokes)
      this.spokes.set(spoke.device, new FtdSpokePart(this, spoke, vpn, topology, reachedFrom(spoke, props)));
    if (hub.bgp !== undefined) for (const spoke of spokes) part.speakWith(this.spokes.get(spoke.device)!);
  }

  /** The topology on the FMC. For a spoke that the FMC does not manage, a `VpnEndpoint` joins it. */
  get topology(): VpnTopology {
    return this.manager!.topology;
  }
  /** IKEv2 proposal, IKEv2 policy and IPsec proposal. */
  get algorithms(): FmcAlgorithms {
    return this.manager!.algorithms;
  }
  /** The objects of the hub. */
  onHub(device: FtdDevice): FtdHubPart {
    return partOn(this, this.hubs, device, 'hub');
  }
  /** The objects of a spoke, to override what the VPN chose: `vpn.onSpoke(pune).tunnel.override({ … })`. */
  onSpoke(device: FtdDevice): FtdSpokePart {
    return partOn(this, this.spokes, device, 'spoke');
  }
}

/** Whom a spoke talks to: the hub, and where that passes it on, the other spokes. */
const reachedFrom = (spoke: FtdSpoke, { hub, spokes, spokeToSpoke }: FtdHubAndSpokeProps) => [
  hub,
  ...(spokeToSpoke ? spokes.filter((other) => other !== spoke) : []),
];

/** What stands on the FMC once. */
class FmcPart extends DevicePart {
  readonly algorithms: FmcAlgorithms;
  readonly topology: VpnTopology;

  constructor(scope: Construct, id: string, fmc: Fmc, vpn: string, props: FtdHubAndSpokeProps) {
    super(scope, id, fmc);
    this.algorithms = algorithmsOn(this, vpn, props);
    this.topology = new VpnTopology(this, 'topology', {
      name: vpn,
      topology: 'hub-and-spoke',
      spokeToSpoke: props.spokeToSpoke,
      ...topologyProtection(this.algorithms, props),
    });
  }
}
