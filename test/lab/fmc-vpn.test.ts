import { startFmc, type LabFmc } from '../../lib/lab/devices/fmc';
import { builder, done, idOf, said } from '../support/fmc-lab/builder';
import { connect, type LabClient } from '../support/fmc-lab/client';

type Body = Record<string, unknown>;
let lab: LabFmc;
let client: LabClient;
let by: ReturnType<typeof builder>;
beforeEach(async () => {
  lab = await startFmc({ requestsPerMinute: 0, deployMs: 150 });
  client = await connect(lab);
  by = builder(client);
});
afterEach(() => lab.close());

describe('topology', () => {
  test('comes with its settings, which are the defaults of the FMC', async () => {
    const top = await by.topology();
    expect(top).toMatchObject({
      ikeSettings: { type: 'IkeSettings' },
      ipsecSettings: { type: 'IPSecSettings' },
      endpoints: { refType: 'list' },
    });
    const at = `policy/ftds2svpns/${idOf(top)}`;
    const [ipsec] = await client.items(`${at}/ipsecsettings`);
    expect(ipsec).toMatchObject({
      lifetimeSeconds: 28800,
      perfectForwardSecrecy: { enabled: false, modulusGroup: 14 },
      ikeV2IpsecProposal: [{ name: 'AES-GCM', type: 'TransformSet2' }],
    });
    const [advanced] = await client.items(`${at}/advancedsettings`);
    expect(advanced).toMatchObject({
      advancedIkeSetting: { identitySentToPeer: 'AUTO_OR_DN', ikeKeepaliveSettings: { threshold: 10 } },
    });
    expect((await client.post(`${at}/ikesettings`, {})).status).toBe(405);
  });

  test('never shows the key; a reset takes it away', async () => {
    const top = await by.topology();
    const [policy] = await client.items('object/ikev2policies');
    const at = `policy/ftds2svpns/${idOf(top)}/ikesettings/${idOf(top['ikeSettings'])}`;
    const id = idOf(top['ikeSettings']);
    const ikeV2Settings = {
      authenticationType: 'MANUAL_PRE_SHARED_KEY',
      manualPreSharedKey: 'hush-hush',
      policies: [{ id: policy!['id'], name: policy!['name'], type: 'IKEv2Policy' }],
    };
    const put = await done(client.put(at, { id, type: 'IkeSettings', ikeV2Settings }));
    expect(put['ikeV2Settings']).toMatchObject({
      authenticationType: 'MANUAL_PRE_SHARED_KEY',
      policies: [{ type: 'Ike2' }],
    });
    expect(JSON.stringify((await client.get(at)).data)).not.toContain('hush');
    const reset = await done(client.put(at, { id, type: 'IkeSettings' }));
    expect(reset['ikeV2Settings']).toMatchObject({ authenticationType: 'AUTOMATIC_PRE_SHARED_KEY' });
    const without = await client.put(at, {
      id,
      type: 'IkeSettings',
      ikeV2Settings: { authenticationType: 'CERTIFICATE' },
    });
    expect(said(without.data)).toMatch(/certificateAuth/);
    const stranger = await client.put(at, {
      id,
      type: 'IkeSettings',
      ikeV2Settings: { ...ikeV2Settings, policies: [{ id: 'x', name: 'x', type: 'IKEv2Policy' }] },
    });
    expect([stranger.status, said(stranger.data)]).toEqual([400, 'Invalid ikeV2Settings.policies[0] UUID: x']);
  });

  test('its kind is for good', async () => {
    const top = await by.topology();
    const put = (change: Body) => client.put(`policy/ftds2svpns/${idOf(top)}`, { ...top, ...change });
    expect((await put({ topologyType: 'FULL_MESH' })).status).toBe(400);
    expect((await put({ routeBased: false })).status).toBe(400);
    expect((await put({ name: 'other' })).data).toMatchObject({ name: 'other', version: '2' });
  });
});

describe('tunnel interface', () => {
  test('the answer to its creation has a wrong id; it has a name and a mask of its own', async () => {
    const { answer, kept } = (await by.vti({ ipv4: { static: { address: '10.58.1.2', netmask: '30' } } })) as {
      answer: Body;
      kept: Body;
    };
    expect(answer['id']).not.toBe(kept['id']);
    expect(kept).toMatchObject({
      name: 'Tunnel1',
      ipv4: { static: { netmask: '255.255.255.252' } },
      tunnelSource: { name: 'GigabitEthernet0/0' },
    });
    expect((await client.get(`${await by.primary()}/virtualtunnelinterfaces/${idOf(answer)}`)).status).toBe(404);
  });

  test('is written at the primary, and seen at both', async () => {
    await by.vti();
    const secondary = `devices/devicerecords/${idOf((await by.pair())['secondary'])}`;
    expect(await client.items(`${secondary}/virtualtunnelinterfaces`)).toHaveLength(1);
    expect((await client.post(`${secondary}/virtualtunnelinterfaces`, {})).status).toBe(400);
  });

  test.each([
    [
      'the same number',
      { ifname: 'other', ipv4: { static: { address: '10.58.9.2', netmask: '255.255.255.252' } } },
      /Duplicate/,
    ],
    [
      'the same logical name',
      { tunnelId: 2, ipv4: { static: { address: '10.58.9.2', netmask: '255.255.255.252' } } },
      /Duplicate/,
    ],
    ['an address that is taken', { tunnelId: 2, ifname: 'other' }, /overlaps/],
  ])('refuses %s', async (_what, more, text) => {
    await by.vti();
    await expect(by.vti(more)).rejects.toThrow(text);
  });

  const addresses = (...all: readonly string[]) => ({
    addresses: all.map((one) => ({ address: one.split('/')[0], prefix: one.split('/')[1] })),
  });
  const carries6 = { ipsecMode: 'ipv6', ipv4: undefined, ipv6: addresses('2001:db8:6::1/64') };
  test('one of IPv6 has an IPv6 address, and leaves by an IPv6 address of its source', async () => {
    await by.vti({ ...carries6, tunnelSrcIPv6IntfAddr: '2001:DB8:93::1' });
    const [made] = await client.items(`${await by.primary()}/virtualtunnelinterfaces`);
    expect(made).toMatchObject({
      ipsecMode: 'ipv6',
      ipv6: { addresses: [{ address: '2001:db8:6::1', prefix: '64' }] },
      tunnelSrcIPv6IntfAddr: '2001:DB8:93::1',
    });
    expect(made).not.toHaveProperty('ipv4');
  });
  test.each([
    ['no address of its family', { ...carries6, ipv6: undefined }, /Invalid value for ipv6/],
    ['an IPv6 address in IPv4', { ipv6: carries6.ipv6 }, /ipsecMode ipv4 takes no IPv6/],
    ['two addresses', { ...carries6, ipv6: addresses('2001:db8:6::1/64', '2001:db8:7::1/64') }, /takes one IPv6/],
    ['what is no address', { ...carries6, ipv6: addresses('2001/64') }, /Invalid value for ipv6.addresses: 2001/],
    ['an address in the network of its source', { ...carries6, ipv6: addresses('2001:db8:93::9/64') }, /overlaps/],
    [
      'an address that its source has not',
      { tunnelSrcIPv6IntfAddr: '2001:db8::9' },
      /is not an address of tunnelSource/,
    ],
    ['what is no address of its source', { tunnelSrcIPv6IntfAddr: 'outside' }, /is not an address of tunnelSource/],
  ])('refuses one with %s', async (_what, more, text) => {
    await expect(by.vti(more)).rejects.toThrow(text);
  });
  test('before 7.3 there is none of IPv6', async () => {
    await lab.close();
    lab = await startFmc({ requestsPerMinute: 0, deployMs: 150, version: '7.2' });
    by = builder(await connect(lab));
    await expect(by.vti(carries6)).rejects.toThrow(/IPv6 is not supported/);
    await by.vti();
  });

  test('a dynamic one borrows its address from another interface than its tunnels leave by', async () => {
    const dynamic = { tunnelType: 'DYNAMIC', tunnelId: 9, ifname: 'spokes', ipv4: undefined };
    const ports = await client.items(`${await by.primary()}/physicalinterfaces`);
    const port = (ifname: string) => ({ id: idOf(ports.find((one) => one['ifname'] === ifname)!), name: ifname });
    await expect(by.vti(dynamic)).rejects.toThrow(/borrowIPfrom/);
    await expect(by.vti({ ...dynamic, borrowIPfrom: port('outside') })).rejects.toThrow(/the same interface/);
    await by.vti({ ...dynamic, borrowIPfrom: port('inside') });
    const [made] = await client.items(`${await by.primary()}/virtualtunnelinterfaces`);
    expect(made).toMatchObject({
      name: 'Virtual-Template9',
      tunnelType: 'DYNAMIC',
      ipAddressAssignmentType: 'BORROW_IP_FROM_INTERFACE',
    });
  });

  test('a dynamic one of IPv6 borrows from a loopback interface of IPv6', async () => {
    const at = `${await by.primary()}/loopbackinterfaces`;
    const loop = (loopbackId: number, more: object) =>
      client.post(at, { type: 'LoopbackInterface', loopbackId, ifname: `loop-${loopbackId}`, ...more });
    expect(said((await loop(1, {})).data)).toMatch(/an address/);
    expect(said((await loop(1, { ipv6: addresses('2001:db8:99::1/200') })).data)).toMatch(/ipv6\.addresses/);
    const own6 = await done(loop(1, { ipv6: addresses('2001:db8:99::1/128') }));
    expect(said((await loop(2, { ipv6: addresses('2001:db8:99::/64') })).data)).toMatch(/overlaps/);
    const own = await done(loop(2, { ipv4: { static: { address: '10.99.0.1', netmask: '255.255.255.255' } } }));
    const dynamic = { tunnelType: 'DYNAMIC', tunnelId: 9, ifname: 'spokes', ipv4: undefined };
    const from = (one: Body) => ({ borrowIPfrom: { id: idOf(one), name: one['name'] } });
    await expect(by.vti({ ...dynamic, ipsecMode: 'ipv6', ...from(own) })).rejects.toThrow(/ipsecMode ipv6/);
    await expect(by.vti({ ...dynamic, ...from(own6) })).rejects.toThrow(/ipsecMode ipv4/);
    await by.vti({ ...dynamic, ipsecMode: 'ipv6', ...from(own6) });
  });

  test('stays while a route or an endpoint uses it', async () => {
    const { face, at } = await by.build();
    const device = await by.primary();
    const lan = await done(
      client.post('object/networks', { name: 'pune-lan', type: 'Network', value: '10.20.0.0/16' }),
    );
    const body = {
      type: 'IPv4StaticRoute',
      interfaceName: 'pune',
      selectedNetworks: [{ id: lan['id'], name: 'pune-lan', type: 'Network' }],
      gateway: { literal: { type: 'Host', value: '10.58.1.1' } },
      metricValue: 1,
      isTunneled: false,
    };
    const route = await done(client.post(`${device}/routing/ipv4staticroutes`, body));
    expect(said((await client.post(`${device}/routing/ipv4staticroutes`, body)).data)).toMatch(/Duplicate/);
    expect((await client.post(`${device}/routing/ipv4staticroutes`, { ...body, interfaceName: 'none' })).status).toBe(
      400,
    );
    const itself = `${device}/virtualtunnelinterfaces/${idOf(face)}`;
    expect((await client.remove(itself)).status).toBe(400);
    expect((await client.remove(`object/networks/${idOf(lan)}`)).status).toBe(400);
    await done(client.remove(`${device}/routing/ipv4staticroutes/${idOf(route)}`));
    expect((await client.remove(itself)).status).toBe(400);
    await done(client.remove(at));
    expect((await client.remove(itself)).status).toBe(200);
    expect(await client.items('policy/ftds2svpns')).toEqual([]);
  });
});

describe('endpoint', () => {
  test('is known by its device; its interface has no type', async () => {
    const { at } = await by.build();
    const ends = await client.items(`${at}/endpoints`);
    expect(ends.map((end) => end['name'])).toEqual(['mumbai-pair', 'pune']);
    expect(ends[0]!['interface']).toEqual({ id: expect.any(String), name: 'pune' });
    expect(ends[0]).not.toHaveProperty('enableNATExempt');
    expect(
      said(
        (
          await client.post(`${at}/endpoints`, {
            ...by.extranet,
            extranetInfo: { name: 'third', ipAddress: '192.0.2.3' },
          })
        ).data,
      ),
    ).toMatch(/two endpoints/);
  });

  test.each([
    [
      'the member of a pair',
      async (end: Body) => ({ ...end, device: { ...(end['device'] as Body), id: idOf((await by.pair())['primary']) } }),
      /part of/,
    ],
    [
      'a physical interface',
      async (end: Body) => ({
        ...end,
        interface: { id: idOf(await by.named(`${await by.primary()}/physicalinterfaces`, 'outside', 'ifname')) },
      }),
      /virtual tunnel/,
    ],
    ['a hub', async (end: Body) => ({ ...end, peerType: 'HUB' }), /peerType/],
    [
      'an IPv6 address that the interface does not have',
      async (end: Body) => ({ ...end, ipv6InterfaceAddress: '2001:db8:77::1' }),
      /ipv6InterfaceAddress/,
    ],
    [
      'a peer at a name',
      async ({ peerType }: Body) => ({
        ...by.extranet,
        peerType,
        extranetInfo: { name: 'far', ipAddress: '2001:db8::1, far.example.net' },
      }),
      /extranetInfo\.ipAddress: far\.example\.net/,
    ],
    ['no interface', async (end: Body) => ({ ...end, interface: undefined }), /interface/],
    ['a device without a name', async (end: Body) => ({ ...end, device: { id: idOf(end['device']) } }), /device.name/],
    ['a topology that is none', async (end: Body) => ({ ...end, elsewhere: true }), /Unrecognized/],
  ])('refuses %s', async (_what, change, text) => {
    const top = await by.topology();
    const end = await by.managed((await by.vti())['kept'] as Body);
    const reply = await client.post(`policy/ftds2svpns/${idOf(top)}/endpoints`, await change(end));
    expect(said(reply.data)).toMatch(text);
    expect((await client.post('policy/ftds2svpns/none/endpoints', end)).status).toBe(404);
  });
});

describe('BGP of a device', () => {
  const neighbor = {
    ipv4Address: '192.0.2.9',
    remoteAs: '64512',
    neighborGeneral: { enableAddress: true },
    neighborAdvanced: { neighborHops: { maxHopCount: 2 } },
  };
  const general = { type: 'BGPGeneralSettings', asNumber: '65010' };

  test('needs its general settings first, of which there is one, and which stay while it is there', async () => {
    const at = `${await by.primary()}/routing`;
    const body = { type: 'bgp', addressFamilyIPv4: { neighbors: [neighbor] } };
    expect(said((await client.post(`${at}/bgp`, body)).data)).toMatch(/General Settings first/);
    const settings = await done(client.post(`${at}/bgpgeneralsettings`, general));
    expect(settings).toMatchObject({ name: 'AsaBGPGeneralTable', asNumber: '65010', routerId: 'AUTOMATIC' });
    expect(said((await client.post(`${at}/bgpgeneralsettings`, general)).data)).toMatch(/already/);
    const own = `${at}/bgpgeneralsettings/${idOf(settings)}`;
    expect(said((await client.put(own, { ...settings, asNumber: '65011' })).data)).toMatch(/cannot be changed/);
    const bgp = await done(client.post(`${at}/bgp`, body));
    expect(bgp).toMatchObject({ name: 'bgp', asNumber: '65010' });
    expect(said((await client.post(`${at}/bgp`, body)).data)).toMatch(/already/);
    expect((await client.remove(own)).status).toBe(400);
    await done(client.remove(`${at}/bgp/${idOf(bgp)}`));
    await done(client.remove(own));
    expect(await client.items(`${at}/bgpgeneralsettings`)).toEqual([]);
  });

  test('refuses other types, hops and networks, and what it answers and does not take back', async () => {
    const at = `${await by.primary()}/routing`;
    await done(client.post(`${at}/bgpgeneralsettings`, general));
    const post = async (family: object, type = 'bgp') =>
      said((await client.post(`${at}/bgp`, { type, addressFamilyIPv4: family })).data);
    expect(await post({}, 'BGP')).toMatch(/type/);
    const far = { ...neighbor, neighborAdvanced: { neighborHops: { maxHopCount: 256 } } };
    expect(await post({ neighbors: [far] })).toMatch(/256 is not within 1 and 255/);
    expect(await post({ neighbors: [{ ...neighbor, remoteAs: 64512 }] })).toMatch(/text is expected/);
    expect(await post({ networks: [{ ipv4Address: { id: 'x' } }] })).toMatch(/UUID: x/);
    expect(await post({ neighbors: [neighbor, neighbor] })).toMatch(/Duplicate/);
    const made = await done(client.post(`${at}/bgp`, { type: 'bgp', addressFamilyIPv4: { neighbors: [neighbor] } }));
    const { maximumPaths, ...family } = made['addressFamilyIPv4'] as Body;
    const put = async (changed: object) =>
      client.put(`${at}/bgp/${idOf(made)}`, { id: idOf(made), type: 'bgp', addressFamilyIPv4: changed });
    expect(said((await put({ ...family, maximumPaths })).data)).toMatch(/maximumPaths/);
    const { id: _id, ...anonymous } = family;
    expect(said((await put(anonymous)).data)).toMatch(/addressFamilyIPv4\.id/);
    expect((await put(family)).status).toBe(200);
  });
});
