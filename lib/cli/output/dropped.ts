import type { TargetResult } from '../../run/target-result';

/** Tunnels that are up and that a plan takes down at once. */
export const droppedBy = (plans: readonly TargetResult[]): readonly string[] => [
  ...new Set(
    plans.flatMap(({ work, plan, drops = [] }) => [
      ...(plan?.changes ?? []).flatMap(({ impact }) =>
        impact?.effect === 'drops now' ? impact.tunnels.map((tunnel) => `${work.target.id} ${tunnel}`) : [],
      ),
      ...drops.map((what) => `${work.target.id} ${what}`),
    ]),
  ),
];
