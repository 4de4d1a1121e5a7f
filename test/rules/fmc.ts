import {
  AccessList,
  CertTrustpoint,
  Fmc,
  FtdGroupPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  Login,
  RaCryptoMap,
  RemoteAccessPolicy,
  SecurityZone,
  type VpnStack,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

const remoteAccess =
  (clientServices: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const zone = SecurityZone.fromExisting('outside-zone');
    const proposal = new IkeV2Proposal(fmc, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
    const policy = new RemoteAccessPolicy(fmc, 'policy', {
      accessInterfaces: [{ zone }],
      ipsecCertificate: CertTrustpoint.fromExisting('CA'),
      ikev2Policies: [new IkeV2Policy(fmc, 'ike', { proposals: [proposal], priority: 1 })],
      groupPolicies: [new FtdGroupPolicy(fmc, 'staff', { protocols: ['ipsec-ikev2'] })],
    });
    new RaCryptoMap(fmc, 'map', { policy, zone, clientServices });
  };

const split =
  (type: 'standard' | 'extended') =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const list = new AccessList(fmc, 'SPLIT', {
      type,
      entries: [{ action: 'permit', source: '10.20.0.0/16', ...(type === 'extended' ? { destination: 'any' } : {}) }],
    });
    new FtdGroupPolicy(fmc, 'staff', {
      protocols: ['ipsec-ikev2'],
      splitTunnel: { ipv4: 'tunnel-specified', ipv6: 'tunnel-specified', list },
    });
  };

export const fmc: Readonly<Record<string, RuleExample>> = {
  'TW-FMC-001': {
    bad: remoteAccess(true),
    says: [
      'clientServices: true opens TLS again: the outside interface listens on TLS although users connect by IPsec only, and what is weak in TLS stays exposed',
    ],
    good: remoteAccess(false),
  },
  'TW-FMC-002': {
    bad: split('standard'),
    says: ['its IPv6 is tunnel-specified by SPLIT, a standard access list'],
    good: split('extended'),
  },
};
