import { Construct, type IConstruct } from 'constructs';
import type { PlatformId, TargetProps } from '../../lib/model/targets';
import { declare, markOurs } from '../../lib/synth/declaration';
import { objectOf } from './given';
import { deviceOf, deviceTypeOf, markDevice, placeOn } from '../../lib/synth/placement';

/** The platform of a device; `ftd`: a firewall that an FMC manages. */
export type DeviceType = PlatformId | 'ftd';

/**
 * Base of everything that objects are declared on. A device is recognised by its brand and not by its class, so that a
 * module with a copy of this package of its own recognises the devices of the program that uses it.
 */
export abstract class Device<T extends DeviceType = DeviceType> extends Construct {
  /** Its platform; `ftd` for a firewall that an FMC manages. */
  readonly deviceType: T;

  protected constructor(scope: Construct, id: string, type: T) {
    super(scope, id);
    markOurs(this);
    markDevice(this, type);
    this.deviceType = type;
  }

  /** Whether a value is a device. */
  static isDevice(value: unknown): value is Device {
    return deviceTypeOf(value) !== undefined;
  }

  /** The device that a construct is, or is on: the nearest that contains it, or that was given beside its scope. */
  static of(construct: IConstruct): Device | undefined {
    return deviceOf(construct) as Device | undefined;
  }
}

/** A device that one plan talks to. */
export abstract class TargetDevice<P extends PlatformId> extends Device<P> {
  protected constructor(scope: Construct, id: string, platform: P, props: TargetProps<P>) {
    super(scope, id, platform);
    declare(this, { as: 'target', platform, props: objectOf(props) as TargetProps<PlatformId> });
  }
}

/** A part of a composite that is on one device, with all that it contains. */
export abstract class DevicePart extends Construct {
  protected constructor(scope: Construct, id: string, device: Device) {
    super(scope, id);
    placeOn(this, device);
  }
}

/** Places a composite on the device that was given beside its scope; what is not a device is a problem of the composite. */
export const placeOnDevice = (construct: Construct, device: unknown): void => {
  if (device === undefined) return;
  if (Device.isDevice(device)) placeOn(construct, device);
  else
    declare(construct, {
      as: 'problem',
      code: 'prop.invalid',
      message: 'device: this is not a device',
      hint: 'give the construct of the device, like an IosXeRouter',
    });
};
