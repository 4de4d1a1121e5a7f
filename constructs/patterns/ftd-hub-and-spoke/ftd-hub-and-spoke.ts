import { Construct } from 'constructs';
import { nameFor } from '../../../lib/synth/naming';
import { reportViolations } from '../../core/checks';
import { DevicePart } from '../../core/device';
import type { Fmc, FtdDevice } from '../../devices/fmc';
import { VpnTopology } from '../../generated/site-to-site/vpn-topology';
import { algorithmsOn, topologyProtection, type FmcAlgorithms } from '../shared/fmc';
import { partOn } from '../shared/handles';
import { violationsOf } from './checks';
import { FtdHubPart, FtdSpokePart, type Joined } from './ends';
import type { FtdHub, FtdHubAndSpokeProps } from './props';
import { isMistyped } from '../../core/typed-props';

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
    if (isMistyped(this, 'FtdHubAndSpoke', props) || reportViolations(this, violationsOf(props))) return;
    const vpn = nameFor(this);
    const { hub, backupHub, spokes } = props;
    const ends = [hub, ...(backupHub ? [backupHub] : []), ...spokes].map(({ device }) => device.node.id);
    const { fmc } = hub.device;
    this.manager = new FmcPart(this, ends.includes(fmc.node.id) ? `${fmc.node.id}-fmc` : fmc.node.id, fmc, vpn, props);
    const { joined, backup } = this.manager;
    const first = this.join(hub, joined);
    const second = backupHub && this.join(backupHub, backup!);
    for (const spoke of spokes) {
      const part = new FtdSpokePart(this, spoke, joined, backup);
      this.spokes.set(spoke.device, part);
      if (hub.bgp !== undefined) part.speakWith(first, second);
    }
  }

  private join(hub: FtdHub, joined: Joined): FtdHubPart {
    const part = new FtdHubPart(this, hub, joined);
    this.hubs.set(hub.device, part);
    return part;
  }

  /** The topology on the FMC. For a spoke that the FMC does not manage, a `VpnEndpoint` joins it. */
  get topology(): VpnTopology {
    return this.manager!.joined.topology;
  }
  /** That of the second hub, where there is one. */
  get backupTopology(): VpnTopology | undefined {
    return this.manager!.backup?.topology;
  }
  /** IKEv2 proposal, IKEv2 policy and IPsec proposal. */
  get algorithms(): FmcAlgorithms {
    return this.manager!.algorithms;
  }
  /** The objects of a hub. */
  onHub(device: FtdDevice): FtdHubPart {
    return partOn(this, this.hubs, device, 'hub');
  }
  /** The objects of a spoke, to override what the VPN chose: `vpn.onSpoke(pune).tunnel.override({ … })`. */
  onSpoke(device: FtdDevice): FtdSpokePart {
    return partOn(this, this.spokes, device, 'spoke');
  }
}

/** What stands on the FMC once. */
class FmcPart extends DevicePart {
  readonly algorithms: FmcAlgorithms;
  readonly joined: Joined;
  /** Of the second hub. */
  readonly backup: Joined | undefined;

  constructor(scope: Construct, id: string, fmc: Fmc, vpn: string, props: FtdHubAndSpokeProps) {
    super(scope, id, fmc);
    this.algorithms = algorithmsOn(this, vpn, props);
    const topologyOf = (id: string, name: string): Joined => ({
      vpn: name,
      topology: new VpnTopology(this, id, {
        ...{ name, topology: 'hub-and-spoke', spokeToSpoke: props.spokeToSpoke },
        ...topologyProtection(this.algorithms, props),
      }),
    });
    this.joined = topologyOf('topology', vpn);
    this.backup = props.backupHub && topologyOf('backup-topology', `${vpn}-backup`);
  }
}
