import { existing } from '../../../../constructs/core/device-object';
import {
  AaaServer,
  AsaRemoteAccess,
  CertTrustpoint,
  ClientFiles,
  ClientAuth,
  CryptoSuite,
  IkeV2Enable,
  IkeV2RemoteAccess,
  LocalUser,
  Secret,
  SecureClientProfile,
  SslTrustpoint,
  StrongSwanClient,
  VpnStack,
  Webvpn,
  WindowsVpnClient,
  App,
  type AsaFirewall,
  type AsaRemoteAccessProps,
} from 'tunnelwright';
import { platformOf } from '../../../../lib/platforms';
import { asa, edge, problemsIn } from '../../../support/scenario';

const key = Secret.fromEnv('RADIUS');
const servers = (here: AsaFirewall): AaaServer =>
  new AaaServer(here, 'ISE', { hosts: [{ interface: 'inside', host: '10.60.0.9', key }] });
type Given = Partial<AsaRemoteAccessProps>;
const headend = (here: AsaFirewall, id = 'staff', props: Given = {}): AsaRemoteAccess =>
  new AsaRemoteAccess(here, id, {
    suite: CryptoSuite.aes256Gcm(),
    trustpoint: 'VPN',
    authentication: ClientAuth.withCertificate(),
    interface: 'outside',
    pool: { from: '10.99.0.1', to: '10.99.0.100' },
    ...props,
  });
const eap = (here: AsaFirewall): Given => ({ authentication: ClientAuth.withEap(servers(here)) });
const anyConnect = (here: AsaFirewall): Given => ({ authentication: ClientAuth.withAnyConnectEap(servers(here)) });

/** What is typed on the ASA. */
const typed = (declare: (here: AsaFirewall) => void): readonly string[] => {
  const stack = new VpnStack(new App(), 'net');
  declare(asa(stack));
  expect(stack.problems).toEqual([]);
  return stack.manifest.targets.flatMap(({ platform, desired }) =>
    platformOf(platform)
      .artifacts(desired)
      .flatMap(({ text }) => text.split('\n')),
  );
};

test('EAP: everybody who names no group, asked who they are, by RADIUS', () => {
  const lines = typed((here) => {
    headend(here, 'windows', {
      ...eap(here),
      software: ['windows'],
      dns: ['10.60.0.53'],
      domain: 'example.net',
      pool: { from: '10.99.0.1', to: '10.99.0.100', mask: '255.255.255.0' },
    });
  });
  expect(lines.filter((line) => line !== '' && !line.startsWith('!'))).toEqual([
    'ip local pool windows-pool 10.99.0.1-10.99.0.100 mask 255.255.255.0',
    'crypto ikev2 policy 100',
    ' encryption aes-gcm-256',
    ' integrity null',
    ' group 19',
    ' prf sha384',
    ' lifetime seconds 86400',
    'crypto ipsec ikev2 ipsec-proposal windows',
    ' protocol esp encryption aes-gcm-256',
    ' protocol esp integrity null',
    'aaa-server ISE protocol radius',
    'aaa-server ISE (inside) host 10.60.0.9',
    ' key <secret:env:RADIUS>',
    'group-policy windows internal',
    'group-policy windows attributes',
    ' dns-server value 10.60.0.53',
    ' vpn-simultaneous-logins 3',
    ' vpn-tunnel-protocol ikev2',
    ' split-tunnel-policy tunnelall',
    ' default-domain value example.net',
    'crypto dynamic-map outside_clients 10 set ikev2 ipsec-proposal windows',
    'crypto map outside_map 65535 ipsec-isakmp dynamic outside_clients',
    'crypto map outside_map interface outside',
    'tunnel-group DefaultRAGroup general-attributes',
    ' address-pool windows-pool',
    ' authentication-server-group ISE',
    ' default-group-policy windows',
    'tunnel-group DefaultRAGroup ipsec-attributes',
    ' ikev2 remote-authentication eap query-identity',
    ' ikev2 local-authentication certificate VPN',
    'crypto ikev2 enable outside',
    'crypto ikev2 remote-access trustpoint VPN',
  ]);
});

test('AnyConnect: a group that users choose, with its profile over client services and a split tunnel', () => {
  const lines = typed((here) => {
    headend(here, 'staff', {
      authentication: ClientAuth.withAnyConnectEap(servers(here), { certificate: true }),
      networks: ['10.60.0.0/16'],
      clientServices: true,
      clientProfile: { file: 'disk0:/staff.xml' },
      clientImages: [{ file: 'disk0:/client.pkg', order: 1 }],
    });
  });
  expect(lines).toEqual(
    expect.arrayContaining([
      'access-list staff-networks standard permit 10.60.0.0 255.255.0.0',
      ' split-tunnel-policy tunnelspecified',
      ' split-tunnel-network-list value staff-networks',
      ' webvpn',
      '  anyconnect profiles value staff type user',
      'tunnel-group staff webvpn-attributes',
      ' authentication aaa certificate',
      ' group-alias staff enable',
      'crypto ikev2 enable outside client-services port 443',
      'ssl trust-point VPN outside',
      'webvpn',
      ' enable outside',
      ' anyconnect enable',
      ' anyconnect image disk0:/client.pkg 1',
      ' anyconnect profiles staff disk0:/staff.xml',
    ]),
  );
  expect(lines.join('\n')).not.toContain('remote-authentication');
});

describe('domains of a dynamic split tunnel', () => {
  const domains = { include: ['corp.example.net'], exclude: ['video.example.net', 'radio.example.net'] };
  const own = { networks: ['10.60.0.0/16'], authentication: ClientAuth.withCertificate() };
  const asked = (declare: (here: AsaFirewall) => void): readonly string[] =>
    typed(declare).filter((line) => /^ *anyconnect-custom|^webvpn|^ enable/.test(line));
  test('are an attribute for each list, by IPsec alone too, and the group policy names both', () =>
    expect(asked((here) => void headend(here, 'staff', { ...own, domains }))).toEqual([
      'webvpn',
      ' anyconnect-custom-attr dynamic-split-include-domains description domains through the tunnel',
      ' anyconnect-custom-attr dynamic-split-exclude-domains description domains past the tunnel',
      'anyconnect-custom-data dynamic-split-include-domains staff-domains corp.example.net',
      'anyconnect-custom-data dynamic-split-exclude-domains staff-domains video.example.net,radio.example.net',
      ' anyconnect-custom dynamic-split-include-domains value staff-domains',
      ' anyconnect-custom dynamic-split-exclude-domains value staff-domains',
    ]));
  test('that are long stand on several lines of one text', () => {
    const exclude = Array.from({ length: 30 }, (_, i) => `service-number-${i}.example.net`);
    const lines = asked((here) => void headend(here, 'staff', { ...own, domains: { exclude } })).flatMap((line) => {
      const value = /^anyconnect-custom-data \S+ \S+ (.*)$/.exec(line)?.[1];
      return value === undefined ? [] : [value];
    });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.length <= 420)).toBe(true);
    expect(lines.join('')).toBe(exclude.join(','));
  });
  test.each<readonly [string, Partial<AsaRemoteAccessProps>, string]>([
    [
      'into a tunnel that has everything',
      { ...own, networks: undefined, domains },
      'everything goes through the tunnel already',
    ],
    [
      "for Windows' own client",
      { software: ['windows'], networks: undefined, domains: { exclude: ['a.example'] } },
      'only Secure Client knows domains',
    ],
  ])('%s are refused', (_what, props, said) =>
    expect(problemsIn((stack) => void headend(asa(stack), 'staff', props))).toEqual([expect.stringContaining(said)]),
  );
  test('need attributes that the WebVPN of the program knows', () =>
    expect(
      problemsIn((stack) => {
        const here = asa(stack);
        new Webvpn(here, 'web', { enable: ['outside'], anyconnectEnable: true });
        headend(here, 'staff', { ...own, domains });
      }),
    ).toEqual([
      expect.stringContaining(
        "says which attributes clients have: write customAttributes: [{ attribute: 'dynamic-split-include-domains' }, { attribute: 'dynamic-split-exclude-domains' }] there",
      ),
    ]));
});

describe('the certificate that TLS shows', () => {
  const shown = (declare: (here: AsaFirewall) => void): readonly string[] =>
    typed(declare).filter((line) => line.startsWith('ssl '));
  const open = { clientServices: true } as const;
  test('is that of IKEv2, once for all who come in at the interface', () =>
    expect(
      shown((here) => {
        headend(here, 'staff', open);
        headend(here, 'guests', { ...open, pool: { from: '10.99.1.1', to: '10.99.1.9' } });
      }),
    ).toEqual(['ssl trust-point VPN outside']));
  test('is not said where TLS is off, or where the program leaves it to the ASA', () => {
    expect(shown((here) => void headend(here))).toEqual([]);
    expect(shown((here) => void headend(here, 'staff', { ...open, tlsTrustpoint: false }))).toEqual([]);
  });
  test('may be another, which the program may have declared itself', () => {
    expect(shown((here) => void headend(here, 'staff', { ...open, tlsTrustpoint: 'WEB' }))).toEqual([
      'ssl trust-point WEB outside',
    ]);
    const own = (here: AsaFirewall): void => {
      new SslTrustpoint(here, 'outside', { trustpoint: CertTrustpoint.fromExisting(here, 'web', 'WEB') });
    };
    expect(
      shown((here) => {
        own(here);
        headend(here, 'staff', { ...open, tlsTrustpoint: 'WEB' });
      }),
    ).toEqual(['ssl trust-point WEB outside']);
  });
  test('is one at an interface; nothing shows one where TLS is off', () => {
    const words = problemsIn((stack) => {
      const here = asa(stack);
      headend(here, 'staff', open);
      headend(here, 'guests', { ...open, tlsTrustpoint: 'WEB' });
      headend(here, 'machines', { tlsTrustpoint: 'WEB' });
    });
    expect(words).toEqual([
      expect.stringContaining('outside shows the certificate of VPN over TLS already'),
      expect.stringContaining('TLS is off, so it shows no certificate'),
    ]);
  });
});

test('certificates: AnyConnect and standard clients alike, and who authorizes them', () => {
  const lines = typed((here) => {
    headend(here, 'machines', { authorization: servers(here), accounting: servers2(here) });
  });
  expect(lines).toEqual(
    expect.arrayContaining([
      ' authorization-server-group ISE',
      ' authorization-required',
      ' accounting-server-group ACCT',
      ' authentication certificate',
      ' ikev2 remote-authentication certificate',
      ' ikev2 local-authentication certificate VPN',
    ]),
  );
  expect(lines.join('\n')).not.toContain('authentication-server-group');
});
const servers2 = (here: AsaFirewall): AaaServer =>
  new AaaServer(here, 'ACCT', { hosts: [{ interface: 'inside', host: '10.60.0.10', key }] });

test('the traffic of users is kept out of NAT, for the networks that they reach or for all', () => {
  const natOf = (props: Given) =>
    typed((here) => void headend(here, 'staff', { ...props, natExemption: { inside: 'inside' } })).filter((line) =>
      /^(nat|object| (host|subnet|range)) /.test(line),
    );
  const rule = (network: string): string =>
    `nat (inside,outside) source static ${network} ${network} destination static staff-pool staff-pool no-proxy-arp route-lookup`;
  expect(natOf({})).toEqual(['object network staff-pool', ' range 10.99.0.1 10.99.0.100', rule('any')]);
  expect(natOf({ networks: ['10.60.0.0/16'] })).toEqual([
    'object network staff-pool',
    ' range 10.99.0.1 10.99.0.100',
    'object network net-10.60.0.0-16',
    ' subnet 10.60.0.0 255.255.0.0',
    rule('net-10.60.0.0-16'),
  ]);
});

test('with TLS besides, a client may connect by either', () => {
  const lines = typed((here) => {
    headend(here, 'staff', { ...anyConnect(here), transport: 'ipsec-ikev2-and-ssl' });
  });
  expect(lines).toContain(' vpn-tunnel-protocol ikev2 ssl-client');
  expect(lines).toContain(' anyconnect enable');
  expect(lines).toContain('crypto ikev2 enable outside');
});

describe('several on one ASA', () => {
  const both = (second: Given = {}) =>
    typed((here) => {
      const ise = servers(here);
      headend(here, 'windows', { authentication: ClientAuth.withEap(ise) });
      headend(here, 'staff', {
        authentication: ClientAuth.withAnyConnectEap(ise),
        pool: { from: '10.99.1.1', to: '10.99.1.9' },
        ...second,
      });
    });

  test('with one suite have one policy, one proposal and one dynamic map', () => {
    const lines = both();
    expect(lines.filter((line) => /^crypto (ikev2 policy|ipsec|dynamic-map|map)/.test(line))).toEqual([
      'crypto ikev2 policy 100',
      'crypto ipsec ikev2 ipsec-proposal windows',
      'crypto dynamic-map outside_clients 10 set ikev2 ipsec-proposal windows',
      'crypto map outside_map 65535 ipsec-isakmp dynamic outside_clients',
      'crypto map outside_map interface outside',
    ]);
  });

  test('with two suites have alternatives in one dynamic map', () => {
    expect(both({ suite: CryptoSuite.nsa(), lifetimeSeconds: 3600 })).toEqual(
      expect.arrayContaining([
        'crypto ikev2 policy 110',
        'crypto dynamic-map outside_clients 20 set ikev2 ipsec-proposal staff',
        'crypto dynamic-map outside_clients 20 set security-association lifetime seconds 3600',
      ]),
    );
  });

  test('what the second needs of the interface does not depend on the first', () => {
    const lines = both({ clientServices: true });
    expect(lines.filter((line) => line.startsWith('crypto ikev2 enable'))).toEqual([
      'crypto ikev2 enable outside client-services port 443',
    ]);
  });
});

test('clients take their algorithms and the name from it', () => {
  const stack = new VpnStack(new App(), 'net');
  const here = asa(stack);
  new CertTrustpoint(here, 'VPN', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
  const standard = headend(here, 'standard', eap(here));
  headend(here, 'staff', {
    authentication: ClientAuth.withAnyConnectEap(servers2(here)),
    pool: { from: '10.99.1.1', to: '10.99.1.9' },
  });
  const files = new ClientFiles(stack, 'clients', { folder: 'dist' });
  const extendedKeyUsage = ['server-auth'] as const;
  new WindowsVpnClient(files, 'windows', {
    connection: 'Staff',
    address: 'vpn.example.net',
    authentication: { method: 'eap-mschapv2' },
    headend: { ...standard.headend, extendedKeyUsage },
  });
  new StrongSwanClient(files, 'linux', {
    address: 'vpn.example.net',
    authentication: { method: 'eap', type: 'mschapv2', user: 'joe' },
    headend: standard.headend,
  });
  new SecureClientProfile(files, 'staff', {
    hosts: [{ name: 'Staff', address: 'vpn.example.net', userGroup: 'staff' }],
  });
  expect(stack.problems).toEqual([]);
  const text = stack.manifest.targets.map(({ desired }) => JSON.stringify(desired)).join('\n');
  expect(text).toContain('GCMAES256');
  expect(text).toContain('aes256gcm16-prfsha384-ecp256');
});

test.each<[string, (here: AsaFirewall) => Given, string]>([
  [
    'without a certificate',
    () => ({ trustpoint: '' }),
    'trustpoint: is missing: an ASA proves itself to clients with a certificate, so write the name of its trustpoint',
  ],
  [
    'EAP by servers that carry none',
    (here) => ({
      authentication: ClientAuth.withEap(
        new AaaServer(here, 'TAC', { protocol: 'tacacs+', hosts: [{ interface: 'inside', host: '10.60.0.9', key }] }),
      ),
    }),
    "authentication: TAC speaks tacacs+, which carries no EAP (MS-CHAPv2, PEAP): give an AaaServer with protocol: 'radius'",
  ],
  [
    'a method list',
    (here) => ({ authentication: ClientAuth.withEap(servers(here), { list: 'LIST' }) }),
    'authentication.list: an ASA has no method lists: leave list out',
  ],
  [
    'AnyConnect by standard EAP',
    (here) => ({ ...eap(here), software: ['anyconnect'] }),
    'authentication: to an ASA AnyConnect speaks only an EAP of its own: write ClientAuth.withAnyConnectEap, in an AsaRemoteAccess of its own',
  ],
  [
    "Windows by AnyConnect's EAP",
    (here) => ({ ...anyConnect(here), software: ['windows'] }),
    'authentication: only AnyConnect speaks its own EAP: write ClientAuth.withEap',
  ],
  [
    'Windows with a split tunnel',
    (here) => ({ ...eap(here), software: ['windows'], networks: ['10.60.0.0/16'] }),
    "networks: Windows' own client takes no split tunnel: leave networks out, or give users AnyConnect",
  ],
  [
    'Windows with a short cipher',
    (here) => ({
      ...eap(here),
      software: ['windows'],
      suite: new CryptoSuite({
        ike: { encryption: ['aes-cbc-256'], integrity: ['sha256'], group: [14] },
        esp: { encryption: 'aes-cbc-128', integrity: 'sha256' },
      }),
    }),
    'suite.esp.encryption: aes-cbc-128 is not enough for Windows: write a cipher of 256 bits',
  ],
  [
    'Windows with a key id',
    (here) => ({ ...eap(here), software: ['windows'], match: { keyIds: ['staff'] } }),
    'match.keyIds: Windows sends no key id but its address: leave match out, which is DefaultRAGroup',
  ],
  [
    'two key ids',
    (here) => ({ ...eap(here), match: { keyIds: ['a', 'b'] } }),
    'match.keyIds: the key id is the name of the tunnel group: write one, and an AsaRemoteAccess for each other',
  ],
  [
    'a key id and everybody',
    (here) => ({ ...eap(here), match: { keyIds: ['a'], any: true } }),
    'match: keyIds and any are two groups: leave one out',
  ],
  [
    'the policy of all',
    () => ({ names: { groupPolicy: 'DfltGrpPolicy' } }),
    'names.groupPolicy: DfltGrpPolicy is what every other policy inherits from: leave it out, or write a name of its own',
  ],
  [
    'a group of the ASA by its name',
    () => ({ names: { group: 'DefaultRAGroup' } }),
    'names.group: DefaultRAGroup is for everybody: write match: { any: true }',
  ],
  [
    'no logins',
    () => ({ group: { simultaneousLogins: 0 } }),
    'group.simultaneousLogins: 0 admits no one: write 1 or more, or leave it out',
  ],
  [
    'a profile without TLS',
    () => ({ clientProfile: { file: 'disk0:/a.xml' } }),
    'clientProfile: is handed out over TLS, which is off: leave it out, or write clientServices: true, which opens TLS',
  ],
  [
    'packages without TLS',
    () => ({ clientImages: [{ file: 'disk0:/a.pkg', order: 1 }] }),
    'clientImages: is handed out over TLS, which is off: leave it out, or write clientServices: true, which opens TLS',
  ],
  [
    'EAP over TLS',
    (here) => ({ ...eap(here), transport: 'ipsec-ikev2-and-ssl' }),
    'transport: standard EAP is of IKEv2 alone: leave transport out',
  ],
  [
    'another certificate than that of the ASA',
    (here) => {
      new IkeV2RemoteAccess(here, 'shown', { trustpoint: existing('cert-trustpoint', 'OTHER') });
      return {};
    },
    "trustpoint: the ASA shows clients one certificate, which is that of OTHER already: write trustpoint: 'OTHER'",
  ],
  [
    'client services that the program keeps off',
    (here) => {
      new IkeV2Enable(here, 'outside', {});
      return { clientServices: true };
    },
    'clientServices: net/asa/outside keeps them off outside: write clientServices: {} there, or leave that construct out',
  ],
  [
    'a TLS side that the program keeps off',
    (here) => {
      new Webvpn(here, 'web', { enable: ['inside'] });
      return { clientServices: true };
    },
    "clientServices: net/asa/web says what the TLS side does: write enable: ['outside'] and anyconnectEnable: true there, or leave that construct out",
  ],
  [
    'a group that is there',
    (here) => {
      headend(here, 'first', { ...eap(here) });
      return { authentication: ClientAuth.withEap(servers2(here)) };
    },
    "match: the tunnel group DefaultRAGroup is that of net/asa/first/tunnel-group already: write match: { keyIds: ['…'] } or names: { group: '…' }",
  ],
])('refused: %s', (_name, props, words) => {
  const problems = problemsIn((stack) => {
    const here = asa(stack);
    headend(here, 'staff', props(here));
  });
  expect(problems).toEqual([`net/asa/staff ${words}`]);
});

test('refused: a router as scope', () => {
  const problems = problemsIn((stack) => {
    const router = edge(stack);
    new LocalUser(router, 'admin', { secret: key });
    headend(router as never);
  });
  expect(problems).toEqual(['net/edge/staff this headend must be on an ASA: give the AsaFirewall as scope']);
});
