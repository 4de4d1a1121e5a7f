import { Construct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

export type IseServerProps = TargetProps<'ise'>;

/**
 * A Cisco Identity Services Engine, reached over ERS (HTTPS, port 9060). The account needs the group ERS Admin, and the
 * CSRF check of ERS must be off. The scope of its network devices and internal users.
 */
export class IseServer extends Construct {
  constructor(scope: Construct, id: string, props: IseServerProps) {
    super(scope, id);
    declare(this, { as: 'target', platform: 'ise', props });
  }
}
