import type { Construct, IConstruct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { deviceTypeOf, lineage } from '../../lib/synth/placement';
import { TargetDevice } from '../core/device';

export type IseServerProps = TargetProps<'ise'>;

/**
 * A Cisco Identity Services Engine, reached over ERS (HTTPS, port 9060), and for policy sets over its OpenAPI: at port 443,
 * or at the port that is given in place of 9060. The account needs the groups ERS Admin and, for policy sets, a role that
 * may write them. The scope of its objects.
 */
export class IseServer extends TargetDevice<'ise'> {
  constructor(scope: Construct, id: string, props: IseServerProps) {
    super(scope, id, 'ise', props);
  }

  /** Whether a value is an ISE, from whichever copy of this package. */
  static isIseServer(value: unknown): value is IseServer {
    return deviceTypeOf(value) === 'ise';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): IseServer | undefined {
    return lineage(construct).find(IseServer.isIseServer);
  }
}
