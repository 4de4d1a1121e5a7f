// Imported from edge-pune.cfg. It reads these environment variables:
//   EDGE_PUNE_USERNAME
//   EDGE_PUNE_PASSWORD
import {
  AaaAuthenticationList,
  AaaNewModel,
  AccessList,
  CertTrustpoint,
  CertificateMap,
  HttpServer,
  IkeV2Global,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IosXeRouter,
  IpsecGlobal,
  IpsecProfile,
  IpsecTransformSet,
  LocalUser,
  Logging,
  Login,
  LoopbackInterface,
  NtpServers,
  StaticRoute,
  TunnelInterface,
  Vrf,
  type Construct,
} from 'tunnelwright';

/** What edge-pune has. */
export const declareEdgePune = (scope: Construct): void => {
  // The name or the address at which SSH reaches it: correct it where it is another.
  const edgePune = new IosXeRouter(scope, 'edge-pune', {
    host: 'edge-pune',
    release: '17.9',
    login: Login.fromEnv('EDGE_PUNE'),
  });

  const netops = LocalUser.fromExisting(edgePune, 'netops', 'netops');

  new AccessList(edgePune, 'NAT', {
    entries: [
      { sequence: 10, remark: 'the tunnel is not translated' },
      { sequence: 10, action: 'deny', protocol: 'ip', source: '10.20.0.0/16', destination: '10.30.0.0/15' },
      { sequence: 20, action: 'permit', protocol: 'ip', source: '10.20.0.0/16', destination: 'any' },
    ],
  });
  new AccessList(edgePune, 'OUTSIDE-IN', {
    entries: [
      {
        action: 'permit',
        protocol: 'udp',
        source: '203.0.113.93',
        destination: '198.51.100.10',
        destinationPort: 'eq isakmp',
      },
      {
        action: 'permit',
        protocol: 'udp',
        source: '203.0.113.93',
        destination: '198.51.100.10',
        destinationPort: 'eq non500-isakmp',
      },
      { action: 'permit', protocol: 'esp', source: '203.0.113.93', destination: '198.51.100.10' },
      { action: 'permit', protocol: 'icmp', source: 'any', destination: '198.51.100.10' },
      { action: 'deny', protocol: 'ip', source: 'any', destination: 'any', options: 'log' },
    ],
  });

  new AaaNewModel(edgePune, 'aaa', { sessionId: 'common', fallback: netops });
  new AaaAuthenticationList(edgePune, 'default', { methods: ['local'] });
  // Not managed: local-user netops, line 75: what the device shows of its secret, like a hash, cannot be compared, and
  //   a first plan would set it anew.

  const caInternal = new CertTrustpoint(edgePune, 'CA-INTERNAL', {
    enrollment: { type: 'url', url: 'http://ca.example.net:80' },
    fqdn: 'edge-pune.example.net',
    subjectName: 'CN=edge-pune.example.net,OU=WAN,O=Example Net',
    subjectAltName: 'edge-pune.example.net',
    sourceInterface: 'GigabitEthernet0/0/0',
    revocationCheck: ['crl'],
    rsaKeypair: { label: 'EDGE-PUNE', bits: 3072 },
    autoEnroll: { percent: 80, regenerate: true },
    hash: 'sha256',
  });
  const certificateMapDatacentre = new CertificateMap(edgePune, 'DATACENTRE-certificate-map', {
    name: 'DATACENTRE',
    alternatives: [
      {
        sequence: 10,
        rules: [
          { field: 'issuer-name', operator: 'co', value: 'cn = example net issuing ca' },
          { field: 'subject-name', operator: 'co', value: 'ou = datacentre' },
        ],
      },
    ],
  });
  // Not managed: cert-trustpoint TP-self-signed-2740184410, lines 54-58: the device makes it by itself.

  const ikeV2ProposalAesGcm = new IkeV2Proposal(edgePune, 'AES-GCM-ikev2-proposal', {
    name: 'AES-GCM',
    encryption: ['aes-gcm-256'],
    prf: ['sha384'],
    group: [19, 20],
  });
  new IkeV2Policy(edgePune, 'DATACENTRE-ikev2-policy', {
    name: 'DATACENTRE',
    localAddresses: ['198.51.100.10'],
    proposals: [ikeV2ProposalAesGcm],
  });
  const ikeV2ProfileDatacentre = new IkeV2Profile(edgePune, 'DATACENTRE-ikev2-profile', {
    name: 'DATACENTRE',
    matchCertificates: [certificateMapDatacentre],
    identityLocal: { type: 'dn' },
    authenticationRemote: ['rsa-sig'],
    authenticationLocal: 'rsa-sig',
    trustpoints: [caInternal],
    lifetime: 28800,
    dpd: { interval: 30, retry: 5, mode: 'on-demand' },
  });
  new IkeV2Global(edgePune, 'ikev2-global', { fragmentation: { mtu: 1300 } });

  const ipsecTransformSetAesGcm = new IpsecTransformSet(edgePune, 'AES-GCM-ipsec-transform-set', {
    name: 'AES-GCM',
    encryption: 'aes-gcm-256',
  });
  new IpsecGlobal(edgePune, 'ipsec-global', { fragmentation: 'after-encryption' });
  const ipsecProfileDatacentre = new IpsecProfile(edgePune, 'DATACENTRE-ipsec-profile', {
    name: 'DATACENTRE',
    transformSets: [ipsecTransformSetAesGcm],
    pfs: 19,
    ikev2Profile: ikeV2ProfileDatacentre,
  });

  new Vrf(edgePune, 'GUEST', { rd: '65010:20' });
  new LoopbackInterface(edgePune, 'Loopback0', { description: 'router id', address: '10.255.20.1/32' });
  const tunnel10 = new TunnelInterface(edgePune, 'Tunnel10', {
    description: 'to the data centre',
    address: '10.58.1.1/30',
    ipMtu: 1400,
    tcpMss: 1360,
    source: 'GigabitEthernet0/0/0',
    destination: '203.0.113.93',
    pathMtuDiscovery: true,
    protection: ipsecProfileDatacentre,
  });
  new StaticRoute(edgePune, '0.0.0.0-0@198.51.100.9', { destination: '0.0.0.0/0', gateway: '198.51.100.9' });
  new StaticRoute(edgePune, '10.30.0.0-16@Tunnel10', {
    destination: '10.30.0.0/16',
    interface: tunnel10,
    label: 'datacentre',
  });
  new StaticRoute(edgePune, '10.31.0.0-16@Tunnel10', { destination: '10.31.0.0/16', interface: tunnel10 });

  new Logging(edgePune, 'logging', { buffered: { size: 65536, level: 'informational' } });
  new HttpServer(edgePune, 'http-server', { server: false, secureServer: true });
  new NtpServers(edgePune, 'ntp', { source: 'Loopback0', servers: ['10.30.0.123', '10.30.0.124'] });

  // 58 other lines of the file belong to no object of this program and stay as they are.
};
