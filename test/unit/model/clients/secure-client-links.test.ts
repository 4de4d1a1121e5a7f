import { App, ClientFiles, SecureClientProfile, VpnStack } from 'tunnelwright';

const profile = new SecureClientProfile(
  new ClientFiles(new VpnStack(new App(), 'net'), 'clients', { folder: 'clients' }),
  'P',
  {
    hosts: [
      {
        name: 'Phones & tablets',
        address: 'vpn.example.net',
        userGroup: 'it',
        standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-MD5', ikeIdentity: 'acvpn' },
      },
      { name: 'Cisco', address: { address: '198.51.100.1', headend: 'elsewhere' } },
      { name: 'TLS', address: 'ssl.example.net', primaryProtocol: 'SSL' },
    ],
  },
);

test.each([
  ['Phones & tablets', 'ipsec://EAP-MD5:acvpn@vpn.example.net/it'],
  ['Cisco', 'ipsec://EAP-AnyConnect@198.51.100.1'],
  ['TLS', 'ssl.example.net'],
])('the server string of %s', (host, expected) => {
  expect(profile.serverString(host)).toBe(expected);
});

test.each([
  [
    'Phones & tablets',
    'anyconnect://create?name=Phones%20%26%20tablets&host=vpn.example.net%2Fit&protocol=IPsec&authentication=EAP-MD5&ike-identity=acvpn',
  ],
  ['Cisco', 'anyconnect://create?name=Cisco&host=198.51.100.1&protocol=IPsec&authentication=EAP-AnyConnect'],
  ['TLS', 'anyconnect://create?name=TLS&host=ssl.example.net&protocol=SSL'],
])('the link that makes %s', (host, expected) => {
  expect(profile.createLink(host)).toBe(expected);
});

test('the link that imports a profile', () => {
  expect(profile.importLink('https://example.net/p.xml?v=1')).toBe(
    'anyconnect://import?type=profile&uri=https%3A%2F%2Fexample.net%2Fp.xml%3Fv%3D1',
  );
});

test('a host that the profile does not have', () => {
  expect(() => profile.serverString('Pune')).toThrow(
    "[net/clients/P] no host entry is called 'Pune'\n    → write one of 'Phones & tablets', 'Cisco', 'TLS'",
  );
});
