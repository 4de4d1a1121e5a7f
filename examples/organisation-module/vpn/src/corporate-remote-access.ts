import {
  AaaServerGroup,
  Aspects,
  Construct,
  CryptoSuite,
  RemoteAccess,
  RulePack,
  Rules,
  type IosXeRouter,
  type SecretRef,
} from 'tunnelwright';
import { corporateRules } from './rules';

export interface CorporateRemoteAccessProps {
  /** Where users connect to. */
  readonly router: IosXeRouter;
  /** The certificate that users see: a trustpoint of the router. Default: `EXAMPLE-CA`. */
  readonly trustpoint?: string;
  /** RADIUS servers that check users: address, and the secret that they share with the router. */
  readonly radius: readonly { readonly address: string; readonly secret: SecretRef }[];
  /** Addresses that users are given. */
  readonly pool: { readonly from: string; readonly to: string };
  /** Networks that users reach. */
  readonly networks: readonly string[];
  /** The change that it came by: `CHG0012345`. */
  readonly change: string;
}

/** Remote access for the staff of Example: IKEv2 with EAP, one way in for all offices. */
export class CorporateRemoteAccess extends Construct {
  readonly access: RemoteAccess;

  constructor(scope: Construct, id: string, props: CorporateRemoteAccessProps) {
    super(scope, id);
    Aspects.of(this).add(new RulePack(corporateRules));
    Rules.waive(this, 'TW-IPSEC-003', {
      reason: 'The clients of staff re-key by a lifetime of their own, exception 12 of the security handbook',
      until: '2035-12-31',
    });
    const { router, trustpoint = 'EXAMPLE-CA', radius, pool, networks, change } = props;
    const servers = new AaaServerGroup(this, 'radius', {
      device: router,
      privateServers: radius.map(({ address, secret }) => ({ address, key: secret })),
    });
    this.access = new RemoteAccess(this, 'staff', {
      headend: router,
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      trustpoint,
      authentication: servers,
      pool,
      networks,
      // What the clients say they are: the sites on the same router are matched by their certificates.
      match: { keyIds: ['example-staff'] },
      unnumbered: 'Loopback0',
    });
    this.access.router?.profile?.override({ description: `${id} ${change}` });
  }
}
