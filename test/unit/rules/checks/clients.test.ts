import { CertTrustpoint, ClientFiles, LoopbackInterface, SecureClientProfile, type VpnStack } from 'tunnelwright';
import { edge, problemsIn } from '../../../support/scenario';

const declare =
  (...hosts: object[]) =>
  (stack: VpnStack): void => {
    const router = edge(stack);
    new CertTrustpoint(router, 'TP', {
      enrollment: { type: 'terminal' },
      fqdn: 'vpn.example.net',
      subjectName: 'o=Example,cn=gate.example.net',
    });
    new LoopbackInterface(router, 'loop', { name: 'Loopback1', address: '198.51.100.30/32' });
    const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
    new SecureClientProfile(files, 'FlexVPN', {
      hosts: hosts.map((host, i) => ({ name: `host ${i}`, ...host })) as never,
    });
  };

describe('a host of a client profile', () => {
  test.each(['vpn.example.net', 'VPN.example.net', 'gate.example.net', '198.51.100.30', '192.0.2.1'])(
    'may be %s, by which a device is known',
    (address) => {
      expect(problemsIn(declare({ address }))).toEqual([]);
    },
  );
  test('that no headend has is named with its remedy', () => {
    expect(problemsIn(declare({ address: 'vpn.example.net', backupServers: ['vpn2.example.net'] }))).toEqual([
      "net/clients/FlexVPN hosts[0].backupServers[0]: no headend of this stack is known as 'vpn2.example.net' → spell it as its certificate or an interface of it does, or say whose it is: { address: 'vpn2.example.net', headend: edge }, headend: 'elsewhere' for one that is not declared here",
    ]);
  });
  test('may say whose it is', () => {
    const known = (stack: VpnStack): void => {
      const router = edge(stack);
      const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
      new SecureClientProfile(files, 'P', {
        hosts: [
          { name: 'ours', address: { address: 'any.example.net', headend: router } },
          { name: 'theirs', address: { address: 'other.example.org', headend: 'elsewhere' } },
        ],
      });
    };
    expect(problemsIn(known)).toEqual([]);
  });
  test('must not be said of something that is not a device', () => {
    const folder = (stack: VpnStack): void => {
      const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
      const address = { address: 'any.example.net', headend: files };
      new SecureClientProfile(files, 'P', { hosts: [{ name: 'ours', address }] });
    };
    expect(problemsIn(folder)).toEqual([
      "net/clients/P hosts[0].address: 'net/clients' is not a device of this stack → give the construct of the device that answers there, or headend: 'elsewhere'",
    ]);
  });
});
