/**
 * A branch with two internet lines and a head office with one: a tunnel over each line. Routes lead through the first while
 * the head office answers there, which the routers ask (IP SLA), and through the second else. The second line is in a
 * VRF of its own, so that packets to the one address of the head office leave by the line that they are of.
 */
import {
  App,
  Certificates,
  CryptoSuite,
  InterfaceLines,
  IosXeRouter,
  Login,
  SiteToSiteVpn,
  StaticRoute,
  Vrf,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class DualIsp extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const login = Login.fromEnv('ROUTERS');
    const office = new IosXeRouter(this, 'office', { host: '192.0.2.1', release: '17.9', login });
    const branch = new IosXeRouter(this, 'branch', { host: '192.0.2.2', release: '17.9', login });

    const vrf = new Vrf(branch, 'LTE', { addressFamilies: [{ family: 'ipv4' }] });
    new InterfaceLines(branch, 'lte', { name: 'GigabitEthernet0/0/1', vrf, address: '203.0.113.66/30' });
    new StaticRoute(branch, 'lte-default', { destination: '0.0.0.0/0', gateway: '203.0.113.65', vrf });

    new SiteToSiteVpn(this, 'office-branch', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      ends: [
        {
          device: office,
          interface: 'GigabitEthernet0/0/0',
          address: '198.51.100.10',
          subject: 'cn = office.example.net',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: branch,
          interface: 'GigabitEthernet0/0/0',
          address: '203.0.113.10',
          subject: 'cn = branch.example.net',
          tunnel: '10.58.1.2/30',
          networks: ['10.40.0.0/16'],
          secondLine: {
            interface: 'GigabitEthernet0/0/1',
            address: '203.0.113.66',
            vrf,
            tunnel: '10.58.1.6/30',
            peerTunnel: '10.58.1.5/30',
            probe: { interval: 10 },
          },
        },
      ],
    });
  }
}

const app = new App();
new DualIsp(app, 'dual-isp');
app.synth();
