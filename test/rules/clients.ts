import { CertTrustpoint, ClientFiles, IosXeRouter, Login, SecureClientProfile } from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

export const clients: Readonly<Record<string, RuleExample>> = {
  'TW-CLIENT-001': {
    bad: (stack) => {
      const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
      new CertTrustpoint(edge, 'TP', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
      const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
      new SecureClientProfile(files, 'FlexVPN', { hosts: [{ name: 'Mumbai', address: 'vpn1.example.net' }] });
    },
    says: ["hosts[0].address: no headend of this stack is known as 'vpn1.example.net'"],
    good: (stack) => {
      const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });
      new CertTrustpoint(edge, 'TP', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
      const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
      const pune = { address: 'vpn.example.org', headend: 'elsewhere' };
      new SecureClientProfile(files, 'FlexVPN', {
        hosts: [{ name: 'Mumbai', address: 'vpn.example.net', backupServers: [pune] }],
      });
    },
  },
};
