import { Construct } from 'constructs';
import type { FlexHub } from './hub';
import type { FlexSpoke } from './spoke';
import { partOn } from '../shared/handles';

/** A FlexVPN with its ends, found by their routers. */
export abstract class FlexVpn<E extends FlexHub | FlexSpoke = FlexHub | FlexSpoke> extends Construct {
  private readonly parts = new Map<Construct, E>();

  /** The objects of one end, to override what the VPN chose: `vpn.on(spoke).tunnel.override({ … })`. */
  on(device: Construct): E {
    return partOn(this, this.parts, device);
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

  /** Keeps a part for `on`. */
  protected add<P extends E>(device: Construct, part: P): P {
    this.parts.set(device, part);
    return part;
  }
}
