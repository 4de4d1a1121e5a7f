import type { Construct } from 'constructs';
import { IkeV2Cluster } from '../../generated/ikev2/ikev2-cluster';
import { InterfaceLines } from '../../generated/interfaces/interface-lines';
import { nameFor } from '../../../lib/synth/naming';
import { FlexHub } from './hub';
import { FlexVpn } from './flexvpn';
import { FlexSpoke } from './spoke';
import { reportViolations } from '../../core/checks';
import { addGlobals } from '../shared/router';
import { loadBalancerViolations } from './checks';
import type { FlexVpnSound } from './common';
import type { FlexVpnGateway, FlexVpnLoadBalancerProps } from './props';
import { isMistyped } from '../../core/typed-props';

/**
 * Gateways that share their clients: clients connect to one address, and the active gateway sends each to the least
 * loaded. Gateways find each other by HSRP. Writes `aaa new-model` where nothing else does (see `aaaNewModel` of the router).
 * Cisco Live BRKSEC-2881, "FlexVPN Load Balancer".
 */
export class FlexVpnLoadBalancer extends FlexVpn {
  constructor(scope: Construct, id: string, props: FlexVpnLoadBalancerProps) {
    super(scope, id);
    if (isMistyped(this, 'FlexVpnLoadBalancer', props)) return;
    const { authentication } = props;
    if (reportViolations(this, loadBalancerViolations(props)) || authentication.method !== 'certificate') return;
    const common = { ...props, authentication };
    const vpn = nameFor(this);
    for (const gateway of props.gateways) this.gateway(gateway, vpn, common);
    for (const client of props.clients) {
      addGlobals(client.device, { redirectClient: { maxRedirects: props.maxRedirects ?? 10 } });
      const spoke = new FlexSpoke(this, this.partId(client.device), client, vpn, common, {
        destination: 'dynamic',
        client: { peers: [{ host: props.virtualAddress }] },
      });
      this.addSpoke(client.device, spoke);
    }
  }

  private gateway(
    gateway: FlexVpnGateway,
    id: string,
    props: FlexVpnSound & Pick<FlexVpnLoadBalancerProps, 'group' | 'virtualAddress'>,
  ): void {
    const groupName = props.group?.name ?? id;
    const hub = this.addHub(gateway.device, new FlexHub(this, this.partId(gateway.device), gateway, id, props));
    addGlobals(gateway.device, { redirectGateway: 'init' });
    new InterfaceLines(hub, 'standby', {
      name: gateway.interface,
      address: gateway.interfaceAddress,
      hsrp: [
        {
          group: props.group?.number ?? 1,
          ip: props.virtualAddress,
          groupName,
          ...(gateway.priority === undefined ? {} : { priority: gateway.priority }),
        },
      ],
    });
    new IkeV2Cluster(hub, 'cluster', {
      standbyGroup: groupName,
      maxSession: gateway.maxSession,
    });
  }
}
