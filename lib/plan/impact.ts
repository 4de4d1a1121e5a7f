import type { Impact } from '../contract/observation';

/** A tunnel that one change drops does not re-key later by another: where it goes, that is all that is said of it. */
export const withoutLesser = <T extends { readonly impact?: Impact }>(changes: readonly T[]): readonly T[] => {
  const dropped = new Set(changes.flatMap(({ impact }) => (impact?.effect === 'drops now' ? impact.tunnels : [])));
  return changes.map((change) => {
    if (change.impact?.effect !== 're-keys later') return change;
    const { impact, ...rest } = change;
    const tunnels = impact.tunnels.filter((tunnel) => !dropped.has(tunnel));
    return (tunnels.length === 0 ? rest : { ...rest, impact: { ...impact, tunnels } }) as T;
  });
};
