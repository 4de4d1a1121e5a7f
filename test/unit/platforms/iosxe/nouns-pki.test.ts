import { ref, secret, writes, wrongWith } from '../../../support/noun-case';

describe('trustpoint', () => {
  test('of the AnyConnect and Duo guide', () =>
    writes(
      'cert-trustpoint',
      {
        name: 'TP_AnyConnect',
        enrollment: { type: 'url', url: 'http://192.0.2.80:80/certsrv/mscep/mscep.dll' },
        usage: ['ike'],
        serialNumber: 'none',
        fqdn: 'flexvpn-C8000V.cisco.com',
        ipAddress: 'none',
        subjectName: 'cn=flexvpn-C8000V.cisco.com',
        revocationCheck: ['none'],
        rsaKeypair: { label: 'AnyConnect' },
      },
      `crypto pki trustpoint TP_AnyConnect
 enrollment url http://192.0.2.80:80/certsrv/mscep/mscep.dll
 usage ike
 serial-number none
 fqdn flexvpn-C8000V.cisco.com
 ip-address none
 subject-name cn=flexvpn-C8000V.cisco.com
 revocation-check none
 rsakeypair AnyConnect`,
    ));
  test('with all that it takes', () =>
    writes(
      'cert-trustpoint',
      {
        name: 'ALL',
        enrollment: { type: 'url', url: 'http://ca.example.net/scep', vrf: 'MGMT' },
        enrollmentModeRa: true,
        enrollmentRetryCount: 5,
        enrollmentRetryPeriod: 2,
        usage: ['ike', 'ssl-server'],
        serialNumber: true,
        fqdn: 'none',
        ipAddress: 'GigabitEthernet0/0',
        password: secret('CHALLENGE'),
        subjectName: 'cn=edge, o=Example',
        subjectAltName: 'vpn.example.net',
        revocationCheck: ['ocsp', 'crl', 'none'],
        ecKeypair: 'EC',
        keysOn: 'usbtoken0:',
        hash: 'sha384',
        fingerprint: '0123456789ABCDEF0123456789ABCDEF01234567',
        autoEnroll: { percent: 80, regenerate: true },
        chainValidation: { parent: ref('cert-trustpoint', 'ROOT') },
        sourceInterface: ref('loopback-interface', 'Loopback0'),
        vrf: 'MGMT',
        storage: 'nvram:',
        ekuRequest: ['server-auth', 'client-auth'],
        matchCertificates: [{ map: ref('certificate-map', 'MAP'), exempt: 'allow expired-certificate' }],
        authorizationList: ref('aaa-authorization-list', 'NET'),
        authorizationUsername: 'commonname',
        ocspUrl: 'http://ocsp.example.net',
        crlQuery: 'ldap://dir.example.net',
        crlCache: 'none',
        primary: true,
        regenerate: true,
      },
      `crypto pki trustpoint ALL
 enrollment url http://ca.example.net/scep vrf MGMT
 enrollment mode ra
 enrollment retry count 5
 enrollment retry period 2
 usage ike ssl-server
 serial-number
 fqdn none
 ip-address GigabitEthernet0/0
 password <secret:env:CHALLENGE>
 subject-name cn=edge, o=Example
 subject-alt-name vpn.example.net
 revocation-check ocsp crl none
 eckeypair EC
 on usbtoken0:
 hash sha384
 fingerprint 0123456789ABCDEF0123456789ABCDEF01234567
 auto-enroll 80 regenerate
 chain-validation continue ROOT
 source interface Loopback0
 vrf MGMT
 storage nvram:
 eku request server-auth client-auth
 match certificate MAP allow expired-certificate
 authorization list NET
 authorization username subjectname commonname
 ocsp url http://ocsp.example.net
 crl query ldap://dir.example.net
 crl cache none
 primary
 regenerate`,
    ));
  test('with a key to sign and one to encrypt', () => {
    const tp = { name: 'TP', enrollment: { type: 'selfsigned' as const } };
    writes(
      'cert-trustpoint',
      { ...tp, revocationCheck: ['none'], rsaKeypair: { label: 'K', bits: 3072, encryptionBits: 2048 } },
      `crypto pki trustpoint TP\n enrollment selfsigned\n revocation-check none\n rsakeypair K 3072 2048`,
    );
    expect(wrongWith('cert-trustpoint', { ...tp, rsaKeypair: { label: 'K', encryptionBits: 2048 } })).toEqual([
      'rsaKeypair: write bits too: the size of the signing key comes before that of the encryption key',
    ]);
  });
  test.each([
    [{ type: 'terminal', pem: true }, 'terminal pem'],
    [{ type: 'selfsigned' }, 'selfsigned'],
    [{ type: 'profile', profile: 'EST' }, 'profile EST'],
  ] as const)('enrolled by %j', (enrollment, words) =>
    writes(
      'cert-trustpoint',
      { name: 'TP', enrollment, revocationCheck: ['crl'] },
      `crypto pki trustpoint TP\n enrollment ${words}\n revocation-check crl`,
    ),
  );
  test('refuses a name without a dot and a fingerprint with blanks', () => {
    expect(
      wrongWith('cert-trustpoint', {
        name: 'TP',
        enrollment: { type: 'terminal' },
        fqdn: 'edge',
        fingerprint: 'AB CD',
      }),
    ).toEqual([
      'fqdn: write a name with a dot, like edge.example.net',
      "fingerprint: 'AB CD' is not a valid fingerprint: write its 32 to 128 hexadecimal digits without blanks",
    ]);
  });
});

describe('certificate map', () => {
  test('of several sequences is one object', () =>
    writes(
      'certificate-map',
      {
        name: 'SPOKES',
        alternatives: [
          {
            sequence: 10,
            rules: [
              { field: 'subject-name', operator: 'co', value: 'ou = spokes' },
              { field: 'issuer-name', operator: 'co', value: 'cn = example ca' },
            ],
          },
          { sequence: 20, rules: [{ field: 'expires-on', operator: 'ge', value: 'jan 1 2027 00:00:00' }] },
        ],
      },
      `crypto pki certificate map SPOKES 10
 subject-name co ou = spokes
 issuer-name co cn = example ca
crypto pki certificate map SPOKES 20
 expires-on ge jan 1 2027 00:00:00`,
    ));
  test('is one list of rules, or several with their places', () => {
    const rules = [{ field: 'name', operator: 'co', value: 'x' }];
    expect(wrongWith('certificate-map', { name: 'M' })).toEqual([
      "rules: is missing: write rules: [{ field: 'subject-name', operator: 'co', value: 'o = example' }]",
    ]);
    expect(
      wrongWith('certificate-map', { name: 'M', sequence: 5, rules, alternatives: [{ sequence: 1, rules }] }),
    ).toEqual([
      'rules: the alternatives have theirs: leave it out',
      'sequence: the alternatives have theirs: leave it out',
    ]);
    expect(
      wrongWith('certificate-map', {
        name: 'M',
        alternatives: [
          { sequence: 9, rules },
          { sequence: 9, rules },
        ],
      }),
    ).toEqual(['alternatives: the sequence numbers do not rise: write the alternatives in their order']);
  });
});
