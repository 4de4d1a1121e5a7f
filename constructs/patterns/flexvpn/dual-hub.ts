import type { Construct } from 'constructs';
import { nameFor } from '../../../lib/synth/naming';
import { FlexHub } from './hub';
import { FlexVpn } from './flexvpn';
import { FlexSpoke } from './spoke';
import { reportViolations } from '../../core/checks';
import { dualHubViolations } from './checks';
import type { FlexVpnDualHubProps } from './props';
import { isMistyped } from '../../core/typed-props';

/**
 * Clients that use a second hub when the first is silent, and go back: a FlexVPN client chooses the destination of each
 * client's tunnel, and the hub gives its address. Writes `aaa new-model` where nothing else does (see `aaaNewModel` of the router).
 * Cisco Live BRKSEC-2881, "FlexVPN Client".
 */
export class FlexVpnDualHub extends FlexVpn {
  constructor(scope: Construct, id: string, props: FlexVpnDualHubProps) {
    super(scope, id);
    if (isMistyped(this, 'FlexVpnDualHub', props)) return;
    const { authentication } = props;
    if (reportViolations(this, dualHubViolations(props)) || authentication.method !== 'certificate') return;
    const common = {
      ...props,
      authentication,
      dpd: props.dpd ?? ({ interval: 30, retry: 2, mode: 'on-demand' } as const),
    };
    const keys = props.clients.flatMap(({ device, identity, key }) =>
      key === undefined ? [] : [{ name: device.node.id, identity, key }],
    );
    const vpn = nameFor(this);
    for (const hub of props.hubs) {
      const extras = { pool: hub.pool, keys: keys.length === 0 ? undefined : keys };
      this.addHub(hub.device, new FlexHub(this, this.partId(hub.device), hub, vpn, common, extras));
    }
    const hubs = props.hubs.map((hub) => ({ name: hub.device.node.id, address: hub.address }));
    for (const client of props.clients) {
      const spoke = new FlexSpoke(this, this.partId(client.device), client, vpn, common, {
        destination: 'dynamic',
        key: client.key && { secret: client.key, hubs },
        hubSubject: props.hubSubject,
        client: {
          peers: hubs.map(({ address }) => ({ host: address })),
          peerReactivate: props.reactivate === false ? undefined : true,
        },
      });
      this.addSpoke(client.device, spoke);
    }
  }
}
