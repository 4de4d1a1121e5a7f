// Imported from vpn-delhi.cfg. It reads these environment variables:
//   VPN_DELHI_USERNAME
//   VPN_DELHI_PASSWORD
//   VPN_DELHI_ISE_10_30_0_11_KEY
//   VPN_DELHI_ISE_10_30_0_12_KEY
//   VPN_DELHI_198_51_100_40_IPSEC_REMOTE_KEY
//   VPN_DELHI_198_51_100_40_IPSEC_LOCAL_KEY
import {
  AaaServer,
  AccessList,
  AsaFirewall,
  AsaGroupPolicy,
  CertTrustpoint,
  CryptoMapEntry,
  CryptoSuite,
  IpsecTransformSet,
  Login,
  NatExemptionRule,
  NetworkObject,
  RemoteAccess,
  Secret,
  StaticRoute,
  TunnelGroup,
  type Construct,
} from 'tunnelwright';

/** What vpn-delhi has. */
export const declareVpnDelhi = (scope: Construct): void => {
  // The name or the address at which SSH reaches it: correct it where it is another.
  const vpnDelhi = new AsaFirewall(scope, 'vpn-delhi', {
    host: 'vpn-delhi',
    release: '9.18.4',
    login: Login.fromEnv('VPN_DELHI'),
  });

  const delhiLan = new NetworkObject(vpnDelhi, 'DELHI-LAN', { value: '10.30.0.0/16' });
  const staffVpn = new NetworkObject(vpnDelhi, 'STAFF-VPN', { value: '10.77.0.0/22' });
  const mumbaiLan = new NetworkObject(vpnDelhi, 'MUMBAI-LAN', { value: '10.40.0.0/16' });
  // Not managed: network-object DELHI-LAN, lines 53-54: a second block of it: no property writes `nat (inside,outside)
  //   dynamic interface`.

  new AccessList(vpnDelhi, 'OUTSIDE-IN', {
    entries: [
      { action: 'permit', protocol: 'tcp', source: 'any', destination: delhiLan, destinationPort: 'object-group WEB' },
      { action: 'deny', protocol: 'ip', source: 'any', destination: 'any', options: 'log' },
    ],
  });
  const split = new AccessList(vpnDelhi, 'SPLIT', {
    type: 'standard',
    entries: [
      { remark: 'what staff reach through the tunnel' },
      { action: 'permit', source: '10.30.0.0/16' },
      { action: 'permit', source: '10.40.0.0/16' },
    ],
  });
  const accessListToMumbai = new AccessList(vpnDelhi, 'TO-MUMBAI-access-list', {
    name: 'TO-MUMBAI',
    entries: [{ action: 'permit', protocol: 'ip', source: delhiLan, destination: mumbaiLan }],
  });

  const ise = new AaaServer(vpnDelhi, 'ISE', {
    dynamicAuthorization: true,
    hosts: [
      {
        interface: 'inside',
        host: '10.30.0.11',
        key: Secret.fromEnv('VPN_DELHI_ISE_10_30_0_11_KEY'),
        authenticationPort: 1812,
        accountingPort: 1813,
      },
      {
        interface: 'inside',
        host: '10.30.0.12',
        key: Secret.fromEnv('VPN_DELHI_ISE_10_30_0_12_KEY'),
        authenticationPort: 1812,
        accountingPort: 1813,
      },
    ],
  }).addRawLines('aaa-server ISE protocol radius', ' interim-accounting-update periodic 24');
  // Not managed: local-user netops, line 135: what the device shows of its secret, like a hash, cannot be compared, and
  //   a first plan would set it anew.

  new CertTrustpoint(vpnDelhi, 'VPN-EXAMPLE-NET', {
    enrollment: { type: 'terminal' },
    fqdn: 'vpn.example.net',
    subjectName: 'CN=vpn.example.net,O=Example Net',
    rsaKeypair: { label: 'VPN-EXAMPLE-NET' },
  });

  const aesGcm = new IpsecTransformSet(vpnDelhi, 'AES-GCM', { encryption: 'aes-gcm-256' });
  const aesCbc = new IpsecTransformSet(vpnDelhi, 'AES-CBC', {
    encryption: 'aes-cbc-256',
    integrity: 'sha512',
    furtherIntegrity: ['sha256'],
  });
  new CryptoMapEntry(vpnDelhi, 'outside_map-10', {
    map: 'outside_map',
    sequence: 10,
    match: accessListToMumbai,
    pfs: 19,
    peers: ['198.51.100.40'],
    proposals: [aesGcm, aesCbc],
    lifetimeSeconds: 3600,
  });

  new StaticRoute(vpnDelhi, '0.0.0.0-0@outside,203.0.113.17', {
    destination: '0.0.0.0/0',
    gateway: '203.0.113.17',
    interface: 'outside',
  });

  const asaGroupPolicyToMumbai = new AsaGroupPolicy(vpnDelhi, 'TO-MUMBAI-asa-group-policy', {
    name: 'TO-MUMBAI',
    tunnelProtocols: ['ikev2'],
  });
  new TunnelGroup(vpnDelhi, '198.51.100.40', {
    type: 'ipsec-l2l',
    general: { defaultGroupPolicy: asaGroupPolicyToMumbai },
    ipsec: {
      keepAlive: { threshold: 30, retry: 5 },
      remoteKey: Secret.fromEnv('VPN_DELHI_198_51_100_40_IPSEC_REMOTE_KEY'),
      localKey: Secret.fromEnv('VPN_DELHI_198_51_100_40_IPSEC_LOCAL_KEY'),
    },
  });

  new NatExemptionRule(vpnDelhi, 'inside-outside-DELHI-LAN-STAFF-VPN', {
    inside: 'inside',
    outside: 'outside',
    networks: delhiLan,
    peers: staffVpn,
  });
  new NatExemptionRule(vpnDelhi, 'inside-outside-DELHI-LAN-MUMBAI-LAN', {
    inside: 'inside',
    outside: 'outside',
    networks: delhiLan,
    peers: mumbaiLan,
  });

  new RemoteAccess(scope, 'STAFF', {
    headend: vpnDelhi,
    suite: new CryptoSuite({
      ike: { encryption: ['aes-gcm-256'], group: [20, 19], prf: ['sha384'], lifetime: 28800 },
      esp: { encryption: 'aes-gcm-256' },
    }),
    trustpoint: 'VPN-EXAMPLE-NET',
    interface: 'outside',
    authentication: ise,
    pool: { name: 'STAFF-POOL', from: '10.77.0.10', to: '10.77.3.250', mask: '255.255.252.0' },
    networks: split,
    dns: ['10.30.0.53'],
    domain: 'example.net',
    group: { idleTimeout: 30, banner: 'Authorised use only.', simultaneousLogins: 2 },
    transport: 'ipsec-ikev2-and-ssl',
    clientServices: true,
    clientImages: [{ file: 'disk0:/cisco-secure-client-win-5.1.4.74-webdeploy-k9.pkg', order: 1 }],
    clientProfile: { name: 'STAFF', file: 'disk0:/staff.xml' },
    accounting: ise,
    aliases: ['Staff'],
    urls: ['https://vpn.example.net/staff'],
    reverseRoute: true,
    names: { policy: '10', transformSet: 'AES-GCM', dynamicMap: 'CLIENTS', dynamicSequence: 65535 },
  });

  // 52 other lines of the file belong to no object of this program and stay as they are.
};
