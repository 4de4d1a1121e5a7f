import type { Construct, IConstruct } from 'constructs';
import type { Ref, Referable } from '../../lib/model/noun';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';
import { deviceTypeOf, lineage } from '../../lib/synth/placement';
import { Device, TargetDevice } from '../core/device';

export type FmcProps = TargetProps<'fmc'>;

/** A Firewall Management Center, reached over its REST API. The scope of its objects; its firewalls come from `ftd`. */
export class Fmc extends TargetDevice<'fmc'> {
  constructor(scope: Construct, id: string, props: FmcProps) {
    super(scope, id, 'fmc', props);
  }

  /** A firewall or high-availability pair by the name that the FMC shows. It must be there; the FMC is asked at plan. */
  ftd(name: string): FtdDevice {
    return (this.node.tryFindChild(name) as FtdDevice | undefined) ?? new FtdDevice(this, name);
  }

  /** Whether a value is an FMC, from whichever copy of this package. */
  static isFmc(value: unknown): value is Fmc {
    return deviceTypeOf(value) === 'fmc';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): Fmc | undefined {
    return lineage(construct).find(Fmc.isFmc);
  }
}

/** A firewall, or a high-availability pair, that an FMC manages. The scope of its interfaces and routes. */
export class FtdDevice extends Device<'ftd'> implements Referable<'ftd-device'> {
  readonly ref: Ref<'ftd-device'>;
  readonly fmc: Fmc;

  constructor(fmc: Fmc, name: string) {
    super(fmc, name, 'ftd');
    this.fmc = fmc;
    this.ref = { ref: 'ftd-device', name, external: true };
    declare(this, { as: 'existing', ref: this.ref });
  }

  /** Whether a value is a firewall of an FMC, from whichever copy of this package. */
  static isFtdDevice(value: unknown): value is FtdDevice {
    return deviceTypeOf(value) === 'ftd';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): FtdDevice | undefined {
    return lineage(construct).find(FtdDevice.isFtdDevice);
  }
}
