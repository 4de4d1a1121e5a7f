import { digest } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { isEmpty } from '../../plan/plan';
import type { Rollout } from '../../model/rollout';
import { agreedIn, type Agreed, type RolloutEvent } from '../../rollout/event';
import { wavesOf, type Member, type Waves } from '../../rollout/waves';
import type { Manifest, ManifestTarget } from '../manifest';
import type { TargetResult } from '../target-result';
import { whoRuns } from '../who';

/** A rollout with the manifest that declares it. */
export interface DeclaredRollout {
  readonly manifest: Manifest;
  readonly rollout: Rollout;
}

/** The rollout of that name; the only one where none is given. */
export const rolloutNamed = (manifests: readonly Manifest[], name: string | undefined): DeclaredRollout => {
  const all = manifests.flatMap((manifest) => (manifest.rollouts ?? []).map((rollout) => ({ manifest, rollout })));
  const named = all.filter(({ manifest, rollout }) =>
    [rollout.name, `${manifest.stack}/${rollout.name}`].includes(name ?? rollout.name),
  );
  const [first, ...more] = named;
  if (first !== undefined && more.length === 0) return first;
  const list = all.map(({ manifest, rollout }) => `${manifest.stack}/${rollout.name}`).join(', ');
  if (all.length === 0)
    return fail(
      'rollout.none',
      name ?? 'rollout',
      'the program declares no rollout',
      "declare one: new Rollout(stack, 'march', { waves: [{ count: 1 }, { percent: 10 }, {}] })",
    );
  return first === undefined
    ? fail('rollout.unknown', name!, 'the program declares no such rollout', `it has: ${list}`)
    : fail('rollout.several', name ?? 'rollout', `the program declares several: ${list}`, 'name one of them');
};

/** From so many peers on a device counts as a hub. */
const peersOfHub = 3;

const hubsOf = ({ tunnels = [] }: Manifest): ReadonlySet<string> => {
  const peers = new Map<string, number>();
  for (const id of tunnels.flat()) peers.set(id, (peers.get(id) ?? 0) + 1);
  return new Set([...peers].filter(([, count]) => count >= peersOfHub).map(([id]) => id));
};

export const membersOf = (manifest: Manifest): readonly Member[] => {
  const hubs = hubsOf(manifest);
  return manifest.targets.map(({ id, labels = {}, needs = [] }) => ({
    id,
    labels,
    hub: hubs.has(id),
    needs: needs.map(({ target }) => target),
  }));
};

const dropsNow = ({ plan }: TargetResult): boolean =>
  plan?.changes.some(({ impact }) => impact?.effect === 'drops now') === true;

/**
 * Ends of a tunnel that a change would part: both change, and one of the changes takes it down. A hub is not joined to its
 * spokes, which would make one step of all of them; it comes after them.
 */
const partedBy = (manifest: Manifest, plans: readonly TargetResult[]): readonly (readonly [string, string])[] => {
  const hubs = hubsOf(manifest);
  const changing = new Map(
    plans.filter(({ plan }) => plan !== undefined && !isEmpty(plan)).map((result) => [result.work.target.id, result]),
  );
  return (manifest.tunnels ?? []).filter((pair) => {
    const ends = pair.flatMap((id) => changing.get(id) ?? []);
    return ends.length === 2 && ends.some(dropsNow) && !pair.some((id) => hubs.has(id));
  });
};

/** The waves, by what is declared and by what the devices answered. */
export const plannedWaves = ({ manifest, rollout }: DeclaredRollout, plans: readonly TargetResult[]): Waves =>
  wavesOf(rollout, membersOf(manifest), partedBy(manifest, plans));

export const digestOf = ({ desired }: ManifestTarget): string => digest(desired);

/** The event that a rollout begins with. */
export const startedEvent = (
  { manifest }: DeclaredRollout,
  { waves }: Waves,
  agreed: Agreed,
): Extract<RolloutEvent, { readonly what: 'started' }> => ({
  what: 'started',
  at: Date.now(),
  by: whoRuns(),
  waves: waves.map(({ steps, ...wave }) => ({ ...wave, steps: steps.map((step) => [...step]) })),
  needs: Object.fromEntries(
    membersOf(manifest).flatMap(({ id, needs }) => (needs.length === 0 ? [] : [[id, [...needs]] as const])),
  ),
  digests: Object.fromEntries(manifest.targets.map((target) => [target.id, digestOf(target)])),
  ...agreedIn(agreed),
});

/** Throws where the program declares other than what the rollout began with: half of the devices would get the one, half the other. */
export const demandSameProgram = (
  { manifest, rollout }: DeclaredRollout,
  digests: Readonly<Record<string, string>>,
): void => {
  const now = new Map(manifest.targets.map((target) => [target.id, digestOf(target)]));
  const other = [...new Set([...Object.keys(digests), ...now.keys()])].filter((id) => now.get(id) !== digests[id]);
  if (other.length === 0) return;
  fail(
    'rollout.changed',
    rollout.name,
    `the program has changed since it was started, for ${other.slice(0, 5).join(', ')}${other.length > 5 ? ` and ${other.length - 5} more` : ''}`,
    'go on with the revision that it was started with; or abort it and start it again',
  );
};
