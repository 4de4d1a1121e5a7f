import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IkeV2ProposalProps = Props<'ikev2-proposal'>;

/** What an end offers to protect the IKE SA (RFC 7296 section 3.3).
 * IOS-XE: `crypto ikev2 proposal`. FMC: part of the IKEv2 policies that name it. */
export class IkeV2Proposal extends DeviceObject<'ikev2-proposal'> {
  constructor(scope: Construct, id: string, props: IkeV2ProposalProps) {
    super(scope, id, 'ikev2-proposal', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ikev2-proposal'> {
    return existing('ikev2-proposal', name);
  }
}
