import { Construct } from 'constructs';
import { declare } from '../../../lib/synth/declaration';
import { nameFor } from '../../../lib/synth/naming';
import { reportViolations } from '../../core/checks';
import { AsaFirewall } from '../../devices/asa-firewall';
import type { FtdDevice } from '../../devices/fmc';
import { IosXeRouter } from '../../devices/ios-xe-router';
import { partOn } from '../shared/handles';
import { AsaEnd } from './asa-end';
import { violationsOf } from './checks';
import { defaultGroupViolations } from './default-group';
import { ftdEnds, type FtdEnd } from './fmc-end';
import { endNames, endsOf, pairsOf } from './pairs';
import type { SiteToSiteVpnProps } from './props';
import { RouterEnd } from './router-end';
import { unmanagedPeers } from './unmanaged';
import { isMistyped } from '../../core/typed-props';

/**
 * A tunnel between two sites, or a full mesh of more: both ends from one declaration. Suite, lifetimes and
 * authentication are written once and so cannot differ. Route-based: a virtual tunnel interface at each end, and static
 * routes to the networks of the other. Policy-based: an entry of a crypto map at each end, for the networks of both.
 */
export class SiteToSiteVpn extends Construct {
  private readonly parts = new Map<Construct, RouterEnd | AsaEnd | FtdEnd>();

  constructor(scope: Construct, id: string, props: SiteToSiteVpnProps) {
    super(scope, id);
    if (isMistyped(this, 'SiteToSiteVpn', props) || reportViolations(this, violationsOf(props))) return;
    const vpn = nameFor(this);
    const ends = endsOf(props.ends);
    if (reportViolations(this, defaultGroupViolations(ends))) return;
    const pairs = pairsOf({ name: vpn, path: this.node.path, top: vpn === id }, ends, props.tunnelNetwork);
    const names = endNames(ends);
    ends.forEach((end, i) => {
      const { device } = end;
      const ended = { name: names[i]!, vpn, end };
      const own = { ...props, names: { ...props.names, ...end.names } };
      if (AsaFirewall.isAsaFirewall(device)) this.parts.set(device, new AsaEnd(this, device, ended, pairs, own));
      else if (IosXeRouter.isIosXeRouter(device))
        this.parts.set(device, new RouterEnd(this, device, ended, pairs, own));
    });
    for (const peer of unmanagedPeers(this, pairs, props)) declare(this, { as: 'peer', peer });
    for (const [device, end] of ftdEnds(this, vpn, pairs, props)) this.parts.set(device, end);
  }

  /**
   * The objects of one end, to override what the VPN chose: `vpn.on(edge).profile.override({ … })`. Where the VPN has more
   * than two ends, those of a tunnel are found by its peer: `vpn.on(edge).to(pune).profile`.
   */
  on(device: IosXeRouter): RouterEnd;
  on(device: AsaFirewall): AsaEnd;
  on(device: FtdDevice): FtdEnd;
  on(device: IosXeRouter | AsaFirewall | FtdDevice): RouterEnd | AsaEnd | FtdEnd;
  on(device: IosXeRouter | AsaFirewall | FtdDevice): RouterEnd | AsaEnd | FtdEnd {
    return partOn(this, this.parts, device);
  }
}
