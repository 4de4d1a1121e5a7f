import { honest } from './shown-rollback';
import type { Change, TargetPlan } from './plan';

const actions: Readonly<Record<Change['action'], readonly string[]>> = {
  create: ['create'],
  update: ['update'],
  adopt: ['update'],
  delete: ['delete'],
  none: ['no-op'],
};

export interface PlannedTarget {
  readonly id: string;
  readonly platform: string;
  readonly stack: string;
  readonly state: 'planned' | 'unknown';
  readonly plan?: TargetPlan;
  readonly problems: readonly unknown[];
}

/**
 * The plan as `terraform show -json` writes one: `resource_changes[].change.actions`, so that tools which read Terraform
 * plans read this one. What only we have stands under `targets`.
 */
export const terraformJson = (targets: readonly PlannedTarget[]): object => ({
  format_version: '1.2',
  resource_changes: targets.flatMap((target) =>
    (target.plan?.changes ?? []).map((change) => ({
      address: `${target.stack}.${target.id}.${change.address}`,
      type: change.kind.replaceAll('-', '_'),
      name: change.name,
      provider_name: `tunnelwright/${target.platform}`,
      change: { actions: actions[change.action], before: change.before ?? null, after: change.after ?? null },
      tunnelwright: {
        target: target.id,
        path: change.path,
        adopt: change.action === 'adopt',
        impact: change.impact,
        steps: change.steps,
        undo: change.undo.map(honest),
        unmanaged: change.unmanaged,
        taken_along: change.takenAlong,
      },
    })),
  ),
  targets: targets.map(({ id, platform, state, plan, problems }) => ({
    id,
    platform,
    state,
    problems: [...problems, ...(plan?.blocked ?? [])],
    operations: plan?.operations ?? [],
    waiting: plan?.waiting ?? [],
    unfinished: plan?.unfinished ?? [],
    warnings: plan?.warnings ?? [],
    undeployed: plan?.undeployed ?? [],
  })),
});
