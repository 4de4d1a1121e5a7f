/** What a plan does to a tunnel, or to a device; the worst first. */
export const effects = ['drops now', 'refused', 'unknown', 're-keys later', 'changed', 'new', 'unchanged'] as const;
export type Effect = (typeof effects)[number];

/** The worst of these; of none, nothing happens. */
export const worst = (all: readonly Effect[]): Effect => effects.find((effect) => all.includes(effect)) ?? 'unchanged';

export const isWorse = (a: Effect, b: Effect): number => effects.indexOf(a) - effects.indexOf(b);

/** How many there are of each, the worst first; without those of which there is none. */
export const tally = (all: readonly Effect[]): readonly (readonly [Effect, number])[] =>
  effects
    .map((effect) => [effect, all.filter((each) => each === effect).length] as const)
    .filter(([, count]) => count > 0);
