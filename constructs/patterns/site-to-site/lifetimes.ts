import type { Violation } from '../../core/checks';
import { AsaFirewall } from '../../devices/asa-firewall';
import { IosXeRouter } from '../../devices/ios-xe-router';
import type { VpnEnd } from './pairs';
import type { SiteToSiteVpnProps } from './props';

type Lifetimes = Pick<SiteToSiteVpnProps, 'lifetimes'>;

/** Seconds of the IPsec SA as they are written; undefined where each device has its own. */
export const ipsecSeconds = ({ lifetimes }: Lifetimes): number | undefined =>
  lifetimes?.ipsec === 'inherited' ? undefined : (lifetimes?.ipsec ?? 3600);

/** What devices have by themselves is the same on devices of one platform alone. */
export const lifetimeViolations = ({ lifetimes }: Lifetimes, ends: readonly VpnEnd[]): readonly Violation[] => {
  const areAlike = [AsaFirewall.isAsaFirewall, IosXeRouter.isIosXeRouter].some((is) =>
    ends.every(({ device }) => is(device)),
  );
  return lifetimes?.ipsec !== 'inherited' || areAlike
    ? []
    : [
        [
          'lifetimes.ipsec',
          "'inherited' is 28800 on an ASA and 3600 on a router: write seconds, or use it between devices of one of these",
        ],
      ];
};
