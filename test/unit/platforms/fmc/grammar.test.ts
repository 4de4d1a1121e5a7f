import { restDialect } from '../../../../lib/desired/rest/dialect';
import { lowerRest } from '../../../../lib/desired/rest/lower';
import { readObject, type RestObject } from '../../../../lib/desired/rest/object';
import type { RestGrammar } from '../../../../lib/desired/rest/grammar';
import type { JsonObject } from '../../../../lib/kernel/json';
import type { Resource } from '../../../../lib/model/network';
import type { Kind } from '../../../../lib/model/nouns';
import { grammarOf } from '../../../../lib/platforms/fmc/grammar';
import { fmcSurroundings } from '../../../support/arbitraries';

const ref = (kind: Kind, name: string, external = false) => ({ ref: kind, name, ...(external ? { external } : {}) });
const psk = { secret: 'env', name: 'PSK' };
const at = (kind: Kind, name: string, noun: object): Resource => ({
  kind,
  name,
  path: `stack/${name}`,
  noun: noun as never,
});
const lowered = (...resources: Resource[]) => lowerRest([...fmcSurroundings, ...resources], grammarOf, 'the FMC');
const objectOf = (kind: Kind, name: string, noun: object): RestObject => {
  const { desired, problems } = lowered(at(kind, name, noun));
  expect(problems).toEqual([]);
  return desired.items.find((item) => item.kind === kind && item.name === name)!.content;
};
/** Method, path and body of what creates a noun. */
const requests = (kind: Kind, name: string, noun: object) =>
  restDialect.steps(undefined, objectOf(kind, name, noun)).map(({ method, path, body }) => ({ method, path, body }));
const problemsOf = (kind: Kind, noun: object) => lowered(at(kind, 'x', noun)).problems.map((p) => [p.message, p.hint]);
const topology = {
  name: 'mumbai-pune',
  topology: 'point-to-point',
  routeBased: true,
  ikev2Policies: [ref('ikev2-policy', 'POLICY')],
  authentication: { method: 'certificate', trustpoint: ref('cert-trustpoint', 'CA', true) },
  ipsecProposals: [ref('ipsec-transform-set', 'TS-1')],
  pfs: 19,
  lifetimeSeconds: 3600,
  lifetimeKilobytes: 4608000,
  identity: 'auto-or-dn',
};

const throughNoTunnel = {
  name: 'r',
  device: ref('ftd-device', 'mumbai-pair', true),
  destination: '10.30.0.0/16',
  network: ref('network-object', 'net-10.30.0.0-16'),
  distance: 1,
};

test('what lies in another object is called with it: each firewall has its own Tunnel1', () => {
  const titleOf = (kind: Kind, name: string, noun: object) =>
    restDialect.differences(undefined, objectOf(kind, name, noun))[0]!.text;
  const loopback = {
    device: ref('ftd-device', 'branch-ftd', true),
    name: 'Loopback1',
    ifname: 'lo',
    address: '10.99.0.1/32',
  };
  expect(titleOf('ftd-loopback', 'Loopback1', loopback)).toBe('loopback interface Loopback1 of branch-ftd');
  expect(titleOf('vpn-topology', 'mumbai-pune', topology)).toBe('VPN topology mumbai-pune');
});

describe('what is sent', () => {
  test('for a host and a network', () => {
    expect(requests('network-object', 'h', { name: 'h', value: '192.0.2.1' })).toEqual([
      { method: 'POST', path: 'object/hosts', body: { type: 'Host', name: 'h', value: '192.0.2.1' } },
    ]);
    expect(requests('network-object', 'n', { name: 'n', value: '10.20.0.0/16' })).toEqual([
      { method: 'POST', path: 'object/networks', body: { type: 'Network', name: 'n', value: '10.20.0.0/16' } },
    ]);
  });
  test('for an IKEv2 policy with GCM: its proposal inside it, the integrity NULL', () => {
    expect(
      requests('ikev2-policy', 'POL', {
        name: 'POL',
        proposals: [ref('ikev2-proposal', 'PROPOSAL')],
        priority: 10,
        lifetime: 28800,
      }),
    ).toEqual([
      {
        method: 'POST',
        path: 'object/ikev2policies',
        body: {
          type: 'IKEv2Policy',
          name: 'POL',
          encryptionAlgorithms: ['AES-GCM-256'],
          integrityAlgorithms: ['NULL'],
          prfIntegrityAlgorithms: ['SHA-384'],
          diffieHellmanGroups: [19],
          priority: 10,
          lifetimeInSeconds: 28800,
        },
      },
    ]);
  });
  test('for an IPsec proposal, with GCM and with CBC', () => {
    const bodyOf = (noun: object) =>
      requests('ipsec-transform-set', 'TS', { name: 'TS', mode: 'tunnel', ...noun })[0]!.body;
    expect(bodyOf({ encryption: 'aes-gcm-256' })).toEqual({
      type: 'IKEv2IPsecProposal',
      name: 'TS',
      encryptionAlgorithms: ['AES-GCM-256'],
      integrityAlgorithms: ['NULL'],
    });
    expect(bodyOf({ encryption: 'aes-cbc-256', integrity: 'sha1' })).toEqual({
      type: 'IKEv2IPsecProposal',
      name: 'TS',
      encryptionAlgorithms: ['AES-256'],
      integrityAlgorithms: ['SHA-1'],
    });
  });
  test('for a tunnel interface: on the primary record of its device', () => {
    const noun = {
      name: 'Tunnel200',
      device: ref('ftd-device', 'mumbai-pair', true),
      ifname: 't200',
      address: '10.58.2.1/30',
      mode: 'ipsec-ipv4',
      source: 'outside',
    };
    expect(requests('tunnel-interface', 'mumbai-pair/Tunnel200', noun)).toEqual([
      {
        method: 'POST',
        path: 'devices/devicerecords/{devicerecords:mumbai-pair}/virtualtunnelinterfaces',
        body: {
          type: 'VTIInterface',
          tunnelType: 'STATIC',
          enabled: true,
          tunnelId: 200,
          ifname: 't200',
          description: '',
          ipv4: { static: { address: '10.58.2.1', netmask: '255.255.255.252' } },
          ipsecMode: 'ipv4',
          tunnelSource: {
            id: '{interfaces:mumbai-pair/outside}',
            name: '{interfaces:mumbai-pair/outside#name}',
            type: '{interfaces:mumbai-pair/outside#type}',
          },
        },
      },
    ]);
  });
  test('for a tunnel interface that carries IPv6', () => {
    const noun = {
      name: 'Tunnel6',
      device: ref('ftd-device', 'mumbai-pair', true),
      ifname: 't6',
      ipv6Addresses: ['2001:db8:6::1/64'],
      mode: 'ipsec-ipv6',
      source: 'outside',
      sourceIpv6Address: '2001:db8:93::1',
    };
    const [request] = requests('tunnel-interface', 'mumbai-pair/Tunnel6', noun);
    expect(request!.body).toMatchObject({
      ipsecMode: 'ipv6',
      ipv6: { addresses: [{ address: '2001:db8:6::1', prefix: '64' }] },
      tunnelSrcIPv6IntfAddr: '2001:db8:93::1',
    });
    expect(request!.body).not.toHaveProperty('ipv4');
  });
  test('for a static route: by logical name, to a network object', () => {
    const noun = {
      name: 'net-10.30.0.0-16@tunnel',
      device: ref('ftd-device', 'mumbai-pair', true),
      destination: '10.30.0.0/16',
      network: ref('network-object', 'net-10.30.0.0-16'),
      interface: ref('tunnel-interface', 'mumbai-pair/Tunnel100'),
      gateway: '10.58.1.1',
      distance: 1,
    };
    expect(requests('static-route', 'mumbai-pair/net-10.30.0.0-16@tunnel', noun)).toEqual([
      {
        method: 'POST',
        path: 'devices/devicerecords/{devicerecords:mumbai-pair}/routing/ipv4staticroutes',
        body: {
          type: 'IPv4StaticRoute',
          isTunneled: false,
          selectedNetworks: [{ id: '{networkaddresses:net-10.30.0.0-16}', name: 'net-10.30.0.0-16', type: 'Network' }],
          interfaceName: 'tunnel',
          gateway: { literal: { type: 'Host', value: '10.58.1.1' } },
          metricValue: 1,
        },
      },
    ]);
  });
  test.each([
    ['outside', '203.0.113.1', 'outside', { literal: { type: 'Host', value: '203.0.113.1' } }],
    [
      'inside2',
      ref('network-object', 'net-10.30.0.0-16'),
      'inside2',
      { object: { id: '{networkaddresses:net-10.30.0.0-16}', name: 'net-10.30.0.0-16', type: 'Network' } },
    ],
    ['Null0', undefined, 'Null0', undefined],
  ])('for a static route through %s to %j', (way, hop, interfaceName, gateway) => {
    const noun = { ...throughNoTunnel, interface: way, gateway: hop };
    const [post] = requests('static-route', `mumbai-pair/net-10.30.0.0-16@${way}`, noun);
    expect(post!.body).toEqual({
      type: 'IPv4StaticRoute',
      isTunneled: false,
      selectedNetworks: [{ id: '{networkaddresses:net-10.30.0.0-16}', name: 'net-10.30.0.0-16', type: 'Network' }],
      interfaceName,
      ...(gateway === undefined ? {} : { gateway }),
      metricValue: 1,
    });
  });
  test('for a route that goes by an SLA monitor, and for the monitor', () => {
    const track = ref('sla-monitor', 'LINE', true);
    const noun = { ...throughNoTunnel, interface: 'outside', gateway: '203.0.113.1', track };
    const [post] = requests('static-route', 'mumbai-pair/net-10.30.0.0-16@outside', noun);
    expect(post!.body!['routeTracking']).toEqual({ id: '{slamonitors:LINE}', name: 'LINE', type: 'SLAMonitor' });
    const zones = [ref('security-zone', 'outside-zone', true)];
    expect(requests('sla-monitor', 'LINE', { name: 'LINE', number: 10, address: '192.0.2.1', zones, tos: 8 })).toEqual([
      {
        method: 'POST',
        path: 'object/slamonitors',
        body: {
          type: 'SLAMonitor',
          name: 'LINE',
          description: '',
          slaId: 10,
          monitorAddress: '192.0.2.1',
          interfaceObjects: [expect.objectContaining({ id: '{securityzones:outside-zone}' })],
          frequency: 60,
          timeout: 5000,
          threshold: 5000,
          noOfPackets: 1,
          dataSize: 28,
          tos: 8,
        },
      },
    ]);
  });
  test('for an IPv6 static route', () => {
    const noun = { ...throughNoTunnel, destination: '2001:db8:30::/48', interface: 'outside', gateway: 'fe80::1' };
    const [post] = requests('ipv6-static-route', 'mumbai-pair/net-10.30.0.0-16@outside', noun);
    expect([post!.path, post!.body]).toEqual([
      'devices/devicerecords/{devicerecords:mumbai-pair}/routing/ipv6staticroutes',
      expect.objectContaining({ type: 'IPv6StaticRoute', gateway: { literal: { type: 'Host', value: 'fe80::1' } } }),
    ]);
  });
  test.each([
    [{ interface: 'GigabitEthernet0/0', gateway: '10.0.0.1' }, /^interface: .* has a logical name, .* like outside$/],
    [{ interface: 'outside' }, /^gateway: is missing: write the next hop/],
    [{ interface: 'Null0', gateway: '10.0.0.1' }, /^gateway: a route to 'Null0' has no next hop/],
    [{ interface: 'outside', gateway: '10.0.0.1', track: 1 }, /^track: .* SLA monitor: give the SlaMonitor construct$/],
  ])('a static route that the FMC does not take: %j', (fields, message) => {
    expect(problemsOf('static-route', { ...throughNoTunnel, ...fields })).toEqual([
      [expect.stringMatching(message), undefined],
    ]);
  });
  test('for a topology: the topology, then its three parts', () => {
    const [post, ike, ipsec, advanced, ...more] = requests('vpn-topology', 'mumbai-pune', topology);
    expect(more).toEqual([]);
    const self = 'policy/ftds2svpns/{ftds2svpns:mumbai-pune}';
    expect(post).toEqual({
      method: 'POST',
      path: 'policy/ftds2svpns',
      body: {
        type: 'FTDS2SVpn',
        name: 'mumbai-pune',
        ikeV1Enabled: false,
        ikeV2Enabled: true,
        topologyType: 'POINT_TO_POINT',
        routeBased: true,
      },
    });
    expect(ike).toEqual({
      method: 'PUT',
      path: `${self}/ikesettings/{ftds2svpns:mumbai-pune#ikesettings}`,
      body: {
        id: '{ftds2svpns:mumbai-pune#ikesettings}',
        type: 'IkeSettings',
        ikeV2Settings: {
          authenticationType: 'CERTIFICATE',
          certificateAuth: { id: '{certenrollments:CA}', name: 'CA', type: 'CertEnrollment' },
          policies: [{ id: '{ikev2policies:POLICY}', name: 'POLICY', type: 'IKEv2Policy' }],
        },
      },
    });
    expect(ipsec).toEqual({
      method: 'PUT',
      path: `${self}/ipsecsettings/{ftds2svpns:mumbai-pune#ipsecsettings}`,
      body: {
        id: '{ftds2svpns:mumbai-pune#ipsecsettings}',
        type: 'IPSecSettings',
        cryptoMapType: 'STATIC',
        ikeV2Mode: 'TUNNEL',
        ikeV2IpsecProposal: [{ id: '{ikev2ipsecproposals:TS-1}', name: 'TS-1', type: 'IKEv2IPsecProposal' }],
        perfectForwardSecrecy: { enabled: true, modulusGroup: 19 },
        lifetimeSeconds: 3600,
        lifetimeKilobytes: 4608000,
        enableRRI: true,
        enableSaStrengthEnforcement: false,
        validateIncomingIcmpErrorMessage: false,
        doNotFragmentPolicy: 'NONE',
        tfcPackets: { enabled: false },
      },
    });
    expect(advanced!.body).toMatchObject({
      type: 'AdvancedSettings',
      advancedIkeSetting: { identitySentToPeer: 'AUTO_OR_DN' },
    });
  });
  test('for a pre-shared key: its marker, and no certificate', () => {
    const [, ike] = requests('vpn-topology', 't', {
      ...topology,
      name: 't',
      authentication: { method: 'pre-share', key: psk },
    });
    expect(ike!.body).toMatchObject({
      ikeV2Settings: { authenticationType: 'MANUAL_PRE_SHARED_KEY', manualPreSharedKey: '<secret:env:PSK>' },
    });
    expect(JSON.stringify(ike!.body)).not.toContain('certificateAuth');
  });
  test('for an endpoint outside: its name and address', () => {
    const [post] = requests('vpn-endpoint', 'T/edge', {
      name: 'edge',
      topology: ref('vpn-topology', 'T', true),
      role: 'peer',
      extranet: '198.51.100.10',
    });
    expect(post).toMatchObject({
      path: 'policy/ftds2svpns/{ftds2svpns:T}/endpoints',
      body: {
        type: 'EndPoint',
        peerType: 'PEER',
        extranet: true,
        extranetInfo: { name: 'edge', ipAddress: '198.51.100.10' },
      },
    });
  });
});

describe('changing', () => {
  const put = (before: RestObject, after: RestObject) =>
    restDialect.steps(before, after).map((s) => `${s.method} ${s.path}`);
  test('one part writes that part alone, with its id', () => {
    const after = objectOf('vpn-topology', 'mumbai-pune', { ...topology, lifetimeSeconds: 28800 });
    const before = objectOf('vpn-topology', 'mumbai-pune', topology);
    expect(put(before, after)).toEqual([
      'PUT policy/ftds2svpns/{ftds2svpns:mumbai-pune}/ipsecsettings/{ftds2svpns:mumbai-pune#ipsecsettings}',
    ]);
    expect(
      restDialect
        .differences(before, after)
        .filter((d) => d.sign !== 'context')
        .map((d) => `${d.sign} ${d.text}`),
    ).toEqual(['remove ipsecsettings: lifetimeSeconds: 3600', 'add ipsecsettings: lifetimeSeconds: 28800']);
  });
  test('what is sealed is refused, with the way out', () => {
    const before = objectOf('vpn-topology', 'mumbai-pune', topology);
    const after = objectOf('vpn-topology', 'mumbai-pune', { ...topology, topology: 'full-mesh' });
    expect(restDialect.refusal(before, after)).toBe(
      'topologyType cannot change after creation: give the new one another name, and this one goes when nothing declares it',
    );
    expect(restDialect.refusal(before, before)).toBeUndefined();
  });
  test('nothing writes nothing', () => {
    const object = objectOf('vpn-topology', 'mumbai-pune', topology);
    expect([put(object, object), restDialect.differences(object, object)]).toEqual([[], []]);
  });
  test('into nothing is one DELETE', () => {
    expect(
      restDialect.steps(objectOf('network-object', 'n', { name: 'n', value: '10.20.0.0/16' }), undefined),
    ).toMatchObject([{ method: 'DELETE', path: 'object/networks/{networkaddresses:n}' }]);
  });
});

describe('reading', () => {
  const book = {
    judge: (marker: string, shown: unknown) => (shown === undefined ? `judged ${marker}` : 'seen'),
    reveal: (t: string) => t,
  };
  const read = (object: RestObject, bodies: Record<string, JsonObject>) =>
    readObject(grammarOf(object.kind as Kind) as unknown as RestGrammar<Record<string, unknown>>, object, bodies, book)
      .leaves;
  test('takes lists in any order and numbers as text', () => {
    const object = objectOf('ikev2-policy', 'POL', {
      name: 'POL',
      proposals: [ref('ikev2-proposal', 'PROPOSAL')],
      priority: 10,
    });
    const leaves = read(object, {
      '': {
        encryptionAlgorithms: ['AES-GCM-256'],
        integrityAlgorithms: ['NULL'],
        prfIntegrityAlgorithms: ['SHA-384'],
        diffieHellmanGroups: ['19'],
        priority: '10',
        lifetimeInSeconds: '86400',
      },
    });
    expect(leaves).toEqual(object.leaves);
  });
  test('takes a default that is not answered, empty or null for the default', () => {
    const noun = {
      name: 'Tunnel200',
      device: ref('ftd-device', 'd', true),
      ifname: 't',
      address: '10.58.2.1/30',
      mode: 'ipsec-ipv4',
      source: 'outside',
    };
    const object = objectOf('tunnel-interface', 'd/Tunnel200', noun);
    for (const description of [undefined, null, ''])
      expect(read(object, { '': { ...(description === undefined ? {} : { description }) } })['#description']).toBe('');
  });
  test('asks the book for a secret that is never answered', () => {
    const object = objectOf('vpn-topology', 't', {
      ...topology,
      name: 't',
      authentication: { method: 'pre-share', key: psk },
    });
    const key = 'ikesettings#ikeV2Settings.manualPreSharedKey';
    const answered = { ikesettings: { ikeV2Settings: { authenticationType: 'MANUAL_PRE_SHARED_KEY' } } };
    expect(read(object, answered)[key]).toBe('judged <secret:env:PSK>');
    // With another method there is no key.
    expect(read(object, { ikesettings: {} })[key]).toBeUndefined();
  });
  test('takes a group beside a switched-off PFS for no PFS', () => {
    const object = objectOf('vpn-topology', 't', { ...topology, name: 't', pfs: undefined });
    const leaves = read(object, { ipsecsettings: { perfectForwardSecrecy: { enabled: false, modulusGroup: 14 } } });
    expect(leaves['ipsecsettings#perfectForwardSecrecy.enabled']).toBe(false);
    expect(leaves['ipsecsettings#perfectForwardSecrecy.modulusGroup']).toBeUndefined();
  });
});

describe('what the FMC has not', () => {
  test('is said with what to write instead', () => {
    expect(problemsOf('ikev2-profile', { name: 'x' })).toEqual([
      ['the FMC has no IKEv2 profile', 'the FMC keeps this in the topology: write VpnTopology'],
    ]);
    expect(problemsOf('ntp-servers', { name: 'x', servers: ['a'] })).toEqual([
      ['the FMC has no NTP servers', 'set in the platform settings policy of the FMC'],
    ]);
  });
  test('among the fields is said for each', () => {
    expect(
      problemsOf('ikev2-policy', { name: 'x', proposals: [ref('ikev2-proposal', 'PROPOSAL')], fvrf: 'any' }),
    ).toEqual([
      ['fvrf: the FMC has no front VRF here: leave fvrf out', undefined],
      ['priority: the FMC needs it in every IKEv2 policy', 'write priority'],
    ]);
  });
});

test('a certificate map of an FMC is one list of the rules that it knows', () => {
  const rule = (field: string, operator: string) => ({ field, operator, value: 'x' });
  expect(problemsOf('certificate-map', { name: 'x', rules: [rule('valid-start', 'lt')] })).toEqual([
    [
      'rules: an FMC has no valid-start lt: write subject-name, issuer-name, alt-subject-name, extended-key-usage with eq, co, ne, nc',
      undefined,
    ],
  ]);
  expect(
    problemsOf('certificate-map', { name: 'x', alternatives: [{ sequence: 1, rules: [rule('name', 'co')] }] }),
  ).toEqual([
    [
      'alternatives: a certificate map of an FMC is one list of rules: write rules, and another map for each other list',
      undefined,
    ],
    ['rules: the FMC needs it in every certificate map', 'write rules'],
  ]);
});

test('a comma in a part of a subject is of that part', () => {
  const [{ body } = {}] = requests('cert-trustpoint', 'T', {
    name: 'T',
    enrollment: { type: 'url', url: 'http://ca.example.net/scep' },
    subjectName: String.raw`cn=edge.example.net,o=Example\, Inc.,c=in`,
  });
  expect(body).toMatchObject({
    certificateParameters: { commonName: 'edge.example.net', organization: 'Example, Inc.', countryCode: 'in' },
  });
});
