import { Construct, type IConstruct } from 'constructs';
import { declare } from '../lib/synth/declaration';
import { isMistyped } from './core/typed-props';

export interface MovedProps {
  /**
   * What it was before. Of a device: its construct path, `mumbai/edge`, the stack first. Of an object of a device: its
   * name on the device.
   */
  readonly from: string;
  /** The device or the object, as it is declared now. */
  readonly to: IConstruct;
}

/**
 * A rename, as Terraform's `moved` block: `new Moved(stack, 'rename', { from: 'mumbai/a', to: edge })`. What the ledger
 * says of the former path or name counts for the new one, so that nothing is deleted or made twice for a rename.
 *
 * A device whose id changed keeps its ledger. An object that was renamed on the device, by hand, stays owned under its
 * new name; where the device still has the former name, the object is made anew and the former one deleted, as without
 * this declaration. It can be taken out after the next apply.
 */
export class Moved extends Construct {
  constructor(scope: Construct, id: string, props: MovedProps) {
    super(scope, id);
    if (isMistyped(this, 'Moved', props)) return;
    declare(props.to, { as: 'moved', from: props.from });
  }
}
