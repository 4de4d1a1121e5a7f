import { Construct } from 'constructs';
import type { FlexHub } from './hub';
import type { FlexSpoke } from './spoke';
import { partOn } from '../shared/handles';

/** A FlexVPN with its ends, found by their routers. */
export abstract class FlexVpn extends Construct {
  private readonly hubs = new Map<Construct, FlexHub>();
  private readonly spokes = new Map<Construct, FlexSpoke>();

  /** The objects of one end, for what hubs and spokes both have: `vpn.on(edge).profile.override({ … })`. */
  on(device: Construct): FlexHub | FlexSpoke {
    return partOn(this, new Map<Construct, FlexHub | FlexSpoke>([...this.hubs, ...this.spokes]), device);
  }

  /** The objects of a hub or gateway, to override what the VPN chose: `vpn.onHub(hub).virtualTemplate.override({ … })`. */
  onHub(device: Construct): FlexHub {
    return partOn(this, this.hubs, device, 'hub');
  }

  /** The objects of a spoke or client: `vpn.onSpoke(pune).tunnel.override({ … })`. */
  onSpoke(device: Construct): FlexSpoke {
    return partOn(this, this.spokes, device, 'spoke');
  }

  /** The id of a part: that of its router, or its path below the stack where two routers have one id. */
  protected partId(device: Construct): string {
    const { id, scopes } = device.node;
    if (this.node.tryFindChild(id) === undefined) return id;
    return scopes
      .slice(2)
      .map(({ node }) => node.id)
      .join('-');
  }

  protected addHub(device: Construct, hub: FlexHub): FlexHub {
    this.hubs.set(device, hub);
    return hub;
  }

  protected addSpoke(device: Construct, spoke: FlexSpoke): FlexSpoke {
    this.spokes.set(device, spoke);
    return spoke;
  }
}
