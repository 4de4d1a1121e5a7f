import { Construct } from 'constructs';
import type { Ref, Referable } from '../../lib/model/noun';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

export type FmcProps = TargetProps<'fmc'>;

/** A Firewall Management Center, reached over its REST API. The scope of its objects; its firewalls come from `ftd`. */
export class Fmc extends Construct {
  constructor(scope: Construct, id: string, props: FmcProps) {
    super(scope, id);
    declare(this, { as: 'target', platform: 'fmc', props });
  }

  /** A firewall or high-availability pair by the name that the FMC shows. It must be there; the FMC is asked at plan. */
  ftd(name: string): FtdDevice {
    return (this.node.tryFindChild(name) as FtdDevice | undefined) ?? new FtdDevice(this, name);
  }
}

/** A firewall, or a high-availability pair, that an FMC manages. The scope of its interfaces and routes. */
export class FtdDevice extends Construct implements Referable<'ftd-device'> {
  readonly ref: Ref<'ftd-device'>;
  readonly fmc: Fmc;

  constructor(fmc: Fmc, name: string) {
    super(fmc, name);
    this.fmc = fmc;
    this.ref = { ref: 'ftd-device', name, external: true };
  }

  /** The firewall that a construct stands on, if it stands on one. */
  static of(scope: Construct): FtdDevice | undefined {
    return [...scope.node.scopes].reverse().find((s): s is FtdDevice => s instanceof FtdDevice);
  }
}
