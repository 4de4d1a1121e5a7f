import {
  AaaAuthenticationList,
  AaaServer,
  AaaServerGroup,
  AddressPool,
  AsaFirewall,
  AsaRemoteAccess,
  CertTrustpoint,
  ClientAuth,
  ClientAuthorization,
  ClientProfileDownload,
  CryptoSuite,
  DuoProxy,
  DuoProxyHost,
  FlexVpnRemoteAccess,
  Fmc,
  IosXeRouter,
  IseIdentityGroup,
  IseServer,
  LocalAuthorization,
  LocalUser,
  Login,
  PrimaryAuth,
  RadiusServer,
  RaVpnPolicy,
  RemoteAccess,
  Secret,
  SecurityZone,
} from 'tunnelwright';
import { inStack, on, type Examples } from '../example';

export const remoteAccessPatterns: Examples = {
  RemoteAccess: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', {
      host: '192.0.2.1',
      release: '17.12',
      login: Login.fromEnv('EDGE'),
      aaaNewModel: 'on',
    });
    const proxy = new DuoProxyHost(stack, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
    const ise = new IseServer(stack, 'ise', { host: 'ise.example.net', login: Login.fromEnv('ISE') });
    const engineers = new IseIdentityGroup(ise, 'engineers', { name: 'VPN engineers' });
    // A password that ISE checks, and then a push of Duo.
    const duo = new DuoProxy(stack, 'duo', {
      hosts: [proxy],
      application: {
        ikey: 'DIABCDEFGHIJKLMNOPQR',
        skey: Secret.fromEnv('DUO_SKEY'),
        apiHost: 'api-lab.duosecurity.com',
      },
      primary: PrimaryAuth.radius(['192.0.2.21'], Secret.fromEnv('ISE_SECRET')),
    });
    new RemoteAccess(stack, 'staff', {
      headend: edge,
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'CA-INTERNAL',
      authentication: { duo, from: '10.20.0.1', secret: Secret.fromEnv('EDGE_SECRET') },
      pool: { from: '10.61.0.1', to: '10.61.0.100' },
      sessions: 100,
      networks: ['10.20.0.0/16'],
      dns: ['10.20.0.53'],
      unnumbered: 'GigabitEthernet0/0',
      // What ISE says of them is made with the rest: without `ise` it is kept by others.
      ise: {
        server: ise,
        callers: ['192.0.2.97'],
        secret: Secret.fromEnv('ISE_SECRET'),
        users: [{ name: 'Engineers', who: engineers, given: { attributes: { routeSetPrefixes: ['10.20.0.0/16'] } } }],
      },
    });
  }),
  FlexVpnRemoteAccess: on('iosxe', (edge) => {
    // Method lists decide every login from here on: this user is the way in when no server answers.
    new LocalUser(edge, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN_SECRET') });
    new AaaAuthenticationList(edge, 'default', { methods: ['local'] });
    const ise = new RadiusServer(edge, 'ISE-1', {
      address: '192.0.2.21',
      timeout: 60,
      key: Secret.fromEnv('RADIUS_KEY'),
    });
    const servers = new AaaServerGroup(edge, 'ISE', { servers: [ise] });
    new FlexVpnRemoteAccess(edge, 'staff', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'CA-INTERNAL',
      authentication: ClientAuth.withEap(servers),
      match: { keyIds: ['staff'] },
      authorization: ClientAuthorization.byRouter([
        { name: 'staff', pool: { from: '10.61.0.1', to: '10.61.0.100' }, networks: ['10.20.0.0/16'] },
      ]),
      gateway: '10.61.0.254/32',
    });
  }),
  LocalAuthorization: on('iosxe', (edge) => {
    new LocalAuthorization(edge, 'staff', {
      framedPool: 'STAFF-POOL',
      dnsServers: ['10.20.0.53'],
      routeSetPrefixes: ['10.20.0.0/16'],
      interfaceConfig: ['service-policy output STAFF'],
    });
  }),
  ClientProfileDownload: on('iosxe', (edge) => {
    const trustpoint = new CertTrustpoint(edge, 'CA-INTERNAL', {
      enrollment: { type: 'terminal' },
      fqdn: 'vpn.example.net',
      revocationCheck: ['crl'],
    });
    new ClientProfileDownload(edge, 'Staff', {
      profile: { hosts: [{ name: 'Mumbai', address: 'vpn.example.net' }] },
      trustpoint,
      address: '198.51.100.10',
    });
  }),
  AsaRemoteAccess: inStack((stack) => {
    const asa = new AsaFirewall(stack, 'asa', { host: '192.0.2.3', release: '9.18', login: Login.fromEnv('ASA') });
    const ise = new AaaServer(asa, 'ISE', {
      hosts: [{ interface: 'inside', host: '192.0.2.21', key: Secret.fromEnv('RADIUS_KEY'), timeout: 60 }],
    });
    new CertTrustpoint(asa, 'VPN', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
    new AsaRemoteAccess(asa, 'staff', {
      suite: CryptoSuite.aes256Gcm(),
      trustpoint: 'VPN',
      interface: 'outside',
      authentication: ClientAuth.withEap(ise),
      pool: { from: '10.61.0.1', to: '10.61.0.100', mask: '255.255.255.0' },
      dns: ['10.20.0.53'],
      domain: 'example.net',
    });
  }),
  RaVpnPolicy: inStack((stack) => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const server = new RadiusServer(fmc, 'ise-1', { address: '192.0.2.21', timeout: 60, key: Secret.fromEnv('KEY') });
    const servers = new AaaServerGroup(fmc, 'ISE', { servers: [server] });
    const pool = new AddressPool(fmc, 'STAFF-POOL', {
      ranges: [{ from: '10.61.0.1', to: '10.61.0.100' }],
      mask: '255.255.255.0',
    });
    new RaVpnPolicy(fmc, 'staff', {
      suite: CryptoSuite.nsa(),
      certificate: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA-INTERNAL'),
      zones: [SecurityZone.fromExisting(fmc, 'outside', 'outside-zone')],
      groups: [
        { name: 'staff', authentication: 'aaa', server: servers, ipv4Pools: [pool], group: { domain: 'example.net' } },
      ],
      devices: [fmc.ftd('mumbai-pair')],
    });
  }),
  DuoProxy: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', {
      host: '192.0.2.1',
      release: '17.12',
      login: Login.fromEnv('EDGE'),
      aaaNewModel: 'on',
    });
    const proxy = new DuoProxyHost(stack, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
    const duo = new DuoProxy(stack, 'duo', {
      hosts: [proxy],
      application: {
        ikey: 'DIABCDEFGHIJKLMNOPQR',
        skey: Secret.fromEnv('DUO_SKEY'),
        apiHost: 'api-lab.duosecurity.com',
      },
      primary: PrimaryAuth.radius(['192.0.2.21'], Secret.fromEnv('ISE_SECRET')),
    });
    // The router asks the proxy, with the same secret at both, and waits as long as a push takes.
    duo.serverGroup(edge, 'DUO', { from: '10.20.0.1', secret: Secret.fromEnv('EDGE_SECRET') });
  }),
  DuoSections: inStack((stack) => {
    const proxy = new DuoProxyHost(stack, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
    const edge = new IosXeRouter(stack, 'edge', {
      host: '192.0.2.1',
      release: '17.12',
      login: Login.fromEnv('EDGE'),
      aaaNewModel: 'on',
    });
    const duo = new DuoProxy(stack, 'duo', {
      hosts: [proxy],
      application: {
        ikey: 'DIABCDEFGHIJKLMNOPQR',
        skey: Secret.fromEnv('DUO_SKEY'),
        apiHost: 'api-lab.duosecurity.com',
      },
      primary: PrimaryAuth.radius(['192.0.2.21'], Secret.fromEnv('ISE_SECRET')),
    });
    duo.serverGroup(edge, 'DUO', { from: '10.20.0.1', secret: Secret.fromEnv('EDGE_SECRET') });
    duo.on(proxy).server.override({ exemptUsernames: ['breakglass'] });
  }),
};
