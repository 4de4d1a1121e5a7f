import { changeFrom, linesOf, readAgain, ref, secret, writes, wrongWith } from '../../../support/noun-case';

const CA = ref('cert-trustpoint', 'CA');
const list = ref('aaa-authorization-list', 'NET');

describe('IKEv2 proposal and policy', () => {
  test('with post-quantum key exchange', () =>
    writes(
      'ikev2-proposal',
      {
        name: 'PQ',
        encryption: ['aes-gcm-256'],
        prf: ['sha384'],
        group: [19, 20],
        pqc: { kems: ['mlkem768', 'mlkem1024'], optional: true },
      },
      `crypto ikev2 proposal PQ
 encryption aes-gcm-256
 prf sha384
 group 19 20
 pqc mlkem768 mlkem1024 optional`,
    ));
  test('policy of any front VRF, for what peers open', () =>
    writes(
      'ikev2-policy',
      {
        name: 'POL',
        fvrf: 'any',
        localAddresses: ['192.0.2.1'],
        matchInboundOnly: true,
        matchApplication: 'autovpn',
        proposals: [ref('ikev2-proposal', 'PQ')],
      },
      `crypto ikev2 policy POL
 match fvrf any
 match address local 192.0.2.1
 match inbound-only
 match application autovpn
 proposal PQ`,
    ));
  test('policy of a declared VRF', () => {
    expect(
      linesOf('ikev2-policy', { name: 'POL', fvrf: ref('vrf', 'RED'), proposals: [ref('ikev2-proposal', 'P')] }),
    ).toContain(' match fvrf RED');
  });
});

describe('IKEv2 keyring', () => {
  test('with every way to name a peer', () =>
    writes(
      'ikev2-keyring',
      {
        name: 'KR',
        peers: [
          { name: 'host', description: 'the hub', address: '203.0.113.1', hostname: 'hub', key: secret('HUB') },
          { name: 'any', address: '0.0.0.0/0', localKey: secret('L'), remoteKey: secret('R') },
          { name: 'six', address: '2001:db8::/64', key: secret('SIX') },
          { name: 'named', identity: { type: 'fqdn-domain', domain: 'example.net' }, key: secret('N') },
          { name: 'key', identity: { type: 'key-id', keyId: 'IT' }, key: secret('N') },
        ],
      },
      `crypto ikev2 keyring KR
 peer host
  description the hub
  address 203.0.113.1
  hostname hub
  pre-shared-key <secret:env:HUB>
 peer any
  address 0.0.0.0 0.0.0.0
  pre-shared-key local <secret:env:L>
  pre-shared-key remote <secret:env:R>
 peer six
  address 2001:db8::/64
  pre-shared-key <secret:env:SIX>
 peer named
  identity fqdn domain example.net
  pre-shared-key <secret:env:N>
 peer key
  identity key-id IT
  pre-shared-key <secret:env:N>`,
    ));
  test('goes from two keys to one without a key in a `no` line', () => {
    const before = [
      'crypto ikev2 keyring KR',
      ' peer p',
      '  address 203.0.113.1',
      '  pre-shared-key local A',
      '  pre-shared-key remote B',
    ];
    expect(
      changeFrom('ikev2-keyring', before, {
        name: 'KR',
        peers: [{ name: 'p', address: '203.0.113.1', key: secret('K') }],
      }),
    ).toEqual([
      'crypto ikev2 keyring KR',
      ' peer p',
      '  no pre-shared-key local',
      '  no pre-shared-key remote',
      '  pre-shared-key <secret:env:K>',
      '  exit',
      ' exit',
    ]);
  });
  test.each([
    [
      { name: 'p', key: secret('K') },
      'address: a peer without address, hostname or identity is never found: write one of them',
    ],
    [
      { name: 'p', address: '192.0.2.1', key: secret('K'), localKey: secret('L') },
      'key: key is for both directions: leave localKey and remoteKey out, or write both and leave key out',
    ],
    [
      { name: 'p', address: '192.0.2.1', localKey: secret('L') },
      'key: write key for both directions, or localKey and remoteKey, each as a Secret',
    ],
  ])('refuses %j', (peer, message) => {
    expect(wrongWith('ikev2-keyring', { name: 'KR', peers: [peer] })).toEqual([`peers.0.${message}`]);
  });
});

describe('IKEv2 profile', () => {
  test('with every match and every identity', () =>
    writes(
      'ikev2-profile',
      {
        name: 'ALL',
        description: 'all of it',
        matchFvrf: 'any',
        matchLocal: ['192.0.2.1', { interface: 'GigabitEthernet0/0' }],
        matchInboundOnly: true,
        matchApplication: 'sdwan',
        matchRemoteAddresses: ['203.0.113.1', '10.0.0.0/8', '2001:db8::/32'],
        matchRemoteFqdns: ['hub.example.net'],
        matchRemoteFqdnDomains: ['example.net'],
        matchRemoteEmails: ['vpn@example.net'],
        matchRemoteEmailDomains: ['example.net'],
        matchRemoteKeyIds: ['IT'],
        matchRemoteAny: true,
        matchCertificates: [ref('certificate-map', 'MAP')],
        identityLocal: { type: 'key-id', keyId: 'edge' },
        authenticationRemote: ['rsa-sig', { method: 'pre-share', key: secret('R') }],
        authenticationLocal: { method: 'pre-share', key: secret('L') },
        trustpoints: [CA, { trustpoint: ref('cert-trustpoint', 'OTHER'), use: 'verify' }],
        keyringAaa: { list, nameMangler: ref('ikev2-name-mangler', 'OU'), password: secret('P') },
        keyringPpk: ref('ikev2-keyring', 'PQ'),
        lifetime: 'certificate',
        dpd: { interval: 60, retry: 2, mode: 'on-demand' },
        natKeepalive: 20,
        natForceEncap: true,
        ivrf: ref('vrf', 'RED'),
        redirectGatewayAuth: true,
        configExchangeRequest: false,
        initialContactForce: true,
        shutdown: true,
      },
      `crypto ikev2 profile ALL
 description all of it
 match fvrf any
 match address local 192.0.2.1
 match address local interface GigabitEthernet0/0
 match inbound-only
 match application sdwan
 match identity remote address 203.0.113.1 255.255.255.255
 match identity remote address 10.0.0.0 255.0.0.0
 match identity remote address 2001:db8::/32
 match identity remote fqdn hub.example.net
 match identity remote fqdn domain example.net
 match identity remote email vpn@example.net
 match identity remote email domain example.net
 match identity remote key-id IT
 match identity remote any
 match certificate MAP
 identity local key-id edge
 authentication remote rsa-sig
 authentication remote pre-share key <secret:env:R>
 authentication local pre-share key <secret:env:L>
 keyring aaa NET name-mangler OU password <secret:env:P>
 keyring ppk PQ
 pki trustpoint CA
 pki trustpoint OTHER verify
 lifetime certificate
 dpd 60 2 on-demand
 nat keepalive 20
 nat force-encap
 ivrf RED
 redirect gateway auth
 no config-exchange request
 initial-contact force
 shutdown`,
    ));
  test('of a remote access gateway: EAP, AAA, a template in auto mode', () =>
    writes(
      'ikev2-profile',
      {
        name: 'RA',
        matchRemoteAny: true,
        authenticationLocal: 'rsa-sig',
        authenticationRemote: [
          { method: 'eap', queryIdentity: true, timeout: 90 },
          { method: 'anyconnect-eap', certRequest: true },
        ],
        trustpoints: [{ trustpoint: CA, use: 'sign' }],
        aaaAuthentication: [
          { method: 'eap', list: ref('aaa-authentication-list', 'LOGIN') },
          { method: 'anyconnect-eap', list: ref('aaa-authentication-list', 'AD') },
        ],
        aaaAuthorization: [
          { of: 'group', method: 'eap', list, policy: ref('ikev2-authorization-policy', 'AUTHZ') },
          { of: 'group', method: 'cert', override: true, list, nameMangler: ref('ikev2-name-mangler', 'OU') },
          { of: 'user', method: 'eap', cached: true },
          { of: 'user', method: 'psk', list, policy: 'vpn-user', password: secret('P') },
        ],
        aaaAccounting: [{ method: 'eap', list: ref('aaa-accounting-list', 'ACCT') }],
        virtualTemplate: { template: ref('virtual-template', 'Virtual-Template20'), mode: 'auto' },
        anyconnectProfile: ref('anyconnect-profile', 'CLIENT'),
        reconnect: { timeout: 1200 },
      },
      `crypto ikev2 profile RA
 match identity remote any
 authentication remote eap query-identity timeout 90
 authentication remote anyconnect-eap aggregate cert-request
 authentication local rsa-sig
 pki trustpoint CA sign
 aaa authentication eap LOGIN
 aaa authentication anyconnect-eap AD
 aaa authorization group eap list NET AUTHZ
 aaa authorization group override cert list NET name-mangler OU
 aaa authorization user eap cached
 aaa authorization user psk list NET vpn-user password <secret:env:P>
 aaa accounting eap ACCT
 virtual-template 20 mode auto
 anyconnect profile CLIENT
 reconnect timeout 1200`,
    ));
  test('dynamic, and with EAP of its own', () => {
    writes('ikev2-profile', { name: 'DYN', dynamic: true }, 'crypto ikev2 profile DYN\n dynamic');
    writes(
      'ikev2-profile',
      {
        name: 'CLIENT',
        matchRemoteAny: true,
        authenticationRemote: ['rsa-sig'],
        authenticationLocal: { method: 'eap', type: 'mschapv2', username: 'edge', password: secret('P') },
        trustpoints: [CA],
        virtualTemplate: ref('virtual-template', 'Virtual-Template1'),
        reconnect: true,
      },
      `crypto ikev2 profile CLIENT
 match identity remote any
 authentication remote rsa-sig
 authentication local eap mschapv2 username edge password <secret:env:P>
 pki trustpoint CA
 virtual-template 1
 reconnect`,
    );
  });
  test('reads spellings of older releases and slides', () => {
    const props = {
      name: 'P',
      matchRemoteAny: true,
      authenticationRemote: ['pre-share'],
      authenticationLocal: 'pre-share',
      keyringAaa: { list },
    } as const;
    const lines = [
      'crypto ikev2 profile P',
      ' match identity remote any',
      ' authentication remote pre-share',
      ' authentication local pre-share',
      ' keyring aaa list NET',
    ];
    expect(readAgain('ikev2-profile', props as never, lines)).toEqual({
      unknown: [],
      lines: [...lines.slice(0, -1), ' keyring aaa NET'],
    });
  });

  const least = {
    name: 'P',
    matchRemoteAny: true,
    authenticationRemote: ['rsa-sig'],
    authenticationLocal: 'rsa-sig',
    trustpoints: [CA],
  };
  const eap = {
    ...least,
    authenticationRemote: ['eap'],
    aaaAuthentication: [{ method: 'eap', list: ref('aaa-authentication-list', 'L') }],
  };
  test.each([
    [
      { ...least, matchRemoteAny: undefined },
      'matchCertificates: a profile without a match is never chosen: write matchCertificates, matchRemoteAddresses or matchRemoteFqdns',
    ],
    [
      { ...least, authenticationRemote: undefined },
      "authenticationRemote: is missing: write how the peer proves itself, like ['rsa-sig']",
    ],
    [
      { ...least, authenticationLocal: undefined },
      "authenticationLocal: is missing: write how this end proves itself, like 'rsa-sig'",
    ],
    [{ ...least, trustpoints: undefined }, 'trustpoints: rsa-sig needs a trustpoint: write trustpoints'],
    [{ ...least, authenticationRemote: ['pre-share'] }, 'keyring: pre-share needs a keyring: write keyring'],
    [
      {
        ...least,
        authenticationRemote: [
          'rsa-sig',
          { method: 'pre-share', key: secret('A') },
          { method: 'pre-share', key: secret('B') },
        ],
      },
      'authenticationRemote: pre-share is listed twice: write it once',
    ],
    [
      { ...least, authenticationLocal: 'dynamic' },
      'matchInboundOnly: authenticationLocal dynamic needs it: write matchInboundOnly: true',
    ],
    [
      { ...eap, aaaAuthentication: undefined },
      "aaaAuthentication: eap needs who checks it: write aaaAuthentication with method 'eap'",
    ],
    [
      { ...eap, authenticationLocal: { method: 'pre-share', key: secret('K') } },
      "authenticationLocal: towards eap clients this end needs a certificate: write 'rsa-sig' or 'ecdsa-sig'",
    ],
    [
      { ...least, reconnect: true, authenticationLocal: { method: 'pre-share', key: secret('K') } },
      'reconnect: it does not go with pre-share: leave reconnect out',
    ],
    [
      { name: 'P', dynamic: true, identityLocal: { type: 'dn' } },
      'identityLocal: a dynamic profile has it from the server: leave it out, or leave dynamic out',
    ],
    [
      { ...least, aaaAuthorization: [{ of: 'group', method: 'eap', cached: true }] },
      'aaaAuthorization.0.cached: cached is used alone, for a user and not with cert: leave list out, or leave cached out',
    ],
    [
      { ...least, aaaAuthorization: [{ of: 'user', method: 'eap' }] },
      'aaaAuthorization.0.list: is missing: write the AaaAuthorizationList, or cached: true of a user',
    ],
    [
      { ...least, aaaAuthorization: [{ of: 'user', method: 'eap', list, override: true }] },
      'aaaAuthorization.0.override: only group attributes override: leave it out',
    ],
    [
      {
        ...least,
        aaaAuthorization: [
          { of: 'group', method: 'eap', list, policy: 'x', nameMangler: ref('ikev2-name-mangler', 'M') },
        ],
      },
      'aaaAuthorization.0.policy: policy and nameMangler both say the name: leave one out',
    ],
    [
      {
        ...least,
        aaaAuthorization: [
          { of: 'group', method: 'eap', list },
          { of: 'group', method: 'eap', list, policy: 'x' },
        ],
      },
      'aaaAuthorization: a method is listed twice: write each once',
    ],
  ])('refuses a contradiction: %#', (props, message) => {
    expect(wrongWith('ikev2-profile', props)).toEqual([message]);
  });

  test('changes an option of a method by negating the old line first, and never shows a key', () => {
    const before = [
      'crypto ikev2 profile P',
      ' match identity remote any',
      ' authentication remote eap',
      ' authentication remote pre-share key 6 OLD',
      ' authentication local rsa-sig',
      ' pki trustpoint CA',
      ' aaa authentication eap L',
    ];
    expect(
      changeFrom('ikev2-profile', before, {
        ...eap,
        authenticationRemote: [{ method: 'eap', queryIdentity: true }],
      } as never),
    ).toEqual([
      'crypto ikev2 profile P',
      ' no authentication remote eap',
      ' authentication remote eap query-identity',
      ' no authentication remote pre-share',
      ' exit',
    ]);
  });

  test('takes an authorization with a password back by the words before it, `override` too', () => {
    const before = [
      'crypto ikev2 profile P',
      ' match identity remote any',
      ' authentication remote rsa-sig',
      ' authentication local rsa-sig',
      ' pki trustpoint CA',
      ' aaa authorization group override cert list L password 6 OLD',
    ];
    expect(
      changeFrom('ikev2-profile', before, {
        name: 'P',
        matchRemoteAny: true,
        authenticationRemote: ['rsa-sig'],
        authenticationLocal: 'rsa-sig',
        trustpoints: [ref('cert-trustpoint', 'CA')],
      }),
    ).toEqual(['crypto ikev2 profile P', ' no aaa authorization group override cert list L', ' exit']);
  });
});

describe('postquantum preshared keys', () => {
  test('typed, in a keyring peer with certificates', () =>
    writes(
      'ikev2-keyring',
      {
        name: 'PQ',
        peers: [
          {
            name: 'hub',
            address: '203.0.113.1',
            ppk: { manual: { id: 'PPK-1', key: secret('PPK'), hex: true }, required: true },
          },
          { name: 'spoke', address: '203.0.113.2', key: secret('PSK'), ppk: { dynamic: ref('skip-client', 'KMS') } },
        ],
      },
      `crypto ikev2 keyring PQ
 peer hub
  address 203.0.113.1
  ppk manual id PPK-1 key hex <secret:env:PPK> required
 peer spoke
  address 203.0.113.2
  pre-shared-key <secret:env:PSK>
  ppk dynamic KMS`,
    ));
  test('are taken away by their id, and never typed for it', () => {
    const peer = { name: 'hub', address: '203.0.113.1', key: secret('PSK') };
    const shown = [
      'crypto ikev2 keyring PQ',
      ' peer hub',
      '  address 203.0.113.1',
      '  pre-shared-key <secret:env:PSK>',
      '  ppk manual id PPK-1 key 6 SECRET required',
    ];
    expect(changeFrom('ikev2-keyring', shown, { name: 'PQ', peers: [peer] })).toEqual([
      'crypto ikev2 keyring PQ',
      ' peer hub',
      '  no ppk manual id PPK-1',
      '  exit',
      ' exit',
    ]);
  });
  test.each([
    ['kms.example.net', 'fqdn kms.example.net'],
    ['192.0.2.9', 'ipv4 192.0.2.9'],
    ['2001:db8::9', 'ipv6 2001:db8::9'],
  ])('come from the server %s', (host, words) =>
    writes(
      'skip-client',
      { name: 'KMS', server: { host, port: 443 }, psk: { id: 'edge', key: secret('SKIP') } },
      `crypto skip-client KMS\n server ${words} port 443\n psk id edge key <secret:env:SKIP>`,
    ),
  );
});
