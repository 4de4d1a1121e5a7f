import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { VpnStack } from '../synth/stack';

type ConstructClass = new (stack: VpnStack, id: string, props: object) => object;

/** Constructs of level 2 and devices, as a program has them. */
export interface OwnConstructs {
  readonly IosXeRouter: ConstructClass;
  readonly AsaFirewall: ConstructClass;
  readonly SiteToSiteVpn: ConstructClass;
  readonly RemoteAccess: ConstructClass;
}

/**
 * What programs import of this package, loaded as they load it: constructs stand above the command, which imports none and
 * runs them only where it proves what a program would write.
 */
export const ownConstructs = (): OwnConstructs =>
  createRequire(__filename)(join(__dirname, '..', '..', 'constructs')) as OwnConstructs;
