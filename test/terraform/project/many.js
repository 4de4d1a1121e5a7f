// Forty routers in twenty VPNs.
const { App, CryptoSuite, IosXeRouter, Login, PreSharedKey, Secret } = require('tunnelwright');
const { SiteToSiteVpn, VpnStack } = require('tunnelwright');

const app = new App();
const stack = new VpnStack(app, 'many', { terraform: 'data' });
const end = (n, side) => ({
  device: new IosXeRouter(stack, `r${n}-${side}`, {
    host: `192.0.2.${2 * n + side}`,
    release: '17.9',
    login: Login.fromEnv('EDGE'),
  }),
  interface: 'GigabitEthernet1',
  address: `198.51.100.${2 * n + side}`,
  tunnel: `10.58.${n}.${side}/30`,
  networks: [`10.${100 + n}.${side}.0/24`],
});
for (let n = 1; n <= 20; n++)
  new SiteToSiteVpn(stack, `vpn-${n}`, {
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    authentication: PreSharedKey.from(Secret.fromFile('keys/vpn.key')),
    ends: [end(n, 1), end(n, 2)],
  });
app.synth();
