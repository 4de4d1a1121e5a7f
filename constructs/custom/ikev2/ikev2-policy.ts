import type { Construct } from 'constructs';
import type { IkeV2PolicyProps } from '../../generated/ikev2/ikev2-policy';
import type { IIkeV2Policy } from '../../generated/references';
import type { Referable } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject } from '../../core/device-object';
import { growing, objectOf } from '../../core/given';

/**
 * Which proposals are offered, and from where. IOS-XE: `crypto ikev2 policy`. FMC: IKEv2 policy, which takes exactly one
 * proposal and has a priority and the IKE lifetime.
 */
export class IkeV2Policy extends DeviceObject<'ikev2-policy', IkeV2PolicyProps> implements IIkeV2Policy {
  private readonly proposals: Referable<'ikev2-proposal'>[];
  private readonly more: { fvrf?: 'any' };

  constructor(scope: Construct, id: string, props: IkeV2PolicyProps) {
    const proposals = growing(objectOf(props).proposals as readonly Referable<'ikev2-proposal'>[]);
    const more: { fvrf?: 'any' } = {};
    super(scope, id, 'ikev2-policy', () => ({ ...props, ...more, proposals }));
    this.proposals = proposals;
    this.more = more;
  }

  /** Offers one more, after those that are there. One that is offered already stays where it is. */
  addProposal(proposal: Referable<'ikev2-proposal'>): this {
    if (!this.proposals.some(({ ref }) => ref.name === proposal.ref.name)) this.proposals.push(proposal);
    return this;
  }

  /** Offers them in whatever front VRF. IOS-XE only. */
  matchAnyFvrf(): this {
    this.more.fvrf = 'any';
    return this;
  }

  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIkeV2Policy {
    return new ExistingObject(scope, id, 'ikev2-policy', name);
  }
}
