import type { Construct } from 'constructs';
import { nameFor } from '../../../lib/synth/naming';
import { FlexHub } from './hub';
import { FlexVpn } from './flexvpn';
import { FlexSpoke } from './spoke';
import { reportViolations } from '../../core/checks';
import { hubAndSpokeViolations } from './checks';
import type { HubAndSpokeProps } from './props';
import { isMistyped } from '../../core/typed-props';

/**
 * One hub, any number of spokes, and no routing protocol: each end tells the other its networks while the tunnel comes up
 * (IKEv2 routing). The hub has one template for all spokes, each spoke one static tunnel interface. Writes `aaa new-model`
 * where nothing else does (see `aaaNewModel` of the router). Cisco Live BRKSEC-2881, "Hub & Spoke".
 */
export class HubAndSpoke extends FlexVpn {
  constructor(scope: Construct, id: string, props: HubAndSpokeProps) {
    super(scope, id);
    if (isMistyped(this, 'HubAndSpoke', props)) return;
    const { authentication, hub } = props;
    if (reportViolations(this, hubAndSpokeViolations(props)) || authentication.method === 'pre-share') return;
    const common = { ...props, authentication };
    const keys = props.spokes.flatMap(({ device, identity, key, keyringPeer = device.node.id }) =>
      key === undefined ? [] : [{ name: keyringPeer, identity, key }],
    );
    const vpn = nameFor(this);
    this.addHub(
      hub.device,
      new FlexHub(this, this.partId(hub.device), hub, vpn, common, keys.length === 0 ? {} : { keys }),
    );
    for (const spoke of props.spokes) {
      const { key, eap } = spoke;
      const hubs = [{ name: hub.keyringPeer ?? hub.device.node.id, address: hub.address }];
      const target = { destination: hub.address, eap, ...(key === undefined ? {} : { key: { secret: key, hubs } }) };
      this.addSpoke(spoke.device, new FlexSpoke(this, this.partId(spoke.device), spoke, vpn, common, target));
    }
  }
}
