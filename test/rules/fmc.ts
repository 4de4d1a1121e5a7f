import {
  AccessList,
  AccessPolicy,
  AccessRule,
  CertTrustpoint,
  Fmc,
  FtdBgp,
  FtdEcmpZone,
  FqdnObject,
  FtdGroupPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  Login,
  NetworkGroup,
  NetworkObject,
  NetworkObjectOverride,
  RaCryptoMap,
  RemoteAccessPolicy,
  Secret,
  SecurityZone,
  StaticRoute,
  TunnelInterface,
  VpnEndpoint,
  VpnTopology,
  type VpnStack,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

const remoteAccess =
  (clientServices: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const zone = SecurityZone.fromExisting(fmc, 'zone', 'outside-zone');
    const proposal = new IkeV2Proposal(fmc, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
    const policy = new RemoteAccessPolicy(fmc, 'policy', {
      accessInterfaces: [{ zone }],
      ipsecCertificate: CertTrustpoint.fromExisting(fmc, 'certificate', 'CA'),
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

const branchesOf = (fmc: Fmc): VpnTopology => {
  const proposal = new IkeV2Proposal(fmc, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
  return new VpnTopology(fmc, 'branches', {
    topology: 'hub-and-spoke',
    routeBased: false,
    ikev2Policies: [new IkeV2Policy(fmc, 'ike', { proposals: [proposal], priority: 1 })],
    authentication: { method: 'pre-share', key: Secret.fromEnv('BRANCHES') },
    ipsecProposals: [new IpsecTransformSet(fmc, 'esp', { encryption: 'aes-gcm-256' })],
  });
};

const topology =
  (role: 'peer' | 'spoke', protects: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const branches = branchesOf(fmc);
    const [here, there] = ['10.30.0.0/16', '10.40.0.0/16'].map(
      (value, i) => new NetworkObject(fmc, `net-${i}`, { value }),
    );
    const device = fmc.ftd('mumbai-pair');
    new VpnEndpoint(fmc, 'hub', { topology: branches, role: 'hub', device, interface: 'outside', networks: [here!] });
    new VpnEndpoint(fmc, 'branch', {
      topology: branches,
      role,
      extranet: '203.0.113.9',
      ...(protects ? { networks: [there!] } : {}),
    });
  };

const called =
  (second: string) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const [strong, other] = ['Strong', second].map(
      (name) => new IkeV2Proposal(fmc, name, { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] }),
    );
    const ikev2Policies = [strong!, other!].map(
      (proposal, i) => new IkeV2Policy(fmc, `ike-${i}`, { proposals: [proposal], priority: i + 1 }),
    );
    new VpnTopology(fmc, 'branches', {
      ikev2Policies,
      authentication: { method: 'automatic' },
      ipsecProposals: [new IpsecTransformSet(fmc, 'esp', { encryption: 'aes-gcm-256' })],
    });
  };

const grouped =
  (name: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const portal = new FqdnObject(fmc, 'portal', { fqdn: 'portal.example.net' });
    const web = new NetworkGroup(fmc, 'web', { members: name ? [portal, '192.0.2.1'] : ['192.0.2.1'] });
    const partner = new NetworkGroup(fmc, 'partner', { members: [web, '10.30.0.0/16'] });
    const list = new AccessList(fmc, 'SPLIT', {
      entries: [{ action: 'permit', source: partner, destination: 'any' }],
    });
    new FtdGroupPolicy(fmc, 'staff', { splitTunnel: { ipv4: 'tunnel-specified', list } });
  };

const overridden =
  (overridable: boolean, value: string) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const lan = new NetworkObject(fmc, 'lan', { value: '10.20.0.0/16', ...(overridable ? { overridable } : {}) });
    new NetworkObjectOverride(fmc.ftd('pune'), 'lan', { object: lan, value });
  };

/** A spoke that protects an object of which it has its own value, or an object of its own. */
const protecting =
  (shared: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const [mumbai, pune] = [fmc.ftd('mumbai'), fmc.ftd('pune')];
    const lan = new NetworkObject(fmc, 'lan', { value: '10.20.0.0/16', overridable: true });
    new NetworkObjectOverride(pune, 'lan', { object: lan, value: '10.30.0.0/16' });
    const spoke = shared ? lan : new NetworkObject(fmc, 'pune-lan', { value: '10.30.0.0/16' });
    const hub = new NetworkObject(fmc, 'hub-lan', { value: '10.10.0.0/16' });
    const end = { topology: branchesOf(fmc), interface: 'outside' };
    new VpnEndpoint(fmc, 'hub', { ...end, device: mumbai, role: 'hub', networks: [hub] });
    new VpnEndpoint(fmc, 'spoke', { ...end, device: pune, role: 'spoke', networks: [spoke] });
  };

const told =
  (value: string) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const neighbors = [{ address: '10.58.0.2', remoteAs: 65020 }];
    const networks = [new NetworkObject(fmc, 'lan', { value })];
    new FtdBgp(fmc.ftd('pune'), 'bgp', { asn: 65010, neighbors, networks });
  };

const spread =
  (zoned: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const pair = fmc.ftd('mumbai-pair');
    const network = new NetworkObject(fmc, 'far', { value: '10.90.0.0/16' });
    const ecmpZone = new FtdEcmpZone(pair, 'lines', { interfaces: ['outside', 'outside2'] });
    for (const [i, out] of ['outside', zoned ? 'outside2' : 'outside3'].entries())
      new StaticRoute(pair, out, {
        destination: '10.90.0.0/16',
        network,
        interface: out,
        gateway: `203.0.113.${i + 1}`,
        ecmpZone,
      });
  };

const tunnelled = (fmc: Fmc): SecurityZone => {
  const zone = new SecurityZone(fmc, 'vpn-zone', {});
  new TunnelInterface(fmc.ftd('mumbai-pair'), 'Tunnel7', {
    ifname: 'pune',
    address: '10.58.1.1/30',
    source: 'outside',
    zone,
  });
  return zone;
};

const ruled =
  (enabled: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    new AccessRule(fmc, 'from-pune', {
      policy: AccessPolicy.fromExisting(fmc, 'policy', 'edge-access'),
      action: 'allow',
      enabled,
      sourceZones: [tunnelled(fmc)],
    });
  };

const past =
  (bypassAccessControl: boolean) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    new AccessRule(fmc, 'from-pune', {
      policy: AccessPolicy.fromExisting(fmc, 'policy', 'edge-access'),
      action: 'block',
      sourceZones: [tunnelled(fmc)],
    });
    const proposal = new IkeV2Proposal(fmc, 'proposal', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [20] });
    new VpnTopology(fmc, 'pune', {
      ikev2Policies: [new IkeV2Policy(fmc, 'ike', { proposals: [proposal], priority: 1 })],
      authentication: { method: 'automatic' },
      ipsecProposals: [new IpsecTransformSet(fmc, 'esp', { encryption: 'aes-gcm-256' })],
      bypassAccessControl,
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
  'TW-FMC-003': {
    bad: topology('peer', false),
    says: [
      'role: branches is hub-and-spoke and has no peer',
      'networks: branches is policy-based, and nothing says what this end protects',
    ],
    good: topology('spoke', true),
  },
  'TW-FMC-004': {
    bad: called('strong'),
    says: ["is called 'strong', and net/fmc/Strong is called 'Strong'"],
    good: called('other'),
  },
  'TW-FMC-005': {
    bad: grouped(true),
    says: ['the group partner has the domain name portal in it'],
    good: grouped(false),
  },
  'TW-FMC-006': {
    bad: spread(false),
    says: [
      'goes to 10.90.0.0/16 at the cost of net/fmc/mumbai-pair/outside, through an interface that is in no common ECMP zone with that of the other',
    ],
    good: spread(true),
  },
  'TW-FMC-007': {
    bad: ruled(false),
    says: ['enabled: false, and no other rule here lets through what comes from vpn-zone, the zone of a tunnel'],
    good: ruled(true),
  },
  'TW-FMC-008': {
    bad: past(true),
    says: [
      'blocks what comes from vpn-zone, the zone of a tunnel, and net/fmc/pune says bypassAccessControl: true: no rule is asked',
    ],
    good: past(false),
  },
  'TW-FMC-009': {
    bad: overridden(false, '10.30.0.0/16'),
    says: ['lan is not overridable'],
    good: overridden(true, '10.30.0.0/16'),
  },
  'TW-FMC-010': {
    bad: protecting(true),
    says: ['protects lan, which is another value on pune: what the other end takes is not proven'],
    good: protecting(false),
  },
  'TW-FMC-011': {
    bad: told('2001:db8:20::/48'),
    says: ['networks has lan, which is IPv6 (2001:db8:20::/48)'],
    good: told('10.20.0.0/16'),
  },
};
