import type { Construct } from 'constructs';
import type { Referable } from '../../../lib/model/noun';
import { existing } from '../../core/device-object';
import { DeviceServices, findOn } from '../../core/services';
import { IkeV2Policy } from '../../custom/ikev2/ikev2-policy';
import type { Fmc } from '../../devices/fmc';
import { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import { NetworkObject } from '../../generated/objects/network-object';
import type { VpnTopologyProps } from '../../generated/site-to-site/vpn-topology';
import type { Authentication } from './authentication';
import type { CryptoSuite } from './crypto-suite';

/** What a VPN of an FMC is protected by, at all ends alike. */
interface Protected {
  readonly suite: CryptoSuite;
  readonly authentication: Authentication;
  /** `inherited` is refused where an end is behind an FMC. */
  readonly lifetimes?: { readonly ike?: number; readonly ipsec?: number | 'inherited' };
  readonly dpd?: { readonly interval: number; readonly retry: number } | 'off';
  readonly names?: { readonly proposal?: string; readonly policy?: string; readonly transformSet?: string };
}

/** The algorithms of a VPN, once on the FMC. */
export interface FmcAlgorithms {
  readonly proposal: IkeV2Proposal;
  readonly policy: IkeV2Policy;
  readonly ipsecProposal: IpsecTransformSet;
}

export const algorithmsOn = (at: Construct, vpn: string, { suite, names, lifetimes }: Protected): FmcAlgorithms => {
  const proposal = new IkeV2Proposal(at, 'proposal', { name: names?.proposal ?? vpn, ...suite.ike });
  return {
    proposal,
    policy: new IkeV2Policy(at, 'policy', {
      name: names?.policy ?? vpn,
      proposals: [proposal],
      priority: 10,
      lifetime: lifetimes?.ike ?? 28800,
    }),
    ipsecProposal: new IpsecTransformSet(at, 'ipsec-proposal', { name: names?.transformSet ?? vpn, ...suite.esp }),
  };
};

/** What a topology says of its algorithms, keys and peers that are gone. */
export const topologyProtection = (
  { policy, ipsecProposal }: FmcAlgorithms,
  { authentication, suite, lifetimes, dpd }: Protected,
): Omit<VpnTopologyProps, 'name'> => ({
  ikev2Policies: [policy],
  authentication:
    authentication.method === 'certificate'
      ? { method: 'certificate', trustpoint: existing('cert-trustpoint', authentication.trustpoint) }
      : { method: 'pre-share', key: authentication.key },
  ipsecProposals: [ipsecProposal],
  pfs: suite.pfs,
  lifetimeSeconds: lifetimes?.ipsec === 'inherited' ? undefined : (lifetimes?.ipsec ?? 3600),
  keepAlive: dpd === undefined || dpd === 'off' ? dpd : { threshold: dpd.interval, retry: dpd.retry },
});

/** One object for a network, however many routes need it; one that the program declares counts. */
export const networkOn = (fmc: Fmc, value: string): Referable<'network-object'> => {
  const name = `net-${value.replace('/', '-')}`;
  return (
    findOn(fmc, 'network-object', name) ??
    DeviceServices.of(fmc).once(name, (at, id) => new NetworkObject(at, id, { name, value }))
  );
};
