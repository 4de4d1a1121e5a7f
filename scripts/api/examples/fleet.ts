import {
  IosXeRouter,
  Labels,
  Login,
  NtpServers,
  Inventory,
  PreSharedKey,
  CryptoSuite,
  Rollout,
  Secret,
  SiteToSiteVpn,
  TunnelPool,
} from 'tunnelwright';
import { inStack, type Examples } from '../example';

export const fleet: Examples = {
  Inventory: inStack((stack) => {
    // As a file: Inventory.fromCsv('branches.csv', ['name', 'host', 'region']).
    const branches = Inventory.of([
      { name: 'pune', host: '192.0.2.11', region: 'south' },
      { name: 'jaipur', host: '192.0.2.13', region: 'north' },
    ]);
    for (const { name, host, region } of branches.where({ region: 'south' })) {
      const router = new IosXeRouter(stack, name, { host, release: '17.12', login: Login.fromEnv('BRANCHES') });
      Labels.of(router).add('region', region);
      new NtpServers(router, 'ntp', { servers: ['192.0.2.123'] });
    }
  }),
  TunnelPool: inStack((stack) => {
    const login = Login.fromEnv('ROUTERS');
    const mumbai = new IosXeRouter(stack, 'mumbai', { host: '192.0.2.1', release: '17.12', login });
    const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.2', release: '17.12', login });
    const pool = new TunnelPool(stack, 'tunnels', { network: '10.255.0.0/16', file: 'examples/fleet/tunnels.csv' });
    const tunnel = pool.between('mumbai', 'pune');
    const wan = 'GigabitEthernet0/0/0';
    new SiteToSiteVpn(stack, 'mumbai-pune', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv('MUMBAI_PUNE_KEY')),
      ends: [
        { device: mumbai, interface: wan, address: '198.51.100.10', tunnel: tunnel.one, networks: ['10.20.0.0/16'] },
        { device: pune, interface: wan, address: '203.0.113.10', tunnel: tunnel.other, networks: ['10.30.0.0/16'] },
      ],
    });
  }),
  Labels: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    Labels.of(stack).add('country', 'in');
    Labels.of(edge).add('region', 'south');
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
    new Rollout(stack, 'march', { waves: [{ labels: { region: 'south' } }] });
  }),
  Rollout: inStack((stack) => {
    for (const [name, host] of [
      ['lab', '192.0.2.1'],
      ['pune', '192.0.2.2'],
      ['mumbai', '192.0.2.3'],
    ] as const) {
      const router = new IosXeRouter(stack, name, { host, release: '17.12', login: Login.fromEnv('EDGE') });
      new NtpServers(router, 'ntp', { servers: ['192.0.2.123'] });
    }
    new Rollout(stack, 'march', {
      waves: [{ name: 'canary', targets: ['lab'] }, { percent: 10 }, { name: 'all others', approval: true }],
      gate: { failures: 1, soakMinutes: 60 },
      window: { zone: 'Asia/Kolkata', from: '22:00', until: '04:00', days: ['fri', 'sat'] },
      onFailure: 'rollback',
    });
  }),
};
