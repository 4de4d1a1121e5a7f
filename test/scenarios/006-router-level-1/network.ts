import {
  CertificateMap,
  CertTrustpoint,
  ConfigArchive,
  IkeV2Keyring,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IpsecProfile,
  IpsecTransformSet,
  NtpServers,
  Secret,
  StaticRoute,
  TunnelInterface,
  type IosXeRouter,
} from 'tunnelwright';
import { edge, type Scenario, type Variant } from '../../support/scenario';

const proofs = (here: IosXeRouter) => ({
  trustpoint: new CertTrustpoint(here, 'trustpoint', {
    name: 'PARTNER-CA',
    enrollment: { type: 'url', url: 'http://ca.example.net:80/certsrv/mscep/mscep.dll' },
    subjectName: 'cn=edge.example.net,o=Example',
    fqdn: 'edge.example.net',
    revocationCheck: ['ocsp', 'none'],
    rsaKeypair: { label: 'PARTNER-KEY', bits: 3072 },
  }),
  pasted: new CertTrustpoint(here, 'pasted', { name: 'PASTED-CA', enrollment: { type: 'terminal' } }),
  map: new CertificateMap(here, 'map', {
    name: 'PARTNERS',
    sequence: 20,
    rules: [
      { field: 'subject-name', operator: 'co', value: 'o = partner' },
      { field: 'issuer-name', operator: 'ne', value: 'cn = old authority' },
    ],
  }),
  keyring: new IkeV2Keyring(here, 'keyring', {
    name: 'LEGACY-KEYS',
    peers: [
      {
        name: 'legacy-1',
        description: 'the old warehouse',
        address: '203.0.113.200',
        localKey: Secret.fromEnv('LEGACY_LOCAL'),
        remoteKey: Secret.fromEnv('LEGACY_REMOTE'),
      },
      {
        name: 'legacy-2',
        address: '203.0.113.201',
        localKey: Secret.fromEnv('LEGACY_LOCAL'),
        remoteKey: Secret.fromEnv('LEGACY_LOCAL'),
      },
    ],
  }),
});

const offers = (here: IosXeRouter): void => {
  const gcm = new IkeV2Proposal(here, 'gcm', {
    name: 'GCM',
    encryption: ['aes-gcm-256', 'aes-gcm-128'],
    prf: ['sha512', 'sha384'],
    group: [21, 20, 19],
  });
  const cbc = new IkeV2Proposal(here, 'cbc', {
    name: 'CBC',
    encryption: ['aes-cbc-256', 'aes-cbc-128'],
    integrity: ['sha384', 'sha256'],
    group: [14],
  });
  new IkeV2Policy(here, 'policy', {
    name: 'OFFER',
    proposals: [gcm, cbc],
    localAddresses: ['198.51.100.10'],
  });
};

const protection = (here: IosXeRouter, variant: Variant): IpsecProfile => {
  const { trustpoint, pasted, map, keyring } = proofs(here);
  offers(here);
  const profile = new IkeV2Profile(here, 'profile', {
    name: 'PARTNERS',
    description: 'partners with certificates, and two old sites with keys',
    matchRemoteAddresses: ['203.0.113.200', '203.0.113.201'],
    matchRemoteFqdns: ['hub.partner.example'],
    matchCertificates: [map],
    identityLocal: { type: 'fqdn', fqdn: 'edge.example.net' },
    authenticationRemote: ['rsa-sig', 'pre-share'],
    authenticationLocal: 'rsa-sig',
    keyring,
    trustpoints: [trustpoint, pasted],
    lifetime: 43200,
    dpd: { interval: variant === 'edited' ? 20 : 30, retry: 5, mode: 'periodic' },
  });
  const gcm = new IpsecTransformSet(here, 'esp-gcm', { name: 'ESP-GCM', encryption: 'aes-gcm-256', mode: 'tunnel' });
  const cbc = new IpsecTransformSet(here, 'esp-cbc', {
    name: 'ESP-CBC',
    encryption: 'aes-cbc-256',
    integrity: 'sha256',
    mode: 'transport',
  });
  return new IpsecProfile(here, 'ipsec-profile', {
    name: 'PARTNERS',
    description: 'both ways',
    transformSets: [gcm, cbc],
    lifetimeSeconds: 7200,
    lifetimeKilobytes: 100000,
    pfs: 20,
    ikev2Profile: profile,
  });
};

/** Every construct of level 1 that a router knows, with all that it takes. */
export const scenario: Scenario = {
  title: 'every level-1 construct of a router',
  secrets: { LEGACY_LOCAL: 'Hb5^pelican|waffle~2', LEGACY_REMOTE: 'Kt6_gazelle{bagel}4' },
  declare: (stack, variant) => {
    const here = edge(stack);
    if (variant === 'nothing') return;
    new ConfigArchive(here, 'archive', { path: 'bootflash:archive', maximum: 14 });
    if (variant !== 'less') new NtpServers(here, 'ntp', { servers: ['192.0.2.124', 'time.example.net'] });
    const tunnel = new TunnelInterface(here, 'tunnel', {
      name: 'Tunnel42',
      description: 'partners, by default route',
      address: '10.61.0.1/30',
      ipMtu: 1400,
      tcpMss: 1360,
      source: 'GigabitEthernet0/0',
      destination: '203.0.113.200',
      protection: protection(here, variant),
    });
    if (variant === 'less') return;
    new StaticRoute(here, 'route', { destination: '10.70.0.0/16', interface: tunnel, distance: 20 });
  },
  edits: ['edge update ikev2-profile/PARTNERS'],
  deletes: ['edge delete static-route/10.70.0.0/16@Tunnel42', 'edge delete ntp-servers/ntp'],
};
