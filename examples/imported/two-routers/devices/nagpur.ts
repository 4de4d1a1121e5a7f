// Imported from nagpur.cfg. It reads these environment variables:
//   NAGPUR_USERNAME
//   NAGPUR_PASSWORD
//   NAGPUR_NAGPUR_SURAT_SURAT_KEY
import {
  HttpServer,
  IkeV2Keyring,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IosXeRouter,
  IpsecProfile,
  IpsecTransformSet,
  Login,
  NtpServers,
  Secret,
  StaticRoute,
  TunnelInterface,
  type Construct,
} from 'tunnelwright';

/** What nagpur has. */
export const declareNagpur = (scope: Construct): void => {
  // The name or the address at which SSH reaches it: correct it where it is another.
  const nagpur = new IosXeRouter(scope, 'nagpur', { host: 'nagpur', release: '17.12', login: Login.fromEnv('NAGPUR') });

  const branches = new IkeV2Proposal(nagpur, 'BRANCHES-ikev2-proposal', {
    name: 'BRANCHES',
    encryption: ['aes-gcm-256'],
    prf: ['sha384'],
    group: [19],
  });
  new IkeV2Policy(nagpur, 'BRANCHES-ikev2-policy', { name: 'BRANCHES', proposals: [branches] });
  const ikeV2KeyringNagpurSurat = new IkeV2Keyring(nagpur, 'NAGPUR-SURAT-ikev2-keyring', {
    name: 'NAGPUR-SURAT',
    peers: [{ name: 'surat', address: '203.0.113.130', key: Secret.fromEnv('NAGPUR_NAGPUR_SURAT_SURAT_KEY') }],
  });
  const ikeV2ProfileNagpurSurat = new IkeV2Profile(nagpur, 'NAGPUR-SURAT-ikev2-profile', {
    name: 'NAGPUR-SURAT',
    matchRemoteAddresses: ['203.0.113.130'],
    identityLocal: { type: 'address', address: '198.51.100.66' },
    authenticationRemote: ['pre-share'],
    authenticationLocal: 'pre-share',
    keyring: ikeV2KeyringNagpurSurat,
    lifetime: 28800,
    dpd: { interval: 10, retry: 2, mode: 'on-demand' },
  });

  const aesGcm = new IpsecTransformSet(nagpur, 'AES-GCM', { encryption: 'aes-gcm-256' });
  const ipsecProfileNagpurSurat = new IpsecProfile(nagpur, 'NAGPUR-SURAT-ipsec-profile', {
    name: 'NAGPUR-SURAT',
    transformSets: [aesGcm],
    pfs: 19,
    ikev2Profile: ikeV2ProfileNagpurSurat,
  });

  const tunnel1 = new TunnelInterface(nagpur, 'Tunnel1', {
    address: '10.58.9.1/30',
    source: 'GigabitEthernet1',
    destination: '203.0.113.130',
    protection: ipsecProfileNagpurSurat,
  });
  new StaticRoute(nagpur, '0.0.0.0-0@GigabitEthernet1,198.51.100.65', {
    destination: '0.0.0.0/0',
    interface: 'GigabitEthernet1',
    gateway: '198.51.100.65',
  });
  new StaticRoute(nagpur, '10.61.1.0-24@Tunnel1', { destination: '10.61.1.0/24', interface: tunnel1 });

  new HttpServer(nagpur, 'http-server', { server: true, secureServer: true });
  new NtpServers(nagpur, 'ntp', { servers: ['192.0.2.123'] });

  // Not managed: aaa, line 10: newModel: false is not a valid value here: write true.
  // Not managed: local-user netops, line 14: the device keeps a hash of its secret, and a first plan would set the
  //   secret <secret:other>

  // 20 other lines of the file belong to no object of this program and stay as they are.
};
