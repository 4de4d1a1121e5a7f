import { IosXeRouter, Labels, Login, NtpServers, Rollout } from 'tunnelwright';
import { inStack, type Examples } from '../example';

export const fleet: Examples = {
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
