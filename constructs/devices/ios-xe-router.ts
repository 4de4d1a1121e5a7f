import { Construct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

export type IosXeRouterProps = TargetProps<'iosxe'>;

/** A router or switch with IOS-XE, reached over SSH. The scope of what lives on it. */
export class IosXeRouter extends Construct {
  constructor(scope: Construct, id: string, props: IosXeRouterProps) {
    super(scope, id);
    declare(this, { as: 'target', platform: 'iosxe', props });
  }
}
