/** Three headends for remote users, each with a certificate, and what those who dial in to them read. */
import {
  AaaAuthenticationList,
  AaaServer,
  AaaServerGroup,
  AccessList,
  AddressPool,
  AsaRemoteAccess,
  CertificateMap,
  CertTrustpoint,
  ClientAuth,
  ClientAuthorization,
  ClientFiles,
  CryptoSuite,
  FlexVpnRemoteAccess,
  LocalUser,
  NetworkObject,
  RadiusAuthorization,
  RaVpnPolicy,
  Secret,
  SecurityZone,
  StrongSwanClient,
  type StrongSwanClientProps,
  type VpnStack,
} from 'tunnelwright';
import { asa, edge, fmc } from '../../support/scenario';

export const secrets = {
  JUDGE_JOE: 'Wd8,ibex"scone:1',
  JUDGE_ANN: 'not-asked-for-7',
  JUDGE_RADIUS: 'Kd7-lantern-violet-6',
};
export const radiusServer = 'radius.example.net';
const suite = CryptoSuite.aes256Gcm({ group: 20 });
const key = Secret.fromEnv('JUDGE_RADIUS');
type Headend = StrongSwanClientProps['headend'];

const router = (stack: VpnStack): readonly [users: Headend, staff: Headend] => {
  const device = edge(stack);
  new LocalUser(device, 'admin', { privilege: 15, secret: key });
  new AaaAuthenticationList(device, 'default', { methods: ['local'] });
  const trustpoint = new CertTrustpoint(device, 'VPN', {
    enrollment: { type: 'terminal' },
    subjectName: 'cn=vpn.example.net',
  });
  const servers = new AaaServerGroup(device, 'radius', { privateServers: [{ address: '10.20.0.9', key }] });
  const users = new FlexVpnRemoteAccess(device, 'users', {
    suite,
    trustpoint: 'VPN',
    authentication: ClientAuth.withEap(servers),
    match: { keyIds: ['acvpn'] },
    gateway: '10.77.0.1/32',
    authorization: ClientAuthorization.byRouter([
      {
        name: 'acvpn',
        pool: { from: '10.99.0.10', to: '10.99.0.20' },
        dns: ['10.20.0.53'],
        networks: ['10.20.0.0/16'],
      },
    ]),
  });
  const map = new CertificateMap(device, 'of-staff', {
    rules: [{ field: 'subject-name', operator: 'co', value: 'ou = staff' }],
  });
  const staff = new FlexVpnRemoteAccess(device, 'staff', {
    suite,
    trustpoint: 'VPN',
    authentication: ClientAuth.withCertificate(),
    match: { certificates: [map] },
    template: 'Virtual-Template2',
    unnumbered: 'Loopback1',
    authorization: ClientAuthorization.byRouter([
      {
        name: 'staff',
        pool: { from: '10.98.0.10', to: '10.98.0.20' },
        dns: ['10.21.0.53', '10.21.0.54'],
        networks: ['10.21.0.0/16'],
      },
    ]),
  });
  const [first, second] = [users, staff].map(({ protection }) => ({
    proposals: [protection!.proposal],
    transformSets: [protection!.transformSet],
    trustpoint,
  }));
  return [first!, second!];
};

const firewall = (stack: VpnStack): readonly [users: Headend, staff: Headend] => {
  const device = asa(stack);
  new CertTrustpoint(device, 'VPN', { enrollment: { type: 'terminal' }, subjectName: 'CN=asa.example.net' });
  const ise = new AaaServer(device, 'ISE', { hosts: [{ interface: 'inside', host: '10.62.97.21', key }] });
  const common = { suite, trustpoint: 'VPN', interface: 'outside' };
  const users = new AsaRemoteAccess(device, 'users', {
    ...common,
    authentication: ClientAuth.withEap(ise),
    pool: { from: '10.97.0.10', to: '10.97.0.20', mask: '255.255.255.0' },
    networks: ['10.62.0.0/16', '10.63.4.0/22'],
    dns: ['10.62.0.53'],
  });
  const staff = new AsaRemoteAccess(device, 'staff', {
    ...common,
    authentication: ClientAuth.withCertificate(),
    pool: { from: '10.96.0.10', to: '10.96.0.20', mask: '255.255.255.0' },
    networks: ['10.64.0.0/16'],
    dns: ['10.64.0.53'],
  });
  return [users.headend, staff.headend];
};

const managed = (stack: VpnStack): Headend => {
  const center = fmc(stack, { version: '7.7.0' });
  const trustpoint = new CertTrustpoint(center, 'VPN', {
    enrollment: { type: 'url', url: 'http://ca.example.net/scep' },
    subjectName: 'cn=ftd.example.net',
    fqdn: 'none',
  });
  const pool = new AddressPool(center, 'pool', {
    ranges: [{ from: '10.95.0.10', to: '10.95.0.20' }],
    mask: '255.255.255.0',
  });
  const list = new AccessList(center, 'split', {
    type: 'standard',
    entries: [{ action: 'permit', source: '10.70.0.0/16' }],
  });
  const server = new NetworkObject(center, 'dns', { value: '10.70.0.53' });
  const { proposal, ipsecProposal } = new RaVpnPolicy(center, 'RA', {
    transport: 'ipsec-ikev2',
    suite: CryptoSuite.nsa(),
    certificate: trustpoint,
    zones: [SecurityZone.fromExisting(center, 'outside', 'outside-zone')],
    groups: [
      {
        name: 'staff',
        authentication: 'certificate',
        ipv4Pools: [pool],
        group: { splitTunnel: { ipv4: 'tunnel-specified', list }, dnsServers: [server] },
      },
    ],
    devices: [center.ftd('branch-ftd')],
  });
  return { proposals: [proposal!], transformSets: [ipsecProposal!], trustpoint };
};

/** Declares them all: the files lie in two folders. */
export const declareDialIn = (stack: VpnStack, clientFiles: string, radiusFiles: string): void => {
  const [users, staff] = router(stack);
  const [asaUsers, asaStaff] = firewall(stack);
  const ftd = managed(stack);
  const files = new ClientFiles(stack, 'clients', { folder: clientFiles });
  const joe = { method: 'eap', type: 'mschapv2', user: 'joe', password: Secret.fromEnv('JUDGE_JOE') } as const;
  const ann = {
    method: 'eap',
    type: 'tls',
    user: 'ann@example.net',
    certificate: 'ann.pem',
    serverName: radiusServer,
  } as const;
  const certificate = { method: 'pubkey', certificate: 'joe.pem' } as const;
  const at = { address: '10.66.0.1' };
  const ends = [
    ['router-password', users, 'CN=vpn.example.net', { ...joe, identity: 'keyid:acvpn' }, ['10.20.0.0/16']],
    ['router-tls', users, 'CN=vpn.example.net', { ...ann, identity: 'keyid:acvpn' }, ['10.20.0.0/16']],
    ['router-certificate', staff, 'CN=vpn.example.net', certificate, ['10.21.0.0/16']],
    ['asa-password', asaUsers, 'CN=asa.example.net', joe, undefined],
    ['asa-tls', asaUsers, 'CN=asa.example.net', ann, undefined],
    ['asa-certificate', asaStaff, 'CN=asa.example.net', certificate, undefined],
    ['ftd-certificate', ftd, 'CN=ftd.example.net', certificate, undefined],
  ] as const;
  for (const [id, headend, remoteId, authentication, networks] of ends)
    new StrongSwanClient(files, id, { ...at, headend, remoteId, authentication, networks: networks && [...networks] });
  new RadiusAuthorization(new ClientFiles(stack, 'radius', { folder: radiusFiles }), 'users', {
    entries: [
      { name: 'joe', password: Secret.fromEnv('JUDGE_JOE'), attributes: { framedIpAddress: '10.99.0.77' } },
      { name: 'ann@example.net', password: Secret.fromEnv('JUDGE_ANN') },
    ],
  });
};
