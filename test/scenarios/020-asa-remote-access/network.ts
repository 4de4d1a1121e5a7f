import {
  AaaServer,
  AccessList,
  AddressPool,
  AsaGroupPolicy,
  CertificateMap,
  CertTrustpoint,
  CryptoMap,
  CryptoMapEntry,
  DynamicMap,
  IkeV2Enable,
  IkeV2Proposal,
  IkeV2RemoteAccess,
  IpsecTransformSet,
  LocalUser,
  NetworkObject,
  Secret,
  TunnelGroup,
  TunnelGroupMap,
  Webvpn,
  type AsaFirewall,
} from 'tunnelwright';
import { asa, type Scenario, type Variant } from '../../support/scenario';

const crypto = (here: AsaFirewall, trustpoint: CertTrustpoint) => {
  new IkeV2Proposal(here, 'ike', {
    name: '10',
    encryption: ['aes-cbc-256', 'aes-cbc-192'],
    integrity: ['sha256'],
    group: [19, 14],
    lifetime: 43200,
  });
  const esp = new IpsecTransformSet(here, 'esp', {
    name: 'RA',
    encryption: 'aes-gcm-256',
    furtherEncryption: ['aes-gcm-128'],
  });
  const clients = new DynamicMap(here, 'clients', {
    name: 'CLIENTS',
    entries: [{ sequence: 10, proposals: [esp], reverseRoute: true }],
  });
  const entry = new CryptoMapEntry(here, 'entry', { map: 'OUTSIDE', sequence: 65535, dynamic: clients });
  new CryptoMap(here, 'map', { name: 'OUTSIDE', interfaces: ['outside'], entries: [entry] });
  new IkeV2Enable(here, 'outside', { clientServices: {} });
  new IkeV2RemoteAccess(here, 'first-certificate', { trustpoint });
};

const users = (here: AsaFirewall, trustpoint: CertTrustpoint, variant: Variant) => {
  const ise = new AaaServer(here, 'ise', {
    name: 'ISE',
    dynamicAuthorization: true,
    hosts: [
      {
        interface: 'inside',
        host: '10.62.97.21',
        key: Secret.fromEnv('ISE_KEY'),
        timeout: variant === 'edited' ? 90 : 60,
      },
    ],
  });
  const pool = new AddressPool(here, 'pool', {
    name: 'POOL',
    ranges: [{ from: '192.168.1.10', to: '192.168.1.20' }],
    mask: '255.255.255.0',
  });
  const split = new AccessList(here, 'split', {
    name: 'SPLIT',
    type: 'standard',
    entries: [{ action: 'permit', source: '10.60.0.0/16' }],
  });
  const policy = new AsaGroupPolicy(here, 'policy', {
    name: 'STAFF',
    tunnelProtocols: ['ikev2', 'ssl-client'],
    dnsServers: ['10.60.0.53'],
    idleTimeout: variant === 'edited' ? 60 : 30,
    splitTunnelPolicy: 'tunnelspecified',
    splitTunnelNetworks: split,
    anyconnectProfile: 'staff',
  });
  new TunnelGroup(here, 'windows', {
    name: 'DefaultRAGroup',
    type: 'remote-access',
    general: { addressPools: [pool], authenticationServers: ise, defaultGroupPolicy: policy },
    ipsec: { remoteEap: 'query-identity', localCertificate: trustpoint },
  });
  if (variant === 'less') return;
  const staff = new TunnelGroup(here, 'staff', {
    name: 'STAFF',
    type: 'remote-access',
    general: {
      addressPools: [pool],
      authenticationServers: ise,
      secondaryAuthenticationServers: ise,
      secondaryUsesPrimaryUsername: true,
      defaultGroupPolicy: policy,
    },
    webvpn: { authentication: 'aaa certificate', aliases: ['staff'] },
    ipsec: { remoteCertificate: true, localCertificate: trustpoint },
  });
  const map = new CertificateMap(here, 'of-staff', {
    name: 'OF-STAFF',
    rules: [{ field: 'subject-name', operator: 'co', value: 'ou = staff' }],
  });
  new TunnelGroupMap(here, 'staff-by-certificate', { map, group: staff });
};

/** Everything of level 1 that an ASA headend holds, at once. */
export const scenario: Scenario = {
  title: 'remote access on an ASA, by level 1',
  secrets: { ISE_KEY: 'a-radius-key-no-one-guesses', OPERATOR: 'an-operator-no-one-guesses' },
  declare: (stack, variant) => {
    const here = asa(stack);
    if (variant === 'nothing') return;
    const trustpoint = new CertTrustpoint(here, 'trustpoint', {
      name: 'VPN',
      enrollment: { type: 'terminal' },
      fqdn: 'vpn.example.net',
      rsaKeypair: { label: 'VPN' },
    });
    crypto(here, trustpoint);
    users(here, trustpoint, variant);
    new NetworkObject(here, 'inside-network', { name: 'INSIDE', value: '10.60.0.0/16' });
    new LocalUser(here, 'operator', { secret: Secret.fromEnv('OPERATOR'), privilege: 5 });
    new Webvpn(here, 'webvpn', {
      enable: ['outside'],
      anyconnectProfiles: [{ name: 'staff', file: 'disk0:/staff.xml' }],
      anyconnectEnable: true,
    });
  },
  edits: ['asa update aaa-server/ISE', 'asa update asa-group-policy/STAFF'],
  deletes: [
    'asa delete tunnel-group/STAFF',
    'asa delete certificate-map/OF-STAFF',
    'asa delete tunnel-group-map/OF-STAFF/10',
  ],
};
