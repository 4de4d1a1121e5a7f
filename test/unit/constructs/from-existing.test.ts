import * as library from 'tunnelwright';
import { catalogue, classNameOf, whyNotLookedUp } from '../../../lib/model/construct-names';
import type { Kind } from '../../../lib/model/nouns';

const {
  App,
  AsaFirewall,
  CryptoMap,
  CryptoMapEntry,
  DuoAccount,
  DuoPhone,
  DuoUser,
  DynamicMap,
  Fmc,
  IosXeRouter,
  Login,
  NetworkObject,
  RaCertificateMapping,
  CertificateMap,
  RaConnectionProfile,
  RemoteAccessPolicy,
  Secret,
  StaticRoute,
  TunnelInterface,
  VpnStack,
} = library;

const stack = () => new VpnStack(new App(), 's');
const login = Login.fromEnv('X');
const fmcIn = (s: library.VpnStack) => new Fmc(s, 'fmc', { host: 'fmc.example.net', version: '7.4', login });
const asaIn = (s: library.VpnStack) => new AsaFirewall(s, 'asa', { host: '192.0.2.2', release: '9.18', login });
const edgeIn = (s: library.VpnStack) => new IosXeRouter(s, 'edge', { host: '192.0.2.1', release: '17.9', login });

/** What must be there before the one target of the stack can be planned. */
const externalsOf = (s: library.VpnStack): readonly { readonly title: string; readonly content: object }[] => {
  expect(s.problems.map(({ path, message }) => `[${path}] ${message}`)).toEqual([]);
  return s.manifest.targets[0]!.desired.externals as never;
};

describe('an object that is there already', () => {
  test.each([...catalogue.keys()])('%s is looked up by its construct, or its page says why not', (kind: Kind) => {
    const construct = library[classNameOf(kind) as keyof typeof library] as unknown as { fromExisting?: unknown };
    expect(whyNotLookedUp(kind) === undefined).toBe(typeof construct.fromExisting === 'function');
  });

  test('has a place in the tree, so that a reference from another device is found', () => {
    const s = stack();
    const dynamic = DynamicMap.fromExisting(asaIn(s), 'dynamic', 'CLIENTS');
    expect(dynamic.node.path).toBe('s/asa/dynamic');
    const other = new AsaFirewall(s, 'other', { host: '192.0.2.3', release: '9.18', login });
    new CryptoMapEntry(other, 'clients', { map: 'outside_map', sequence: 65535, dynamic });
    expect(s.problems.map(({ message }) => message)).toEqual([
      'references the dynamic crypto map CLIENTS of s/asa/dynamic, which is on s/asa; references must stay on one device (s/other)',
    ]);
  });

  test('may be a tunnel of a router or of an ASA', () => {
    const s = stack();
    const edge = edgeIn(s);
    new StaticRoute(edge, 'route', {
      destination: '10.9.0.0/16',
      interface: TunnelInterface.fromExisting(edge, 'tunnel', 'Tunnel7'),
    });
    expect(externalsOf(s)).toMatchObject([{ content: { header: 'interface Tunnel7' } }]);
    const t = stack();
    const asa = asaIn(t);
    new StaticRoute(asa, 'route', {
      destination: '10.9.0.0/16',
      gateway: '10.0.0.2',
      interface: TunnelInterface.fromExisting(asa, 'tunnel', 'Tunnel7', 'vti-pune'),
    });
    expect(externalsOf(t)).toMatchObject([{ content: { header: 'interface Tunnel7' } }]);
    expect(t.manifest.targets[0]!.desired.items[0]!.name).toBe('10.9.0.0/16@vti-pune');
  });

  describe('of an FMC', () => {
    const routeBy = (tunnel: (fmc: library.Fmc) => library.ITunnelInterface) => {
      const s = stack();
      const fmc = fmcIn(s);
      new StaticRoute(fmc.ftd('pair'), 'route', {
        destination: '10.9.0.0/16',
        network: new NetworkObject(fmc, 'far', { value: '10.9.0.0/16' }),
        gateway: '10.0.0.2',
        interface: tunnel(fmc),
      });
      return s;
    };

    test('may be a tunnel of a firewall, by which routes leave under its logical name', () => {
      const s = routeBy((fmc) => TunnelInterface.fromExisting(fmc.ftd('pair'), 'tunnel', 'Tunnel7', 'vti-pune'));
      const tunnel = externalsOf(s).find(({ title }) => title.startsWith('tunnel'));
      expect(tunnel).toMatchObject({
        title: 'tunnel interface pair/Tunnel7',
        content: { collection: 'devices/devicerecords/{devicerecords:pair}/virtualtunnelinterfaces' },
      });
      const route = s.manifest.targets[0]!.desired.items.find(({ kind }) => kind === 'static-route')!;
      expect(route.name).toBe('pair/far@vti-pune');
      expect(JSON.stringify(route.content)).toContain('"#interfaceName":"vti-pune"');
    });
    test('is refused without that name, and without its firewall', () => {
      const messages = (s: library.VpnStack) => s.problems.map(({ message }) => message);
      expect(messages(routeBy((fmc) => TunnelInterface.fromExisting(fmc.ftd('pair'), 'tunnel', 'Tunnel7')))).toEqual([
        'interface: its logical name is not known here: give it to TunnelInterface.fromExisting, behind the name',
      ]);
      expect(messages(routeBy((fmc) => TunnelInterface.fromExisting(fmc, 'tunnel', 'Tunnel7', 'vti')))).toEqual([
        'a tunnel of an FMC belongs to a firewall',
      ]);
    });
    test('may be a connection profile of a policy', () => {
      const s = stack();
      const fmc = fmcIn(s);
      const policy = RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF');
      new RaCertificateMapping(fmc, 'mapping', {
        policy,
        mappings: [
          {
            map: CertificateMap.fromExisting(fmc, 'map', 'STAFF-MAP'),
            profile: RaConnectionProfile.fromExisting(fmc, 'profile', 'STAFF-PROFILE', policy),
          },
        ],
      });
      expect(externalsOf(s).find(({ title }) => title.includes('STAFF-PROFILE'))).toMatchObject({
        content: { collection: 'policy/ravpns/{ravpns:STAFF}/connectionprofiles' },
      });
    });
  });

  test('may be an entry of a crypto map, and a dynamic map', () => {
    const s = stack();
    const asa = asaIn(s);
    const last = new CryptoMapEntry(asa, 'clients', {
      map: 'outside_map',
      sequence: 65535,
      dynamic: DynamicMap.fromExisting(asa, 'dynamic', 'CLIENTS'),
    });
    new CryptoMap(asa, 'map', {
      name: 'outside_map',
      interfaces: ['outside'],
      entries: [CryptoMapEntry.fromExisting(asa, 'pune', 'outside_map/10'), last],
    });
    expect(externalsOf(s)).toMatchObject([
      { title: 'dynamic crypto map CLIENTS', content: { header: 'crypto dynamic-map CLIENTS' } },
      { title: 'crypto map entry outside_map/10', content: { header: 'crypto map outside_map 10' } },
    ]);
  });

  test('may be a phone of a Duo account', () => {
    const s = stack();
    const account = new DuoAccount(s, 'duo', {
      host: 'api-00000000.duosecurity.com',
      integrationKey: 'DIXXXXXXXXXXXXXXXXXX',
      secretKey: Secret.fromEnv('DUO'),
    });
    new DuoUser(account, 'asha', { phones: [DuoPhone.fromExisting(account, 'phone', '+15551234567')] });
    expect(externalsOf(s)).toMatchObject([{ content: { collection: 'admin/v1/phones', name: '+15551234567' } }]);
  });
});
