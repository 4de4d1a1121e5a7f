/**
 * A head office and its branches, from a table: each line of `branches.csv` is a router with a tunnel to the head office.
 * `tunnels.csv` keeps which pair has which tunnel network, so that a branch that is taken out of the middle moves no other
 * (10.255.0.4/31 was given to one that is gone). The rollout changes one branch first, then the south, then all others.
 */
import {
  App,
  Certificates,
  CryptoSuite,
  Inventory,
  IosXeRouter,
  Labels,
  Login,
  Rollout,
  SiteToSiteVpn,
  TunnelPool,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

const branches = Inventory.fromCsv(`${__dirname}/branches.csv`, ['name', 'host', 'wan', 'lan', 'region', 'release']);

class Fleet extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const login = Login.fromEnv('ROUTERS');
    const tunnels = new TunnelPool(this, 'tunnels', { network: '10.255.0.0/16', file: `${__dirname}/tunnels.csv` });
    const mumbai = new IosXeRouter(this, 'mumbai', { host: '192.0.2.1', release: '17.12', login });

    for (const { name, host, wan, lan, region, release } of branches) {
      const branch = new IosXeRouter(this, name, { host, release, login });
      Labels.of(branch).add('region', region);
      const tunnel = tunnels.between('mumbai', name);
      new SiteToSiteVpn(this, `mumbai-${name}`, {
        suite: CryptoSuite.aes256Gcm({ group: 20 }),
        authentication: Certificates.issuedBy('CA-INTERNAL'),
        ends: [
          {
            device: mumbai,
            interface: 'GigabitEthernet0/0/0',
            address: '198.51.100.10',
            subject: 'cn = mumbai.example.net',
            tunnel: tunnel.one,
            tunnelInterface: `Tunnel${100 + tunnel.number}`,
            networks: ['10.20.0.0/16'],
          },
          {
            device: branch,
            interface: 'GigabitEthernet0/0/0',
            address: wan,
            subject: `cn = ${name}.example.net`,
            tunnel: tunnel.other,
            networks: [lan],
          },
        ],
      });
    }

    new Rollout(this, 'march', {
      waves: [
        { name: 'canary', targets: ['pune'] },
        { name: 'south', labels: { region: 'south' } },
        { name: 'all others', approval: true },
      ],
      gate: { failures: 1 },
    });
  }
}

const app = new App();
new Fleet(app, 'fleet');

app.synth();
