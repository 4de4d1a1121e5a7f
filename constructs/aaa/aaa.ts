import type { Construct } from 'constructs';
import { IosXeRouter } from '../devices/ios-xe-router';
import { DeviceObject, type Props } from '../core/device-object';

export type AaaNewModelProps = Omit<Props<'aaa'>, 'name'>;

/** What VPNs of level 2 declare where nobody else did. */
const implied = 'aaa-new-model';

/** Logins and VPNs by method lists, never without a way in. IOS-XE: `aaa new-model`. */
export class AaaNewModel extends DeviceObject<'aaa'> {
  constructor(scope: Construct, id: string, props: AaaNewModelProps) {
    // Who declares it says more than who needs it.
    if (id !== implied) IosXeRouter.of(scope)?.node.tryRemoveChild(implied);
    super(scope, id, 'aaa', () => ({ ...props, name: 'aaa' }));
  }

  /** Declares it on a router whose AAA is needed, unless the program does so elsewhere, or says that it is on already. */
  static neededOn(router: IosXeRouter): void {
    if (router.hasAaaNewModel) return;
    if (router.node.findAll().some((each) => each instanceof AaaNewModel)) return;
    new AaaNewModel(router, implied, {});
  }
}
