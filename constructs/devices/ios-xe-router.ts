import type { Construct, IConstruct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { deviceTypeOf, lineage } from '../../lib/synth/placement';
import { TargetDevice } from '../core/device';
import { objectOf } from '../core/given';

export type IosXeRouterProps = TargetProps<'iosxe'>;

/** A router or switch with IOS-XE, reached over SSH. The scope of what lives on it. */
export class IosXeRouter extends TargetDevice<'iosxe'> {
  /** Whether the program says that `aaa new-model` is on already. */
  readonly hasAaaNewModel: boolean;

  constructor(scope: Construct, id: string, props: IosXeRouterProps) {
    super(scope, id, 'iosxe', props);
    this.hasAaaNewModel = objectOf(props).aaaNewModel === 'on';
  }

  /** Whether a value is a router, from whichever copy of this package. */
  static isIosXeRouter(value: unknown): value is IosXeRouter {
    return deviceTypeOf(value) === 'iosxe';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): IosXeRouter | undefined {
    return lineage(construct).find(IosXeRouter.isIosXeRouter);
  }
}
