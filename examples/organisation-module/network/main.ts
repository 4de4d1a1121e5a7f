/** The network of Example: two sites and remote access, of the constructs that its VPN team publishes. */
import { CorporateRemoteAccess, CorporateSite, corporateRules } from '@example/vpn';
import {
  AaaAuthenticationList,
  App,
  Aspects,
  IosXeRouter,
  LocalUser,
  Login,
  RulePack,
  Secret,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    Aspects.of(this).add(new RulePack(corporateRules));
    const hq = this.router('hq', '192.0.2.1');
    const headquarters = { router: hq, address: '198.51.100.1', networks: ['10.10.0.0/16'] };

    new CorporateSite(this, 'pune', {
      router: this.router('pune-edge', '192.0.2.2'),
      address: '198.51.100.2',
      number: 1,
      networks: ['10.20.0.0/16'],
      headquarters,
      change: 'CHG0012345',
    });
    new CorporateSite(this, 'delhi', {
      router: this.router('delhi-edge', '192.0.2.3'),
      address: '198.51.100.3',
      number: 2,
      networks: ['10.30.0.0/16'],
      headquarters,
      change: 'CHG0012346',
    });

    // Remote access turns method lists on: this is the way in when no RADIUS server answers.
    new LocalUser(hq, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaAuthenticationList(hq, 'default', { methods: ['local'] });
    new CorporateRemoteAccess(this, 'staff', {
      router: hq,
      radius: [{ address: '10.10.0.5', secret: Secret.fromEnv('RADIUS') }],
      pool: { from: '10.200.0.1', to: '10.200.0.200' },
      networks: ['10.10.0.0/16'],
      change: 'CHG0012347',
    });
  }

  private router(id: string, host: string): IosXeRouter {
    return new IosXeRouter(this, id, { host, release: '17.9', login: Login.fromEnv('EDGE') });
  }
}

const app = new App();
new Network(app, 'example');
app.synth();
