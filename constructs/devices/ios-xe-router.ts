import { Construct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

export type IosXeRouterProps = TargetProps<'iosxe'>;

/** A router or switch with IOS-XE, reached over SSH. The scope of what lives on it. */
export class IosXeRouter extends Construct {
  /** Whether the program says that `aaa new-model` is on already. */
  readonly hasAaaNewModel: boolean;

  constructor(scope: Construct, id: string, props: IosXeRouterProps) {
    super(scope, id);
    this.hasAaaNewModel = props.aaaNewModel === 'on';
    declare(this, { as: 'target', platform: 'iosxe', props });
  }

  /** The router that a construct stands on, if it stands on one. */
  static of(scope: Construct): IosXeRouter | undefined {
    return scope.node.scopes.find((each): each is IosXeRouter => each instanceof IosXeRouter);
  }
}
