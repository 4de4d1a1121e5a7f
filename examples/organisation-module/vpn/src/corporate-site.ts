import { Aspects, Certificates, Construct, CryptoSuite, RulePack, SiteToSiteVpn, type IosXeRouter } from 'tunnelwright';
import { corporateRules } from './rules';

/** Where every site's tunnel ends. */
export interface Headquarters {
  readonly router: IosXeRouter;
  /** Address at which sites reach it. */
  readonly address: string;
  /** Networks that sites reach. */
  readonly networks: readonly string[];
}

export interface CorporateSiteProps {
  /** The router of the site. */
  readonly router: IosXeRouter;
  /** Address at which the headquarters reach it. */
  readonly address: string;
  /** Interface that has the address. Default: `GigabitEthernet1`. */
  readonly interface?: string;
  /** Number of the site, 1 to 250: its tunnel has the network `10.99.<number>.0/30`. */
  readonly number: number;
  /** Networks of the site. */
  readonly networks: readonly string[];
  readonly headquarters: Headquarters;
  /** The change that the site came by: `CHG0012345`. */
  readonly change: string;
}

/** A site of Example: its tunnel to the headquarters, with what the security handbook says already chosen. */
export class CorporateSite extends Construct {
  /** The tunnel, for what a site has of its own: `site.vpn.on(router).profile.override({ … })`. */
  readonly vpn: SiteToSiteVpn;

  constructor(scope: Construct, id: string, props: CorporateSiteProps) {
    super(scope, id);
    Aspects.of(this).add(new RulePack(corporateRules));
    const { router, address, interface: outside = 'GigabitEthernet1', number, networks, headquarters } = props;
    this.vpn = new SiteToSiteVpn(this, 'vpn', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: Certificates.issuedBy('EXAMPLE-CA'),
      ends: [
        {
          device: headquarters.router,
          interface: 'GigabitEthernet1',
          address: headquarters.address,
          tunnel: `10.99.${number}.1/30`,
          networks: headquarters.networks,
          subject: 'cn = hq.example.net',
        },
        {
          device: router,
          interface: outside,
          address,
          tunnel: `10.99.${number}.2/30`,
          networks,
          subject: `cn = ${id}.example.net`,
        },
      ],
    });
    for (const end of [headquarters.router, router])
      this.vpn.on(end).profile.override({ description: `${id} ${props.change}` });
  }
}
