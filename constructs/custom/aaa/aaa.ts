import type { Construct } from 'constructs';
import type { AaaNewModelProps } from '../../generated/aaa/aaa';
import { declaredOn, DeviceServices } from '../../core/services';
import { IosXeRouter } from '../../devices/ios-xe-router';
import { Device } from '../../core/device';
import { DeviceObject } from '../../core/device-object';
import { objectOf } from '../../core/given';

/** What VPNs of level 2 declare where the program does not. */
const implied = 'aaa-new-model';

/** Logins and VPNs by method lists, never without a way in. IOS-XE: `aaa new-model`. */
export class AaaNewModel extends DeviceObject<'aaa', AaaNewModelProps> {
  constructor(scope: Construct, id: string, props: AaaNewModelProps = {}) {
    const router = IosXeRouter.of(Device.isDevice(objectOf(props).device) ? props.device! : scope);
    const services = router && DeviceServices.of(router);
    // The program's own says more than what its VPNs need.
    if (scope !== services) services?.node.tryRemoveChild(implied);
    super(scope, id, 'aaa', () => props);
  }

  /** Declares it on a router whose AAA is needed, unless the program does so elsewhere, or says that it is on already. */
  static neededOn(router: IosXeRouter): void {
    if (router.hasAaaNewModel || declaredOn(router, 'aaa').length > 0) return;
    DeviceServices.of(router).once(implied, (at, id) => new AaaNewModel(at, id, {}));
  }
}
