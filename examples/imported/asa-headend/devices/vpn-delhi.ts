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
  AddressPool,
  AsaFirewall,
  AsaGroupPolicy,
  CertTrustpoint,
  CryptoMap,
  CryptoMapEntry,
  DynamicMap,
  IkeV2Enable,
  IkeV2Proposal,
  IkeV2RemoteAccess,
  IpsecTransformSet,
  Login,
  NatExemptionRule,
  NetworkObject,
  Secret,
  StaticRoute,
  TunnelGroup,
  Webvpn,
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

  const staffPool = new AddressPool(vpnDelhi, 'STAFF-POOL', {
    ranges: [{ from: '10.77.0.10', to: '10.77.3.250' }],
    mask: '255.255.252.0',
  });
  new AccessList(vpnDelhi, 'OUTSIDE-IN', {
    entries: [
      {
        action: 'permit',
        protocol: 'tcp',
        source: 'any',
        destination: 'object DELHI-LAN',
        destinationPort: 'object-group WEB',
      },
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
    entries: [{ action: 'permit', protocol: 'ip', source: 'object DELHI-LAN', destination: 'object MUMBAI-LAN' }],
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
  // Not managed: local-user netops, line 135: the device keeps a hash of its secret, and a first plan would set it
  //   anew.

  const vpnExampleNet = new CertTrustpoint(vpnDelhi, 'VPN-EXAMPLE-NET', {
    enrollment: { type: 'terminal' },
    fqdn: 'vpn.example.net',
    subjectName: 'CN=vpn.example.net,O=Example Net',
    rsaKeypair: { label: 'VPN-EXAMPLE-NET' },
  });

  new IkeV2Proposal(vpnDelhi, '10', { encryption: ['aes-gcm-256'], group: [20, 19], prf: ['sha384'], lifetime: 28800 });
  new IkeV2Enable(vpnDelhi, 'outside', { clientServices: {} });
  new IkeV2RemoteAccess(vpnDelhi, 'ikev2-remote-access', { trustpoint: vpnExampleNet });

  const aesGcm = new IpsecTransformSet(vpnDelhi, 'AES-GCM', { encryption: 'aes-gcm-256' });
  const aesCbc = new IpsecTransformSet(vpnDelhi, 'AES-CBC', {
    encryption: 'aes-cbc-256',
    integrity: 'sha512',
    furtherIntegrity: ['sha256'],
  });
  const clients = new DynamicMap(vpnDelhi, 'CLIENTS', {
    entries: [{ sequence: 65535, proposals: [aesGcm], reverseRoute: true }],
  });
  const outsideMap10 = new CryptoMapEntry(vpnDelhi, 'outside_map-10', {
    map: 'outside_map',
    sequence: 10,
    match: accessListToMumbai,
    pfs: 19,
    peers: ['198.51.100.40'],
    proposals: [aesGcm, aesCbc],
    lifetimeSeconds: 3600,
  });
  const outsideMap65535 = new CryptoMapEntry(vpnDelhi, 'outside_map-65535', {
    map: 'outside_map',
    sequence: 65535,
    dynamic: clients,
  });
  new CryptoMap(vpnDelhi, 'outside_map', { interfaces: ['outside'], entries: [outsideMap10, outsideMap65535] });

  new StaticRoute(vpnDelhi, '0.0.0.0-0@outside,203.0.113.17', {
    destination: '0.0.0.0/0',
    gateway: '203.0.113.17',
    interface: 'outside',
  });

  new Webvpn(vpnDelhi, 'webvpn', {
    enable: ['outside'],
    anyconnectImages: [{ file: 'disk0:/cisco-secure-client-win-5.1.4.74-webdeploy-k9.pkg', order: 1 }],
    anyconnectProfiles: [{ name: 'STAFF', file: 'disk0:/staff.xml' }],
    anyconnectEnable: true,
    tunnelGroupList: true,
  });
  const asaGroupPolicyToMumbai = new AsaGroupPolicy(vpnDelhi, 'TO-MUMBAI-asa-group-policy', {
    name: 'TO-MUMBAI',
    tunnelProtocols: ['ikev2'],
  });
  const staff = new AsaGroupPolicy(vpnDelhi, 'STAFF-asa-group-policy', {
    name: 'STAFF',
    dnsServers: ['10.30.0.53'],
    simultaneousLogins: 2,
    idleTimeout: 30,
    tunnelProtocols: ['ikev2', 'ssl-client'],
    splitTunnelPolicy: 'tunnelspecified',
    splitTunnelNetworks: split,
    defaultDomain: 'example.net',
    banner: 'Authorised use only.',
    anyconnectProfile: 'STAFF',
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
  new TunnelGroup(vpnDelhi, 'STAFF-tunnel-group', {
    name: 'STAFF',
    type: 'remote-access',
    general: {
      addressPools: [staffPool],
      authenticationServers: ise,
      accountingServers: ise,
      defaultGroupPolicy: staff,
    },
    webvpn: { aliases: ['Staff'], urls: ['https://vpn.example.net/staff'] },
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

  // 53 other lines of the file belong to no object of this program and stay as they are.
};
