import { existing } from '../../core/device-object';
import type { Construct } from 'constructs';
import { sameJson } from '../../../lib/kernel/json';
import type { Ref, Referable } from '../../../lib/model/noun';
import { propsOf } from '../../../lib/synth/declaration';
import { AaaAuthorizationList } from '../../generated/aaa/aaa-authorization-list';
import { declaredOn, DeviceServices, findOn } from '../../core/services';
import type { IosXeRouter } from '../../devices/ios-xe-router';
import { IkeV2Global, type IkeV2GlobalProps } from '../../generated/ikev2/ikev2-global';
import type { IkeV2Profile } from '../../generated/ikev2/ikev2-profile';
import { IkeV2Policy } from '../../custom/ikev2/ikev2-policy';
import { IkeV2Proposal } from '../../generated/ikev2/ikev2-proposal';
import { IpsecProfile } from '../../generated/ipsec/ipsec-profile';
import { IpsecTransformSet } from '../../generated/ipsec/ipsec-transform-set';
import type { CryptoSuite } from './crypto-suite';
import type { RouterVpnNames } from './props';
import { meaningOf, sameOr } from './same-object';

/** A policy of the program itself that offers this proposal already: it may say more than a VPN does. */
const ownPolicy = (router: IosXeRouter, name: string, proposal: string): IkeV2Policy | undefined => {
  const known = findOn(router, 'ikev2-policy', name);
  const said = known && propsOf(known as Referable<'ikev2-policy'>);
  if (said === undefined) return undefined;
  const { proposals } = meaningOf('ikev2-policy', { ...said, name }) as { readonly proposals: readonly Ref[] };
  return proposals.some((each) => each.name === proposal) ? (known as unknown as IkeV2Policy) : undefined;
};

/** A router uses one policy for a connection, so all VPNs of level 2 share one, and each adds its proposal. */
export const offer = (
  scope: Construct,
  router: IosXeRouter,
  ike: CryptoSuite['ike'],
  names: { readonly proposal: string; readonly policy?: string | undefined },
): { readonly proposal: IkeV2Proposal; readonly policy: IkeV2Policy } => {
  const offered = { name: names.proposal, ...ike };
  const proposal = sameOr(router, 'ikev2-proposal', offered, () => new IkeV2Proposal(scope, 'proposal', offered));
  const named = names.policy ?? 'SITE-TO-SITE';
  const own = ownPolicy(router, named, names.proposal);
  if (own !== undefined) return { proposal, policy: own };
  let first = false;
  const policy = DeviceServices.of(router).once('site-to-site-policy', (at, id) => {
    first = true;
    return new IkeV2Policy(at, id, { name: named, proposals: [proposal] });
  });
  if (!first) policy.addProposal(proposal);
  return { proposal, policy };
};

/** What protects the tunnels of one end. */
export interface Protection {
  readonly proposal: IkeV2Proposal;
  /** Which all VPNs of level 2 on the router share. */
  readonly policy: IkeV2Policy;
  readonly transformSet: IpsecTransformSet;
  readonly ipsecProfile: IpsecProfile;
}

/** What of a VPN's props says how its tunnels are protected. */
interface Protected {
  readonly suite: CryptoSuite;
  readonly lifetimes?: { readonly ipsec?: number };
  readonly names?: RouterVpnNames;
}

/** Algorithms and IPsec profile of one end. `profile`: its IKEv2 profile. `pfs`: false where peers do not ask for it. */
export const protect = (
  scope: Construct,
  router: IosXeRouter,
  id: string,
  profile: IkeV2Profile,
  props: Protected,
  pfs = true,
): Protection => {
  const { suite, lifetimes, names } = props;
  const { proposal, policy } = offer(scope, router, suite.ike, {
    proposal: names?.proposal ?? id,
    policy: names?.policy,
  });
  const esp = { name: names?.transformSet ?? id, ...suite.esp };
  const make = (): IpsecTransformSet => new IpsecTransformSet(scope, 'transform-set', esp);
  const transformSet = sameOr(router, 'ipsec-transform-set', esp, make);
  const ipsecProfile = new IpsecProfile(scope, 'ipsec-profile', {
    name: names?.ipsecProfile ?? id,
    transformSets: [transformSet],
    ikev2Profile: profile,
    pfs: pfs ? suite.pfs : undefined,
    lifetimeSeconds: lifetimes?.ipsec,
  });
  return { proposal, policy, transformSet, ipsecProfile };
};

/** The method list by which a router itself says what peers may have. */
export const localAuthorization = (router: IosXeRouter, name: string): AaaAuthorizationList => {
  const said = { name, methods: ['local' as const] };
  return sameOr(router, 'aaa-authorization-list', said, () =>
    DeviceServices.of(router).once(`authorization-${name}`, (at, id) => new AaaAuthorizationList(at, id, said)),
  );
};

type Settings = { -readonly [K in keyof IkeV2GlobalProps]: IkeV2GlobalProps[K] };

/** Global settings that several VPNs of level 2 may want: each adds its own, unless the program itself says them. */
export const addGlobals = (router: IosXeRouter, settings: IkeV2GlobalProps): void => {
  const services = DeviceServices.of(router);
  const own = declaredOn(router, 'ikev2-global').find((each) => !services.contains(each));
  const said = own && propsOf(own);
  if (said && sameJson({ ...said, ...settings }, said)) return;
  const all = services.state<Settings>('ikev2-globals', () => ({}));
  Object.assign(all, settings);
  services.once('ikev2-globals', (at, id) => new IkeV2Global(at, id, all));
};

/** A trustpoint that the program declared before on the router, else one that is there. */
export const trustpointOf = (router: IosXeRouter, name: string): Referable<'cert-trustpoint'> =>
  findOn(router, 'cert-trustpoint', name) ?? existing('cert-trustpoint', name);
