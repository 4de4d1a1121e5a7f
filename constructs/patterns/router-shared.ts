import type { Construct } from 'constructs';
import { declare } from '../../lib/synth/declaration';
import { AaaAuthorizationList } from '../aaa/aaa-authorization-list';
import type { IosXeRouter } from '../devices/ios-xe-router';
import { IkeV2Global, type IkeV2GlobalProps } from '../ikev2/ikev2-global';
import { IkeV2Policy } from '../ikev2/ikev2-policy';
import { IkeV2Proposal } from '../ikev2/ikev2-proposal';
import { CertTrustpoint } from '../pki/cert-trustpoint';
import type { CryptoSuite } from './crypto-suite';

/** Where and what: a contradiction in what a user wrote. */
export type Fault = readonly [where: string, what: string];

/** Declares all contradictions at once. True when there is any. */
export const refused = (at: Construct, faults: readonly Fault[]): boolean => {
  for (const [where, what] of faults)
    declare(at, { as: 'problem', code: 'vpn.ends', message: where === '' ? what : `${where}: ${what}` });
  return faults.length > 0;
};

/** What a router has once, however many VPNs of level 2 use it. */
export const once = <T extends Construct>(router: IosXeRouter, id: string, make: (id: string) => T): T =>
  (router.node.tryFindChild(id) as T | undefined) ?? make(id);

const policyId = 'site-to-site-policy';

/** A router uses one policy for a connection, so all VPNs of level 2 share one, and each adds its proposal. */
export const offer = (
  scope: Construct,
  router: IosXeRouter,
  ike: CryptoSuite['ike'],
  names: { readonly proposal: string; readonly policy?: string | undefined },
): void => {
  const proposal = new IkeV2Proposal(scope, 'proposal', { name: names.proposal, ...ike });
  const shared = router.node.tryFindChild(policyId) as IkeV2Policy | undefined;
  if (shared) shared.addProposal(proposal);
  else new IkeV2Policy(router, policyId, { name: names.policy ?? 'SITE-TO-SITE', proposals: [proposal] });
};

/** The method list by which a router itself says what peers may have. */
export const localAuthorization = (router: IosXeRouter, name: string): AaaAuthorizationList =>
  once(router, `authorization-${name}`, (id) => new AaaAuthorizationList(router, id, { name, methods: ['local'] }));

type Settings = { -readonly [K in keyof IkeV2GlobalProps]: IkeV2GlobalProps[K] };
const globals = new WeakMap<IosXeRouter, Settings>();

/** Global settings that several VPNs of level 2 may want: each adds its own. */
export const addGlobals = (router: IosXeRouter, settings: IkeV2GlobalProps): void => {
  const known = globals.get(router);
  if (known) Object.assign(known, settings);
  else {
    const first: Settings = { ...settings };
    globals.set(router, first);
    new IkeV2Global(router, 'ikev2-globals', first);
  }
};

/** A trustpoint that the program declared before on the router, else one that is there. */
export const trustpointOf = (router: IosXeRouter, name: string) =>
  router.node
    .findAll()
    .find((each): each is CertTrustpoint => each instanceof CertTrustpoint && each.ref.name === name) ??
  CertTrustpoint.fromExisting(name);
