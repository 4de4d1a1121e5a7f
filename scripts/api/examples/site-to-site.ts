import {
  CertTrustpoint,
  IkeV2Policy,
  IpsecTransformSet,
  TunnelInterface,
  VpnEndpoint,
  VpnTopology,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const siteToSite: Examples = {
  VpnTopology: on('fmc', (fmc) => {
    const strong = new IpsecTransformSet(fmc, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
    new VpnTopology(fmc, 'mumbai-pune', {
      ikev2Policies: [IkeV2Policy.fromExisting(fmc, 'strong', 'STRONG')],
      authentication: {
        method: 'certificate',
        trustpoint: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA-INTERNAL'),
      },
      ipsecProposals: [strong],
      pfs: 19,
      lifetimeSeconds: 3600,
    });
  }),
  VpnEndpoint: on('fmc', (fmc) => {
    const pair = fmc.ftd('mumbai-pair');
    const topology = VpnTopology.fromExisting(fmc, 'topology', 'mumbai-pune');
    const tunnel = new TunnelInterface(pair, 'Tunnel100', {
      ifname: 'pune',
      address: '10.58.1.1/30',
      source: 'outside',
    });
    new VpnEndpoint(pair, 'mumbai', { topology, device: pair, interface: tunnel });
    // The other end is not managed by this FMC.
    new VpnEndpoint(fmc, 'pune', { topology, extranet: '203.0.113.10' });
  }),
};
