import { existing } from '../../../constructs/core/device-object';
import {
  AccessList,
  IkeV2Policy,
  IkeV2Proposal,
  IpsecTransformSet,
  NatRule,
  NetworkObject,
  PlatformSettings,
  PolicyAssignment,
  Secret,
  VpnEndpoint,
  VpnLogging,
  VpnTopology,
} from 'tunnelwright';
import { fmc, type Scenario } from '../../support/scenario';

/** A hub and its spokes that protect networks instead of tunnels, with every setting of a topology that has a default. */
export const scenario: Scenario = {
  title: 'a policy-based hub and spokes of an FMC',
  world: { fmc: { version: '7.7.0' } },
  secrets: { HUB_KEY: 'Ks9.plover/fen' },
  declare: (stack, variant) => {
    const center = fmc(stack, { version: '7.7.0' });
    if (variant === 'nothing') return;
    const proposal = new IkeV2Proposal(center, 'proposal', {
      encryption: ['aes-gcm-256'],
      prf: ['sha384'],
      group: [20],
    });
    const policy = new IkeV2Policy(center, 'policy', { name: 'HUB', proposals: [proposal], priority: 7 });
    const esp = new IpsecTransformSet(center, 'esp', { name: 'HUB-ESP', encryption: 'aes-gcm-256' });
    const topology = new VpnTopology(center, 'topology', {
      name: 'hub-and-spokes',
      topology: 'hub-and-spoke',
      routeBased: false,
      ikev2Policies: [policy],
      authentication: { method: 'pre-share', key: Secret.fromEnv('HUB_KEY') },
      ipsecProposals: [esp],
      reverseRoute: false,
      dontFragment: 'copy',
      tfc: { burst: 4, payload: 128, timeout: 30 },
      peerIdentity: 'not-checked',
      keepAlive: variant === 'edited' ? 'never-first' : { threshold: 20, retry: 5 },
      cookieChallenge: 'always',
      mtuAgingMinutes: 15,
      spokeToSpoke: true,
      natKeepAlive: false,
      idleTimeout: false,
      bypassAccessControl: true,
      matchPeersBy: ['address'],
    });
    const pair = center.ftd('mumbai-pair');
    const branch = center.ftd('branch-ftd');
    const here = new NetworkObject(center, 'here', { name: 'hub-net', value: '10.30.0.0/16' });
    const there = new NetworkObject(center, 'there', { name: 'spoke-net', value: '10.40.0.0/16' });
    const traffic = new AccessList(center, 'traffic', {
      name: 'hub-traffic',
      entries: [{ action: 'permit', source: '10.30.0.0/16', destination: '10.40.0.0/16' }],
    });
    new VpnEndpoint(center, 'hub', { topology, role: 'hub', device: pair, interface: 'outside', traffic });
    new VpnEndpoint(center, 'spoke', {
      topology,
      role: 'spoke',
      device: branch,
      interface: 'outside',
      networks: [there],
      opens: 'originate-only',
      identity: { type: 'email', value: 'branch@example.net' },
      natTraversal: variant !== 'edited',
    });
    if (variant !== 'less')
      new VpnEndpoint(center, 'partner', {
        topology,
        role: 'spoke',
        extranet: ['203.0.113.210', '203.0.113.211'],
        networks: [here],
      });
    new NatRule(center, 'exempt', {
      name: 'hub to spoke',
      policy: existing('nat-policy', 'edge-nat'),
      originalSource: here,
      translatedSource: here,
      originalDestination: there,
      translatedDestination: there,
      sourceZone: existing('security-zone', 'inside-zone'),
      destinationZone: existing('security-zone', 'outside-zone'),
      noProxyArp: true,
      routeLookup: variant !== 'edited',
    });
    const platform = new PlatformSettings(center, 'platform', { name: 'FTD-platform' });
    if (variant !== 'less')
      new VpnLogging(center, 'logging', {
        policy: platform,
        level: variant === 'edited' ? 'debugging' : 'informational',
      });
    new PolicyAssignment(center, 'assignment', {
      policy: platform,
      devices: variant === 'less' ? [branch] : [branch, pair],
    });
  },
  edits: [
    'fmc update vpn-topology/hub-and-spokes',
    'fmc update vpn-endpoint/hub-and-spokes/branch-ftd',
    'fmc update nat-rule/edge-nat/hub to spoke',
    'fmc update vpn-logging/FTD-platform',
  ],
  deletes: [
    'fmc delete vpn-endpoint/hub-and-spokes/partner',
    'fmc delete vpn-logging/FTD-platform',
    'fmc update policy-assignment/FTD-platform',
  ],
};
