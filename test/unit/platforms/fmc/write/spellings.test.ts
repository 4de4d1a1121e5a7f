import { restDialect } from '../../../../../lib/desired/rest/dialect';
import type { RestGrammar } from '../../../../../lib/desired/rest/grammar';
import { lowerRest } from '../../../../../lib/desired/rest/lower';
import { bodyOf, readObject, type RestObject } from '../../../../../lib/desired/rest/object';
import { place } from '../../../../../lib/desired/rest/place';
import type { Json, JsonObject } from '../../../../../lib/kernel/json';
import { nouns, type Kind } from '../../../../../lib/model/nouns';
import { withUndeclared } from '../../../../../lib/platforms/fmc/write/bodies';
import { grammarOf } from '../../../../../lib/platforms/fmc/grammar';
import { fmcSurroundings } from '../../../../support/arbitraries';

type Grammar = RestGrammar<Record<string, unknown>>;
const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
const ref = (kind: Kind, name: string) => ({ ref: kind, name, external: true });
const grammarFor = (kind: Kind): Grammar => grammarOf(kind) as unknown as Grammar;

const objectOf = (kind: Kind, name: string, noun: object, around: readonly object[] = []): RestObject => {
  const own = { kind, name, path: 'stack/x', noun: noun as never };
  const { desired, problems } = lowerRest([...fmcSurroundings, ...(around as never[]), own], grammarOf, 'the FMC');
  expect(problems).toEqual([]);
  return desired.items.find((item) => item.kind === kind && item.name === name)!.content;
};
/** What would be written over an answer that differs from what is declared by one member. */
const stepsOver = (object: RestObject, at: string, value: Json, part = ''): readonly object[] => {
  const bodies: Record<string, JsonObject> = Object.fromEntries(
    ['', ...object.parts].map((one) => [one, bodyOf(object, one)]),
  );
  bodies[part] = place(bodies[part]!, at, value);
  return restDialect.steps(readObject(grammarFor(object.kind as Kind), object, bodies, book), object);
};

/** Spellings of one value that an FMC answers: nothing is written for them. */
describe('is the same', () => {
  const tunnel = objectOf('tunnel-interface', 'mumbai-pair/Tunnel200', {
    name: 'Tunnel200',
    device: ref('ftd-device', 'mumbai-pair'),
    ifname: 't200',
    address: '10.58.2.1/30',
    mode: 'ipsec-ipv4',
    source: 'outside',
  });
  const tunnel6 = objectOf('tunnel-interface', 'mumbai-pair/Tunnel6', {
    name: 'Tunnel6',
    device: ref('ftd-device', 'mumbai-pair'),
    ifname: 't6',
    ipv6Addresses: ['2001:db8:6::1/64'],
    mode: 'ipsec-ipv6',
    source: 'outside',
    sourceIpv6Address: '2001:db8:93::1',
  });
  const loopback6 = objectOf('ftd-loopback', 'mumbai-pair/Loopback6', {
    name: 'Loopback6',
    device: ref('ftd-device', 'mumbai-pair'),
    ifname: 'loop-6',
    ipv6Addresses: ['2001:db8:99::1/128'],
  });
  const far6 = objectOf('vpn-endpoint', 'T/partner', {
    name: 'partner',
    topology: ref('vpn-topology', 'T'),
    role: 'peer',
    extranet: ['2001:db8:9::1', '2001:db8:9::2'],
    natAddress: '2001:db8:9::7',
  });
  const mapped6 = objectOf('vpn-endpoint', 'T/mumbai-pair', {
    name: 'mumbai-pair',
    topology: ref('vpn-topology', 'T'),
    role: 'peer',
    device: ref('ftd-device', 'mumbai-pair'),
    interface: 'outside',
    ipv6Address: '2001:db8:93::1',
  });
  const route6 = objectOf('ipv6-static-route', 'mumbai-pair/net@outside', {
    name: 'net@outside',
    device: ref('ftd-device', 'mumbai-pair'),
    destination: '2001:db8:40::/48',
    network: ref('network-object', 'net'),
    interface: 'outside',
    gateway: '2001:db8:93::9',
    distance: 1,
  });
  const pool6 = objectOf('ipv6-address-pool', 'P', { name: 'P', start: '2001:db8:50::1/64', size: 9 });
  const balancing = objectOf('ra-load-balancing', 'RA', {
    name: 'RA',
    policy: ref('ra-vpn-policy', 'RA'),
    address: '203.0.113.80',
    ipv6Address: '2001:db8:80::1',
    interface: ref('security-zone', 'outside'),
    members: [{ device: ref('ftd-device', 'mumbai-pair'), priority: 5, natIpv6Address: '2001:db8:80::2' }],
  });
  const [member] = balancing.leaves['#participatingDevices'] as readonly JsonObject[];
  const profile = objectOf('ra-connection-profile', 'staff', {
    name: 'staff',
    policy: ref('ra-vpn-policy', 'RA'),
    groupPolicy: ref('ftd-group-policy', 'G'),
    authentication: 'certificate',
    certificateName: { primary: 'common-name', secondary: 'organizational-unit' },
  });
  const map = objectOf('certificate-map', 'M', {
    name: 'M',
    sequence: 10,
    rules: [{ field: 'issuer-name', component: 'organization', operator: 'eq', value: 'Example' }],
  });
  test.each<readonly [string, RestObject, string, Json]>([
    ['a netmask as a length', tunnel, 'ipv4.static.netmask', '30'],
    ['a netmask as a number', tunnel, 'ipv4.static.netmask', 30],
    [
      'an IPv6 address in capitals, with a switch that is off',
      tunnel6,
      'ipv6.addresses',
      [{ address: '2001:DB8:6:0::1', prefix: 64, enforceEUI64: false }],
    ],
    ['an IPv6 address with its length', tunnel6, 'ipv6.addresses', [{ address: '2001:db8:6::1/64' }]],
    ['an IPv6 source in capitals', tunnel6, 'tunnelSrcIPv6IntfAddr', '2001:DB8:93:0::1'],
    ['IPV6', tunnel6, 'ipsecMode', 'IPV6'],
    [
      'an IPv6 address of a loopback interface in capitals',
      loopback6,
      'ipv6.addresses',
      [{ address: '2001:DB8:99:0::1', prefix: 128, enforceEUI64: false }],
    ],
    [
      'addresses of a peer in capitals',
      far6,
      'extranetInfo',
      { name: 'partner', ipAddress: '2001:DB8:9:0::1, 2001:DB8:9::2' },
    ],
    ['an address behind NAT in capitals', far6, 'nattedInterfaceAddress', '2001:DB8:9:0::7'],
    ['the IPv6 address of an interface in capitals', mapped6, 'ipv6InterfaceAddress', '2001:DB8:93:0::1'],
    ['a next hop in capitals', route6, 'gateway', { literal: { type: 'Host', value: '2001:DB8:93:0::9' } }],
    ['the first address of a pool in capitals', pool6, 'ipv6StartAddress', '2001:DB8:50:0::1/64'],
    ['the address of a group in capitals', balancing, 'groupSettings.groupIPv6Address', '2001:DB8:80:0::1'],
    [
      'the address of a member in capitals',
      balancing,
      'participatingDevices',
      [{ ...member, natIPv6Address: '2001:DB8:80:0::2' }],
    ],
    ['COMMON_NAME', profile, 'certificateUsernameSettings.mapPrimaryField', 'COMMON_NAME'],
    ['ORGANIZATION_UNIT', profile, 'certificateUsernameSettings.mapSecondaryField', 'ORGANIZATION_UNIT'],
    [
      'ORGANIZATION',
      map,
      'rules',
      [{ field: 'ISSUER', component: 'ORGANIZATION', operator: 'EQUALS', value: 'Example' }],
    ],
  ])('%s', (_what, object, at, value) => {
    expect(stepsOver(object, at, value)).toEqual([]);
  });
  test('and another netmask is not', () => {
    expect(stepsOver(tunnel, 'ipv4.static.netmask', '29')).toHaveLength(1);
  });
  test('nor is an IPv6 address of which the device makes the host part', () => {
    const address = { address: '2001:db8:6::1', prefix: '64', enforceEUI64: true };
    expect(stepsOver(tunnel6, 'ipv6.addresses', [address])).toHaveLength(1);
  });
  test('an address of the other family goes', () => {
    const other = { static: { address: '10.58.2.1', netmask: '30' } };
    const sent = stepsOver(tunnel6, 'ipv4', other) as readonly { readonly body: JsonObject }[];
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain('10.58.2.1');
  });
});

describe('servers of a realm', () => {
  const directory = objectOf('realm', 'staff', {
    name: 'staff',
    type: 'ldap',
    user: { name: 'vpn', password: { secret: 'env', name: 'DIRECTORY' } },
    baseDn: 'dc=example,dc=net',
    groupDn: 'dc=example,dc=net',
    servers: [
      { host: 'dc-2.example.net', encryption: 'none' },
      { host: 'dc-1.example.net', encryption: 'none', port: 3268 },
    ],
  });
  const said = { encryptionProtocol: 'NONE', useRoutingToSelectInterface: true, connectivityStatus: 'ACTIVE' };
  const one = { ...said, id: 1, hostname: 'dc-2.example.net', port: 389 };
  const two = { ...said, id: 2, hostname: 'dc-1.example.net', port: '3268' };
  const over = (value: Json) => stepsOver(directory, 'directoryConfigurations', value);
  test('stand in the order of their numbers, however they are answered', () => {
    expect(over([one, two])).toEqual([]);
    expect(over([two, one])).toEqual([]);
    expect(
      over([
        { ...one, id: 2 },
        { ...two, id: 1 },
      ]),
    ).toHaveLength(1);
  });
  test('are asked by a route: another interface is a difference', () => {
    expect(over([{ ...one, useRoutingToSelectInterface: false }, two])).toHaveLength(1);
  });
  test('nothing of a download is said of local users', () => {
    const { leaves, fixed } = objectOf('realm', 'guests', { name: 'guests', type: 'local' });
    expect(leaves).toEqual({ '#description': '', '#realmType': 'LOCAL' });
    expect(fixed).toEqual({ '': { type: 'Realm', name: 'guests' } });
  });
});

describe('LDAP attributes', () => {
  const attributes = objectOf('ra-ldap-attributes', 'RA', {
    name: 'RA',
    policy: ref('ra-vpn-policy', 'RA'),
    realms: [
      {
        realm: ref('realm', 'lab'),
        attributes: [{ ldapName: 'mail', ciscoName: 'Banner', values: [{ ldapValue: 'a', to: 'b' }] }],
      },
    ],
  });
  const [list] = attributes.leaves['#ldapAttributeMapList'] as readonly JsonObject[];
  const mapped = (values: readonly JsonObject[], server = 'ldapServer'): Json => [
    {
      [server]: list!['ldapServer']!,
      ldapAttributeMaps: [{ ldapName: 'mail', ciscoName: 'Banner', valueMappings: values }],
    },
  ];
  test('are written with ldapServer, and read with realm and without types', () => {
    expect(Object.keys(list!)).toContain('ldapServer');
    const typed = { type: 'LdapToCiscoValueMapping', ldapValue: 'a', ciscoValue: 'b' };
    expect(stepsOver(attributes, 'ldapAttributeMapList', mapped([typed], 'realm'))).toEqual([]);
    expect(stepsOver(attributes, 'ldapAttributeMapList', mapped([{ ldapValue: 'a', ciscoValue: 'b' }]))).toEqual([]);
  });
  test('that lead to an access list are read whole', () => {
    const acl = { type: 'LdapToAclMapping', ldapValue: 'a', acl: { id: '1', name: 'L', type: 'ExtendedAccessList' } };
    const answered = { ldapAttributeMapList: mapped([acl]) } as JsonObject;
    const read = readObject(grammarFor('ra-ldap-attributes'), attributes, { '': answered }, book);
    expect(JSON.stringify(read.leaves)).toContain(JSON.stringify(acl.acl));
  });
});

describe('whether a RADIUS server signs', () => {
  const server = (more: object) => ({
    kind: 'radius-server',
    name: 'R',
    path: 'stack/r',
    noun: {
      name: 'R',
      address: { host: '192.0.2.5', authPort: 1812, acctPort: 1813 },
      key: { secret: 'env', name: 'K' },
      ...more,
    },
  });
  const groupOf = (more: object): RestObject =>
    objectOf('aaa-server-group', 'G', { name: 'G', type: 'radius', servers: [ref('radius-server', 'R')] }, [
      server(more),
    ]);
  const answered = (object: RestObject, signs: boolean | undefined): Json => {
    const [one] = object.leaves['#radiusServers'] as readonly JsonObject[];
    const { enableMessageAuthenticator: _ours, ...rest } = one!;
    return [signs === undefined ? rest : { ...rest, enableMessageAuthenticator: signs }];
  };
  test.each([
    [undefined, true, 0],
    [undefined, false, 0],
    [undefined, undefined, 0],
    [true, true, 0],
    [true, false, 1],
    [false, undefined, 0],
    [false, true, 1],
  ])('declared %s, answered %s: %d changes', (declared, shown, changes) => {
    const object = groupOf(declared === undefined ? {} : { messageAuthenticator: declared });
    expect(stepsOver(object, 'radiusServers', answered(object, shown))).toHaveLength(changes);
  });
  test('stays as it is where nothing is declared of it', () => {
    const leaf = grammarFor('aaa-server-group').fields['servers'];
    const leaves = leaf?.form === 'written' ? leaf.leaves : [];
    const stored = { host: '192.0.2.5', secretKey: '****', enableMessageAuthenticator: true };
    const ours = { radiusServers: [{ host: '192.0.2.5', secretKey: 'new', timeout: 10 }] };
    expect(withUndeclared(leaves, ours, { radiusServers: [stored] })).toEqual({
      radiusServers: [{ host: '192.0.2.5', secretKey: 'new', timeout: 10, enableMessageAuthenticator: true }],
    });
  });
});

test('packages of a policy are read under both spellings, and sent under one', () => {
  const policy = nouns['ra-vpn-policy'].schema.parse({
    name: 'RA',
    accessInterfaces: [{ zone: ref('security-zone', 'z') }],
    ipsecCertificate: ref('cert-trustpoint', 'C'),
    ikev2Policies: [ref('ikev2-policy', 'P')],
    groupPolicies: [ref('ftd-group-policy', 'DfltGrpPolicy')],
  });
  const object = objectOf('ra-vpn-policy', 'RA', policy);
  const grammar = grammarFor('ra-vpn-policy');
  const image = { anyconnectImage: { id: '1', name: 'p', type: 'x' }, operatingSystem: 'WINDOWS' };
  const bodies = Object.fromEntries(['', ...object.parts].map((one) => [one, bodyOf(object, one)]));
  const { anyConnectClientImages: _none, ...bare } = bodies['']!;
  const live = readObject(grammar, object, { ...bodies, '': { ...bare, anyconnectClientImages: [image] } }, book);
  expect(live.leaves['#anyConnectClientImages']).toEqual([image]);
  const [step] = restDialect.steps(live, object);
  expect([step?.body?.['anyConnectClientImages'], step?.gone]).toEqual([[], ['anyconnectClientImages']]);
});

test('a line of ICMP has a type of its own, and reads alike without one', () => {
  const list = objectOf('access-list', 'L', {
    name: 'L',
    type: 'extended',
    entries: [{ action: 'permit', protocol: 'icmp', source: 'any', destination: 'any' }],
  });
  const [line] = list.leaves['#entries'] as readonly JsonObject[];
  expect(line).toMatchObject({ destinationPorts: { literals: [{ type: 'ICMPv4PortLiteral', protocol: '1' }] } });
  const old = { ...line, destinationPorts: { literals: [{ type: 'PortLiteral', protocol: '1' }] } };
  expect(stepsOver(list, 'entries', [old])).toEqual([]);
  const any = {
    ...line,
    destinationPorts: { literals: [{ type: 'ICMPv4PortLiteral', protocol: '1', icmpType: 'Any' }] },
  };
  expect(stepsOver(list, 'entries', [any])).toEqual([]);
});

test('an end is created with its name', () => {
  const end = objectOf('vpn-endpoint', 'T/partner', {
    name: 'partner',
    topology: ref('vpn-topology', 'T'),
    role: 'peer',
    extranet: '203.0.113.9',
  });
  expect(restDialect.steps(undefined, end)[0]?.body).toMatchObject({ name: 'partner', type: 'EndPoint' });
});
