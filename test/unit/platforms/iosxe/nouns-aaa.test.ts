import { changeFrom, ref, secret, writes, wrongWith } from '../../../support/noun-case';

describe('AAA', () => {
  test('switch and session number', () =>
    writes('aaa', { name: 'aaa', sessionId: 'common' }, 'aaa new-model\naaa session-id common'));
  test('is switched on where the device says that it is off', () => {
    expect(changeFrom('aaa', ['no aaa new-model'], { name: 'aaa', fallback: ref('local-user', 'admin') })).toEqual([
      'aaa new-model',
    ]);
  });
  test('local user', () => {
    writes(
      'local-user',
      { name: 'admin', privilege: 15, secret: secret('ADMIN') },
      'username admin privilege 15 secret <secret:env:ADMIN>',
    );
    writes('local-user', { name: 'eap', password: secret('EAP') }, 'username eap password <secret:env:EAP>');
    expect(wrongWith('local-user', { name: 'x', secret: secret('A'), password: secret('B') })).toEqual([
      'secret: secret and password are one line: leave password out, or secret where EAP or CHAP need the password',
    ]);
  });
  test('local user is changed by retyping the line, and goes without its secret', () => {
    expect(
      changeFrom('local-user', ['username admin privilege 1 secret 9 $9$xx'], {
        name: 'admin',
        privilege: 15,
        secret: secret('A'),
      }),
    ).toEqual(['username admin privilege 15 secret <secret:env:A>']);
  });
  test('method lists', () => {
    const group = ref('aaa-server-group', 'DUO');
    writes(
      'aaa-authentication-list',
      { name: 'default', methods: [group, 'local'] },
      'aaa authentication login default group DUO local',
    );
    writes(
      'aaa-authorization-list',
      { name: 'NET', methods: ['local', 'group radius'] },
      'aaa authorization network NET local group radius',
    );
    writes(
      'aaa-accounting-list',
      { name: 'ACCT', methods: [group], broadcast: true },
      'aaa accounting network ACCT start-stop broadcast group DUO',
    );
    expect(wrongWith('aaa-authentication-list', { name: 'L', methods: ['tacacs'] })[0]).toContain(
      'write an AaaServerGroup construct',
    );
  });
  test('a list is changed by retyping it', () => {
    expect(
      changeFrom('aaa-authentication-list', ['aaa authentication login L local'], { name: 'L', methods: ['enable'] }),
    ).toEqual(['aaa authentication login L enable']);
  });
  test('accounting that a release prints as a block is the same', () => {
    const lines = ['aaa accounting network ACCT', ' action-type start-stop', ' group DUO'];
    expect(
      changeFrom('aaa-accounting-list', lines, { name: 'ACCT', methods: [ref('aaa-server-group', 'DUO')] }),
    ).toEqual([]);
  });
});

describe('servers', () => {
  test('RADIUS, with a time-out that outlasts a push', () => {
    writes(
      'radius-server',
      { name: 'rad_server', address: '10.197.243.97', timeout: 120, retransmit: 1, key: secret('RADIUS') },
      `radius server rad_server
 address ipv4 10.197.243.97 auth-port 1812 acct-port 1813
 timeout 120
 retransmit 1
 key <secret:env:RADIUS>`,
    );
  });
  test('RADIUS that is asked whether it lives', () => {
    const server = { name: 'R', address: '192.0.2.1', key: secret('K') };
    writes(
      'radius-server',
      {
        ...server,
        automateTester: { username: 'probe', ignoreAcctPort: true, idleTime: 5 },
        pacKey: secret('PAC'),
      },
      `radius server R
 address ipv4 192.0.2.1 auth-port 1812 acct-port 1813
 automate-tester username probe ignore-acct-port idle-time 5
 pac key <secret:env:PAC>
 key <secret:env:K>`,
    );
    writes(
      'radius-server',
      { ...server, automateTester: { username: 'probe', probeOn: true } },
      `radius server R
 address ipv4 192.0.2.1 auth-port 1812 acct-port 1813
 automate-tester username probe probe-on
 key <secret:env:K>`,
    );
  });
  test('RADIUS without printed ports means the old ones', () => {
    const lines = ['radius server R', ' address ipv4 192.0.2.1', ' key K'];
    expect(changeFrom('radius-server', lines, { name: 'R', address: '192.0.2.1', key: secret('K') })).toContain(
      ' address ipv4 192.0.2.1 auth-port 1812 acct-port 1813',
    );
  });
  test('groups of RADIUS and of LDAP', () => {
    writes(
      'aaa-server-group',
      {
        name: 'frad',
        servers: [ref('radius-server', 'R1'), ref('radius-server', 'R2')],
        privateServers: [{ address: '10.0.0.2', timeout: 60, key: secret('P') }],
        vrf: 'MGMT',
        sourceInterface: 'Loopback0',
        deadtime: 5,
      },
      `aaa group server radius frad
 server name R1
 server name R2
 server-private 10.0.0.2 auth-port 1812 acct-port 1813 timeout 60 key <secret:env:P>
 ip vrf forwarding MGMT
 ip radius source-interface Loopback0
 deadtime 5`,
    );
    writes(
      'aaa-server-group',
      { name: 'AD', type: 'ldap', servers: [ref('ldap-server', 'AD_SRV')] },
      'aaa group server ldap AD\n server AD_SRV',
    );
  });
  test.each([
    [{ name: 'G' }, 'servers: is missing: write the RadiusServer or LdapServer constructs, or privateServers'],
    [
      { name: 'G', servers: [ref('ldap-server', 'AD')] },
      "servers: AD is not a radius server: write type: 'ldap', or another server",
    ],
    [
      { name: 'G', type: 'ldap', servers: [ref('ldap-server', 'AD')], deadtime: 1 },
      'deadtime: it is of RADIUS groups: leave it out',
    ],
  ])('refuses a contradiction: %#', (props, message) => {
    expect(wrongWith('aaa-server-group', props)).toEqual([message]);
  });
  test('LDAP with its attribute map', () => {
    writes(
      'ldap-server',
      {
        name: 'AD_SRV',
        address: '192.168.244.123',
        attributeMap: ref('ldap-attribute-map', 'LDAP_AM'),
        port: 636,
        timeout: 20,
        bind: { rootDn: 'CN=admin, CN=Users,DC=cisco,DC=com', password: secret('BIND') },
        baseDn: 'CN=Users,DC=cisco,DC=com',
        secureTrustpoint: ref('cert-trustpoint', 'CA'),
        bindFirst: true,
      },
      `ldap server AD_SRV
 ipv4 192.168.244.123
 attribute map LDAP_AM
 transport port 636
 timeout retransmit 20
 bind authenticate root-dn CN=admin, CN=Users,DC=cisco,DC=com password <secret:env:BIND>
 base-dn CN=Users,DC=cisco,DC=com
 secure trustpoint CA
 authentication bind-first`,
    );
    writes(
      'ldap-attribute-map',
      { name: 'LDAP_AM', maps: [{ ldap: 'memberOf', aaa: 'supplicant-group' }] },
      'ldap attribute-map LDAP_AM\n map type memberOf supplicant-group',
    );
  });
});

test('attribute list, with quotes', () => {
  writes(
    'aaa-attribute-list',
    {
      name: 'Eng-list',
      attributes: [
        { type: 'interface-config', value: 'vrf forwarding Eng-vrf' },
        { type: 'interface-config', value: 'ip unnumbered Loopback1', service: 'ike', protocol: 'ip' },
      ],
    },
    `aaa attribute list Eng-list
 attribute type interface-config "vrf forwarding Eng-vrf"
 attribute type interface-config "ip unnumbered Loopback1" service ike protocol ip`,
  );
  expect(wrongWith('aaa-attribute-list', { name: 'L', attributes: [{ type: 't', value: '"x"' }] })).toEqual([
    'attributes.0.value: write it without quotes: they are added',
  ]);
});

describe('addresses', () => {
  test('pool of several ranges', () => {
    writes(
      'address-pool',
      { name: 'SSLVPN_POOL', ranges: [{ from: '192.168.13.1', to: '192.168.13.10' }, { from: '192.168.14.1' }] },
      'ip local pool SSLVPN_POOL 192.168.13.1 192.168.13.10\nip local pool SSLVPN_POOL 192.168.14.1',
    );
    expect(
      changeFrom('address-pool', ['ip local pool P 10.0.0.1 10.0.0.9', 'ip local pool OTHER 10.1.0.1'], {
        name: 'P',
        ranges: [{ from: '10.0.0.1', to: '10.0.0.20' }],
      }),
    ).toEqual(['ip local pool P 10.0.0.1 10.0.0.20', 'no ip local pool P 10.0.0.1 10.0.0.9']);
    expect(wrongWith('address-pool', { name: 'P', ranges: [{ from: '10.0.0.9', to: '10.0.0.1' }] })).toEqual([
      'ranges.0: from is higher than to: write the lower address first',
    ]);
  });
  const split = {
    name: 'split',
    type: 'standard',
    entries: [
      { remark: 'split tunnel' },
      { action: 'permit', source: '192.168.11.0/24' },
      { action: 'permit', source: '192.0.2.1' },
    ],
  } as const;
  test('standard access list, numbered by ten', () =>
    writes(
      'access-list',
      split as never,
      `ip access-list standard split
 10 remark split tunnel
 20 permit 192.168.11.0 0.0.0.255
 30 permit 192.0.2.1`,
    ));
  test('extended access list', () =>
    writes(
      'access-list',
      {
        name: 'edge',
        entries: [
          {
            sequence: 5,
            action: 'permit',
            protocol: 'tcp',
            source: 'any',
            sourcePort: 'eq 443',
            destination: '192.0.2.1',
            destinationPort: 'range 1024 65535',
            options: 'established log',
          },
          { action: 'deny', source: '10.0.0.0 0.0.255.0', destination: 'object-group INSIDE' },
        ],
      },
      `ip access-list extended edge
 5 permit tcp any eq 443 host 192.0.2.1 range 1024 65535 established log
 15 deny ip 10.0.0.0 0.0.255.0 object-group INSIDE`,
    ));
  test('a release that prints no numbers means 10, 20, 30; a padded `any` is `any`', () => {
    const lines = [
      'ip access-list standard split',
      ' remark split tunnel',
      ' permit 192.168.11.0 0.0.0.255',
      ' permit 192.0.2.1',
    ];
    expect(changeFrom('access-list', lines, split as never)).toEqual([]);
    const padded = ['ip access-list standard s', ' 10 deny   any'];
    expect(
      changeFrom('access-list', padded, { name: 's', type: 'standard', entries: [{ action: 'deny', source: 'any' }] }),
    ).toEqual([]);
  });
  test('a line is replaced by its number, the old one first', () => {
    const lines = [
      'ip access-list standard split',
      ' 10 remark split tunnel',
      ' 20 permit 10.0.0.0 0.255.255.255',
      ' 30 permit 192.0.2.1',
      ' 40 permit any',
    ];
    expect(changeFrom('access-list', lines, split as never)).toEqual([
      'ip access-list standard split',
      ' no 20',
      ' 20 permit 192.168.11.0 0.0.0.255',
      ' no 40',
      ' exit',
    ]);
  });
  test.each([
    [{ name: 'a', entries: [] }, 'entries: an empty list matches everything: write at least one entry'],
    [
      { name: 'a', entries: [{ action: 'permit', source: 'any' }] },
      "entries.0.destination: is missing: write destination: 'any'",
    ],
    [
      { name: 'a', type: 'standard', entries: [{ action: 'permit', source: 'any', destination: 'any' }] },
      "entries.0.destination: a standard list looks at sources alone: leave it out, or write type: 'extended'",
    ],
    [
      {
        name: 'a',
        entries: [
          { sequence: 20, remark: 'x' },
          { sequence: 10, remark: 'y' },
        ],
      },
      'entries: the sequence numbers do not rise: write the entries in their order',
    ],
  ])('refuses a contradiction: %#', (props, message) => {
    expect(wrongWith('access-list', props)).toEqual([message]);
  });
  test('IPv6 access list, its number first or last', () => {
    const props = {
      name: 'six',
      entries: [
        {
          action: 'permit',
          protocol: 'tcp',
          source: '2001:db8::/32',
          destination: '2001:DB8::1',
          destinationPort: 'eq 443',
        },
      ],
    } as const;
    writes(
      'ipv6-access-list',
      props as never,
      'ipv6 access-list six\n sequence 10 permit tcp 2001:db8::/32 host 2001:db8::1 eq 443',
    );
    const last = ['ipv6 access-list six', ' permit tcp 2001:DB8::/32 host 2001:DB8::1 eq 443 sequence 10'];
    expect(changeFrom('ipv6-access-list', last, props as never)).toEqual([]);
  });
});
