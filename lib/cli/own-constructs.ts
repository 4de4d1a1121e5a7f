import { createRequire } from 'node:module';
import { join } from 'node:path';

type ConstructClass = new (scope: object, id: string, props: object) => object;

/** Constructs of level 2, devices, and those of level 1 by the names of their classes, as a program has them. */
export interface OwnConstructs extends Readonly<Record<string, ConstructClass>> {
  readonly IosXeRouter: ConstructClass;
  readonly AsaFirewall: ConstructClass;
  readonly SiteToSiteVpn: ConstructClass;
  readonly HubAndSpoke: ConstructClass;
  readonly RemoteAccess: ConstructClass;
  readonly FlexVpnRemoteAccess: ConstructClass;
  readonly CryptoSuite: new (props: object) => object;
}

/**
 * What programs import of this package, loaded as they load it: constructs stand above the command, which imports none and
 * runs them only where it proves what a program would write.
 */
export const ownConstructs = (): OwnConstructs =>
  createRequire(__filename)(join(__dirname, '..', '..', 'constructs')) as OwnConstructs;
