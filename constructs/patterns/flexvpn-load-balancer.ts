import type { Construct } from 'constructs';
import { IkeV2Cluster } from '../generated/ikev2/ikev2-cluster';
import { InterfaceLines } from '../generated/interfaces/interface-lines';
import { nameFor } from '../../lib/synth/naming';
import { FlexHub, type FlexVpnHub } from './flex-hub';
import { identityFaults, type FlexVpnCommonProps, type FlexVpnSound } from './flex-shared';
import { FlexVpn } from './flex-parts';
import { FlexSpoke, type FlexVpnSpoke } from './flex-spoke';
import { repeated } from './shared/checks';
import { reportViolations, type Violation } from '../core/checks';
import { addGlobals } from './shared/router';

/** A gateway of the cluster. */
export interface FlexVpnGateway extends FlexVpnHub {
  /** Interface in the network that the gateways share: `GigabitEthernet0/0`. */
  readonly interface: string;
  /** Address of that interface with its length, where it shall be written. Default: it stays as it is. */
  readonly interfaceAddress?: string;
  /** How many sessions it takes, 1 to 40000. Default: the device's. */
  readonly maxSession?: number;
  /** Who is active, 0 to 255; the highest is. Default: 100. */
  readonly priority?: number;
}

export interface FlexVpnLoadBalancerProps extends FlexVpnCommonProps {
  /** The address that all gateways stand for, and the only one that clients know. */
  readonly virtualAddress: string;
  /** Name and number (0 to 4095) of the HSRP group. Default: the VPN's id, 1. */
  readonly group?: { readonly name?: string; readonly number?: number };
  /** Two to ten. */
  readonly gateways: readonly FlexVpnGateway[];
  /** Routers that connect. */
  readonly clients: readonly FlexVpnSpoke[];
  /** How many redirects a client follows, 1 to 255. Default: 10. */
  readonly maxRedirects?: number;
}

/**
 * Gateways that share their clients: clients connect to one address, and the active gateway sends each to the least
 * loaded. Gateways find each other by HSRP. Writes `aaa new-model` where nothing else does (see `aaaNewModel` of the router).
 * Cisco Live BRKSEC-2881, "FlexVPN Load Balancer".
 */
export class FlexVpnLoadBalancer extends FlexVpn {
  constructor(scope: Construct, id: string, props: FlexVpnLoadBalancerProps) {
    super(scope, id);
    const { authentication } = props;
    if (reportViolations(this, faultsOf(props)) || authentication.method !== 'certificate') return;
    const common = { ...props, authentication };
    const vpn = nameFor(this);
    for (const gateway of props.gateways) this.gateway(gateway, vpn, common);
    for (const client of props.clients) {
      addGlobals(client.device, { redirectClient: { maxRedirects: props.maxRedirects ?? 10 } });
      const spoke = new FlexSpoke(this, this.partId(client.device), client, vpn, common, {
        destination: 'dynamic',
        client: { peers: [{ host: props.virtualAddress }] },
      });
      this.add(client.device, spoke);
    }
  }

  private gateway(
    gateway: FlexVpnGateway,
    id: string,
    props: FlexVpnSound & Pick<FlexVpnLoadBalancerProps, 'group' | 'virtualAddress'>,
  ): void {
    const groupName = props.group?.name ?? id;
    const hub = this.add(gateway.device, new FlexHub(this, this.partId(gateway.device), gateway, id, props));
    addGlobals(gateway.device, { redirectGateway: 'init' });
    new InterfaceLines(hub, 'standby', {
      name: gateway.interface,
      ...(gateway.interfaceAddress === undefined ? {} : { address: gateway.interfaceAddress }),
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
      ...(gateway.maxSession === undefined ? {} : { maxSession: gateway.maxSession }),
    });
  }
}

const faultsOf = (props: FlexVpnLoadBalancerProps): readonly Violation[] => {
  const gateways = props.gateways.map((gateway, i) => ({ at: `gateways[${i}]`, ...gateway }));
  const clients = props.clients.map((client, i) => ({ at: `clients[${i}]`, ...client }));
  const faults: Violation[] = [
    ...identityFaults(props, [...gateways, ...clients]),
    ...repeated(
      'tunnel address',
      [...gateways, ...clients].map(({ at, tunnel }) => ({ at: `${at}.tunnel`, value: tunnel?.split('/')[0] })),
    ),
    ...repeated('address', [
      { at: 'virtualAddress', value: props.virtualAddress },
      ...gateways.map(({ at, address }) => ({ at: `${at}.address`, value: address })),
    ]),
    ...repeated(
      'device',
      [...gateways, ...clients].map(({ at, device }) => ({ at: `${at}.device`, value: device.node.path })),
    ),
  ];
  if (gateways.length < 2 || gateways.length > 10)
    faults.push(['gateways', `a cluster has two to ten gateways, not ${gateways.length}`]);
  for (const { at, tunnel } of clients)
    if (tunnel === undefined)
      faults.push([`${at}.tunnel`, 'is missing: write its address in the tunnel, like 172.16.1.100/24']);
  return faults;
};
