// What the test of Terraform declares. Variables change it: STACK, LIFETIME, VPN, AGRA, TERRAFORM (settings of the stack).
const { App, CryptoSuite, IosXeRouter, Login, NtpServers, PreSharedKey, Secret } = require('tunnelwright');
const { SiteToSiteVpn, VpnStack } = require('tunnelwright');

const { STACK = 'net', LIFETIME = '28800', VPN = 'yes', AGRA = 'yes', TERRAFORM = '{}' } = process.env;
const app = new App();
const stack = new VpnStack(app, STACK, { terraform: { resource: 'data', ...JSON.parse(TERRAFORM) } });
const router = (id, host) => new IosXeRouter(stack, id, { host, release: '17.9', login: Login.fromEnv('EDGE') });

const ends = [
  { device: router('pune', '192.0.2.1'), address: '198.51.100.1', tunnel: '10.58.1.1/30', networks: ['10.20.0.0/16'] },
  { device: router('delhi', '192.0.2.2'), address: '198.51.100.2', tunnel: '10.58.1.2/30', networks: ['10.30.0.0/16'] },
];
if (VPN === 'yes')
  new SiteToSiteVpn(stack, 'pune-delhi', {
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    authentication: PreSharedKey.from(Secret.fromFile('keys/vpn.key')),
    lifetimes: { ike: Number(LIFETIME) },
    ends: ends.map((end) => ({ ...end, interface: 'GigabitEthernet1' })),
  });
if (AGRA === 'yes') new NtpServers(router('agra', '192.0.2.3'), 'ntp', { servers: ['192.0.2.123'] });
app.synth();
