import type { Construct } from 'constructs';
import { isIpv4Cidr, networkOf, overlaps } from '../../lib/kernel/ip';
import { nameFor } from '../../lib/synth/naming';
import { FlexHub, type FlexVpnHub } from './flex-hub';
import { identityFaults, type FlexVpnCommonProps } from './flex-shared';
import { FlexVpn } from './flex-parts';
import { FlexSpoke, type FlexVpnSpoke } from './flex-spoke';
import { repeated } from './shared/checks';
import { reportViolations, type Violation } from '../core/checks';

export interface HubAndSpokeProps extends FlexVpnCommonProps {
  /** The router that all spokes connect to. */
  readonly hub: FlexVpnHub;
  /** One or hundreds. A spoke more changes nothing on the hub: its tunnel is cloned when it connects. */
  readonly spokes: readonly FlexVpnSpoke[];
}

/**
 * One hub, any number of spokes, and no routing protocol: each end tells the other its networks while the tunnel comes up
 * (IKEv2 routing). The hub has one template for all spokes, each spoke one static tunnel interface. Writes `aaa new-model`
 * where nothing else does (see `aaaNewModel` of the router). Cisco Live BRKSEC-2881, "Hub & Spoke".
 */
export class HubAndSpoke extends FlexVpn {
  constructor(scope: Construct, id: string, props: HubAndSpokeProps) {
    super(scope, id);
    const { authentication, hub } = props;
    if (reportViolations(this, faultsOf(props)) || authentication.method !== 'certificate') return;
    const common = { ...props, authentication };
    const vpn = nameFor(this);
    this.add(hub.device, new FlexHub(this, this.partId(hub.device), hub, vpn, common));
    for (const spoke of props.spokes) {
      const target = { destination: hub.address };
      this.add(spoke.device, new FlexSpoke(this, this.partId(spoke.device), spoke, vpn, common, target));
    }
  }
}

const faultsOf = (props: HubAndSpokeProps): readonly Violation[] => {
  const { hub, spokes } = props;
  const named = spokes.map((spoke, i) => ({ at: `spokes[${i}]`, spoke }));
  const faults: Violation[] = [
    ...identityFaults(props, [
      { at: 'hub', identity: hub.identity },
      ...named.map(({ at, spoke }) => ({ at, identity: spoke.identity })),
    ]),
    ...repeated('tunnel address', [
      { at: 'hub.tunnel', value: hub.tunnel.split('/')[0] },
      ...named.map(({ at, spoke }) => ({ at: `${at}.tunnel`, value: spoke.tunnel?.split('/')[0] })),
    ]),
    ...repeated('device', [
      { at: 'hub.device', value: hub.device.node.path },
      ...named.map(({ at, spoke }) => ({ at: `${at}.device`, value: spoke.device.node.path })),
    ]),
  ];
  if (spokes.length === 0) faults.push(['spokes', 'write at least one spoke']);
  for (const { at, spoke } of named)
    if (spoke.tunnel === undefined)
      faults.push([`${at}.tunnel`, 'is missing: write its address in the tunnel, like 10.0.0.2/32']);
    else if (isIpv4Cidr(spoke.tunnel))
      for (const network of (hub.networks ?? []).filter(isIpv4Cidr))
        if (overlaps(network, networkOf(spoke.tunnel)))
          faults.push([`${at}.tunnel`, `${spoke.tunnel} is in ${network} behind the hub: traffic has two ways to go`]);
  return faults;
};
