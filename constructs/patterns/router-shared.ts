import { existing } from '../core/device-object';
import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { AaaAuthorizationList } from '../generated/aaa/aaa-authorization-list';
import { DeviceServices, findOn } from '../core/services';
import type { IosXeRouter } from '../devices/ios-xe-router';
import { IkeV2Global, type IkeV2GlobalProps } from '../generated/ikev2/ikev2-global';
import { IkeV2Policy } from '../custom/ikev2/ikev2-policy';
import { IkeV2Proposal } from '../generated/ikev2/ikev2-proposal';
import type { CryptoSuite } from './crypto-suite';

/** A router uses one policy for a connection, so all VPNs of level 2 share one, and each adds its proposal. */
export const offer = (
  scope: Construct,
  router: IosXeRouter,
  ike: CryptoSuite['ike'],
  names: { readonly proposal: string; readonly policy?: string | undefined },
): { readonly proposal: IkeV2Proposal; readonly policy: IkeV2Policy } => {
  const proposal = new IkeV2Proposal(scope, 'proposal', { name: names.proposal, ...ike });
  let first = false;
  const policy = DeviceServices.of(router).once('site-to-site-policy', (at, id) => {
    first = true;
    return new IkeV2Policy(at, id, { name: names.policy ?? 'SITE-TO-SITE', proposals: [proposal] });
  });
  if (!first) policy.addProposal(proposal);
  return { proposal, policy };
};

/** The method list by which a router itself says what peers may have. */
export const localAuthorization = (router: IosXeRouter, name: string): AaaAuthorizationList =>
  DeviceServices.of(router).once(
    `authorization-${name}`,
    (at, id) => new AaaAuthorizationList(at, id, { name, methods: ['local'] }),
  );

type Settings = { -readonly [K in keyof IkeV2GlobalProps]: IkeV2GlobalProps[K] };

/** Global settings that several VPNs of level 2 may want: each adds its own. */
export const addGlobals = (router: IosXeRouter, settings: IkeV2GlobalProps): void => {
  const services = DeviceServices.of(router);
  const all = services.state<Settings>('ikev2-globals', () => ({}));
  Object.assign(all, settings);
  services.once('ikev2-globals', (at, id) => new IkeV2Global(at, id, all));
};

/** A trustpoint that the program declared before on the router, else one that is there. */
export const trustpointOf = (router: IosXeRouter, name: string): Referable<'cert-trustpoint'> =>
  findOn(router, 'cert-trustpoint', name) ?? existing('cert-trustpoint', name);
