// Imported from surat.cfg. It reads these environment variables:
//   SURAT_USERNAME
//   SURAT_PASSWORD
//   SURAT_NAGPUR_SURAT_NAGPUR_KEY
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

/** What surat has. */
export const declareSurat = (scope: Construct): void => {
  // The name or the address at which SSH reaches it: correct it where it is another.
  const surat = new IosXeRouter(scope, 'surat', { host: 'surat', release: '17.12', login: Login.fromEnv('SURAT') });

  const branches = new IkeV2Proposal(surat, 'BRANCHES-ikev2-proposal', {
    name: 'BRANCHES',
    encryption: ['aes-gcm-256'],
    prf: ['sha384'],
    group: [19],
  });
  new IkeV2Policy(surat, 'BRANCHES-ikev2-policy', { name: 'BRANCHES', proposals: [branches] });
  const ikeV2KeyringNagpurSurat = new IkeV2Keyring(surat, 'NAGPUR-SURAT-ikev2-keyring', {
    name: 'NAGPUR-SURAT',
    peers: [{ name: 'nagpur', address: '198.51.100.66', key: Secret.fromEnv('SURAT_NAGPUR_SURAT_NAGPUR_KEY') }],
  });
  const ikeV2ProfileNagpurSurat = new IkeV2Profile(surat, 'NAGPUR-SURAT-ikev2-profile', {
    name: 'NAGPUR-SURAT',
    matchRemoteAddresses: ['198.51.100.66'],
    identityLocal: { type: 'address', address: '203.0.113.130' },
    authenticationRemote: ['pre-share'],
    authenticationLocal: 'pre-share',
    keyring: ikeV2KeyringNagpurSurat,
    lifetime: 28800,
    dpd: { interval: 10, retry: 2, mode: 'on-demand' },
  });

  const aesGcm = new IpsecTransformSet(surat, 'AES-GCM', { encryption: 'aes-gcm-256' });
  const ipsecProfileNagpurSurat = new IpsecProfile(surat, 'NAGPUR-SURAT-ipsec-profile', {
    name: 'NAGPUR-SURAT',
    transformSets: [aesGcm],
    pfs: 19,
    ikev2Profile: ikeV2ProfileNagpurSurat,
  });

  const tunnel1 = new TunnelInterface(surat, 'Tunnel1', {
    address: '10.58.9.2/30',
    source: 'GigabitEthernet1',
    destination: '198.51.100.66',
    protection: ipsecProfileNagpurSurat,
  });
  new StaticRoute(surat, '0.0.0.0-0@GigabitEthernet1,203.0.113.129', {
    destination: '0.0.0.0/0',
    interface: 'GigabitEthernet1',
    gateway: '203.0.113.129',
  });
  new StaticRoute(surat, '10.60.1.0-24@Tunnel1', { destination: '10.60.1.0/24', interface: tunnel1 });

  new HttpServer(surat, 'http-server', { server: true, secureServer: true });
  new NtpServers(surat, 'ntp', { servers: ['192.0.2.123'] });

  // Not managed: aaa, line 10: newModel: false is not a valid value here: write true.
  // Not managed: local-user netops, line 14: the device keeps a hash of its secret, and a first plan would set the
  //   secret <secret:other>

  // 20 other lines of the file belong to no object of this program and stay as they are.
};
