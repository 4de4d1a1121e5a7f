import {
  CertificateMap,
  CertTrustpoint,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  NetworkObject,
  Secret,
  StaticRoute,
  TunnelInterface,
  VpnEndpoint,
  VpnTopology,
  type Fmc,
} from 'tunnelwright';
import { fmc, type Scenario, type Variant } from '../../support/scenario';

const topologyOn = (center: Fmc, trustpoint: CertTrustpoint, variant: Variant): VpnTopology => {
  const strong = new IkeV2Proposal(center, 'strong', {
    name: 'STRONG',
    encryption: ['aes-gcm-256'],
    prf: ['sha512', 'sha384'],
    group: [21, 20],
  });
  const policy = new IkeV2Policy(center, 'policy', {
    name: 'PARTNER',
    proposals: [strong],
    priority: 5,
    lifetime: 43200,
  });
  const esp = new IpsecTransformSet(center, 'esp', {
    name: 'PARTNER-ESP',
    encryption: 'aes-cbc-256',
    integrity: 'sha512',
  });
  return new VpnTopology(center, 'topology', {
    name: 'partner',
    ikev2Policies: [policy],
    authentication: { method: 'certificate', trustpoint },
    ipsecProposals: [esp],
    pfs: 21,
    lifetimeSeconds: 7200,
    lifetimeKilobytes: variant === 'edited' ? 200000 : 100000,
    identity: 'ip-address',
  });
};

/** Every construct of level 1 that an FMC knows; the peer is a firewall that it does not manage. */
export const scenario: Scenario = {
  title: 'every level-1 construct of an FMC',
  secrets: {
    PARTNER_P12: Buffer.from('no real PKCS#12, only its bytes').toString('base64'),
    PARTNER_PASS: 'Wd8,ibex;scone:1',
  },
  declare: (stack, variant) => {
    const center = fmc(stack);
    if (variant === 'nothing') return;
    const trustpoint = new CertTrustpoint(center, 'trustpoint', {
      name: 'PARTNER-P12',
      enrollment: {
        type: 'pkcs12',
        content: Secret.fromEnv('PARTNER_P12'),
        passphrase: Secret.fromEnv('PARTNER_PASS'),
      },
    });
    if (variant !== 'less') {
      new CertificateMap(center, 'map', {
        name: 'PARTNER-MAP',
        rules: [
          { field: 'subject-name', operator: 'co', value: 'o = partner' },
          { field: 'issuer-name', operator: 'eq', value: 'cn = partner authority' },
        ],
      });
      new NetworkObject(center, 'server', { name: 'partner-server', value: '192.0.2.55' });
    }
    const net = new NetworkObject(center, 'net', { name: 'partner-net', value: '10.80.0.0/16' });
    const topology = topologyOn(center, trustpoint, variant);
    const branch = center.ftd('branch-ftd');
    const tunnel = new TunnelInterface(branch, 'tunnel', {
      name: 'Tunnel9',
      ifname: 'partner',
      description: 'to the partner',
      address: '10.62.0.1/30',
      source: 'outside',
    });
    new VpnEndpoint(branch, 'endpoint', { topology, device: branch, interface: tunnel });
    new VpnEndpoint(center, 'peer', { topology, name: 'partner-firewall', extranet: '203.0.113.210' });
    new StaticRoute(branch, 'route', {
      destination: '10.80.0.0/16',
      network: net,
      interface: tunnel,
      gateway: '10.62.0.2',
      distance: 5,
    });
  },
  edits: ['fmc update vpn-topology/partner'],
  deletes: ['fmc delete network-object/partner-server', 'fmc delete certificate-map/PARTNER-MAP'],
};
