import {
  AccessList,
  AddressPool,
  CertificateMap,
  CertTrustpoint,
  FlexVpnClient,
  IkeV2AuthorizationPolicy,
  IkeV2Cluster,
  IkeV2Enable,
  IkeV2Global,
  IkeV2Keyring,
  IkeV2NameMangler,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IkeV2RemoteAccess,
  InterfaceLines,
  IpsecProfile,
  Secret,
  SkipClient,
  SmartDefaults,
  TunnelInterface,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const ikev2: Examples = {
  IkeV2Proposal: [
    on('iosxe', (edge) => {
      new IkeV2Proposal(edge, 'STRONG', {
        encryption: ['aes-gcm-256'],
        prf: ['sha384'],
        group: [19, 20],
      });
    }),
    on('asa', (asa) => {
      // On an ASA the name is the place among the policies, lowest first.
      new IkeV2Proposal(asa, 'strong', {
        name: '10',
        encryption: ['aes-gcm-256'],
        prf: ['sha384'],
        group: [19, 20],
        lifetime: 28800,
      });
    }),
    on('fmc', (fmc) => {
      const strong = new IkeV2Proposal(fmc, 'strong', {
        encryption: ['aes-gcm-256'],
        prf: ['sha384'],
        group: [19, 20],
      });
      new IkeV2Policy(fmc, 'STRONG', { proposals: [strong], priority: 10 });
    }),
  ],
  IkeV2Policy: [
    on('iosxe', (edge) => {
      const strong = new IkeV2Proposal(edge, 'STRONG', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
      new IkeV2Policy(edge, 'PARTNERS', { proposals: [strong], localAddresses: ['198.51.100.10'] });
    }),
    on('fmc', (fmc) => {
      const strong = new IkeV2Proposal(fmc, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
      new IkeV2Policy(fmc, 'PARTNERS', { proposals: [strong], priority: 5, lifetime: 28800 });
    }),
  ],
  IkeV2Keyring: on('iosxe', (edge) => {
    new IkeV2Keyring(edge, 'PARTNERS', {
      peers: [
        {
          name: 'pune',
          address: '203.0.113.10',
          localKey: Secret.fromEnv('MUMBAI_KEY'),
          remoteKey: Secret.fromEnv('PUNE_KEY'),
        },
      ],
    });
  }),
  IkeV2Profile: on('iosxe', (edge) => {
    const trustpoint = CertTrustpoint.fromExisting(edge, 'ca', 'CA-INTERNAL');
    const subject = new CertificateMap(edge, 'pune-subject', {
      name: 'PUNE',
      rules: [{ field: 'subject-name', operator: 'co', value: 'cn = pune.example.net' }],
    });
    new IkeV2Profile(edge, 'pune', {
      name: 'PUNE',
      matchCertificates: [subject],
      identityLocal: { type: 'dn' },
      authenticationLocal: 'rsa-sig',
      authenticationRemote: ['rsa-sig'],
      trustpoints: [trustpoint],
      lifetime: 28800,
      dpd: { interval: 30, retry: 5, mode: 'on-demand' },
    });
  }),
  IkeV2NameMangler: on('iosxe', (edge) => {
    new IkeV2NameMangler(edge, 'DEPARTMENT', { dn: 'organization-unit' });
  }),
  IkeV2AuthorizationPolicy: on('iosxe', (edge) => {
    const pool = new AddressPool(edge, 'STAFF-POOL', { ranges: [{ from: '10.61.0.1', to: '10.61.0.100' }] });
    const networks = new AccessList(edge, 'STAFF-NETWORKS', {
      type: 'standard',
      entries: [{ action: 'permit', source: '10.20.0.0/16' }],
    });
    new IkeV2AuthorizationPolicy(edge, 'STAFF', {
      pool,
      dns: ['10.20.0.53'],
      routeSetAccessList: networks,
    });
  }),
  IkeV2Global: on('iosxe', (edge) => {
    new IkeV2Global(edge, 'ikev2', { httpUrlCert: false, fragmentation: { mtu: 1200 } });
  }),
  IkeV2Cluster: on('iosxe', (edge) => {
    new InterfaceLines(edge, 'GigabitEthernet0/1', { hsrp: [{ group: 1, ip: '10.20.0.5', groupName: 'vpngw' }] });
    new IkeV2Global(edge, 'ikev2', { redirectGateway: 'init' });
    new IkeV2Cluster(edge, 'cluster', { standbyGroup: 'vpngw', maxSession: 200 });
  }),
  IkeV2Enable: on('asa', (asa) => {
    new IkeV2Enable(asa, 'outside', { clientServices: { port: 443 } });
  }),
  IkeV2RemoteAccess: on('asa', (asa) => {
    new IkeV2RemoteAccess(asa, 'certificate', { trustpoint: CertTrustpoint.fromExisting(asa, 'vpn', 'VPN') });
  }),
  FlexVpnClient: on('iosxe', (spoke) => {
    const protection = IpsecProfile.fromExisting(spoke, 'protection', 'HUBS');
    const tunnel = new TunnelInterface(spoke, 'Tunnel0', {
      negotiated: true,
      source: 'GigabitEthernet0/0',
      destination: 'dynamic',
      protection,
    });
    new FlexVpnClient(spoke, 'HUBS', {
      tunnel,
      peers: [{ host: '203.0.113.1', track: 1 }, { host: '203.0.113.2' }],
      peerReactivate: true,
    });
  }),
  SkipClient: on('iosxe', (edge) => {
    new SkipClient(edge, 'QKD', {
      server: { host: '192.0.2.60', port: 9898 },
      psk: { id: 'mumbai', key: Secret.fromEnv('SKIP_KEY') },
    });
  }),
  SmartDefaults: on('iosxe', (edge) => {
    new SmartDefaults(edge, 'smart-defaults', { disabled: ['ikev2-proposal', 'ikev2-policy'] });
  }),
};
