import { matcherOf } from '../kernel/pattern';
import { problem, type Problem } from '../kernel/problem';
import type { Rollout, Wave } from '../model/rollout';

/** A device that a rollout changes. */
export interface Member {
  /** Id of its target. */
  readonly id: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Many others have tunnels to it: it comes after them. */
  readonly hub: boolean;
  /** Ids of targets that must be as declared before it can be. */
  readonly needs: readonly string[];
}

/** A wave with its devices. Those of one step are changed by one run, since each alone would part them. */
export interface PlannedWave {
  readonly name: string;
  readonly steps: readonly (readonly string[])[];
  readonly approval: boolean;
  readonly parallel: number;
}

const isChosen = (wave: Wave): ((member: Member) => boolean) => {
  const like = wave.targets?.map(matcherOf);
  const labels = Object.entries(wave.labels ?? {});
  return ({ id, labels: has }) =>
    (like === undefined || like.some((matches) => matches(id))) && labels.every(([name, value]) => has[name] === value);
};

/** Spokes before hubs, as declared otherwise. */
const spokesFirst = (members: readonly Member[]): readonly Member[] =>
  [...members].sort((a, b) => Number(a.hub) - Number(b.hub));

/** Which wave each device is in, by the order of the waves; those that no wave takes are not in it. */
const chosen = ({ waves }: Rollout, members: readonly Member[]): Map<string, number> => {
  const queue = spokesFirst(members);
  const taken = new Map<string, number>();
  waves.forEach((wave, i) => {
    const most =
      wave.count ?? (wave.percent === undefined ? Infinity : Math.ceil((members.length * wave.percent) / 100));
    const fits = queue.filter((member) => !taken.has(member.id)).filter(isChosen(wave));
    for (const { id } of fits.slice(0, most)) taken.set(id, i);
  });
  return taken;
};

/** Sets of devices that are changed in one step: what `together` joins, over any number of pairs. */
const joined = (members: readonly Member[], together: readonly (readonly [string, string])[]): Map<string, string> => {
  const leader = new Map(members.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(id, at);
    return at;
  };
  for (const [a, b] of together) if (leader.has(a) && leader.has(b)) leader.set(find(b), find(a));
  return new Map(members.map(({ id }) => [id, find(id)]));
};

/** Moves a device to an earlier wave where another that is changed with it, or that needs it, is in that. */
const settled = (
  at: Map<string, number>,
  members: readonly Member[],
  leaderOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> => {
  const earliest = new Map<string, number>();
  const ofStep = (id: string): number => earliest.get(leaderOf.get(id)!) ?? Infinity;
  for (const { id } of members) earliest.set(leaderOf.get(id)!, Math.min(ofStep(id), at.get(id) ?? Infinity));
  for (let moved = true; moved;) {
    moved = false;
    for (const { id, needs } of members)
      for (const need of needs)
        if (leaderOf.has(need) && ofStep(need) > ofStep(id)) {
          earliest.set(leaderOf.get(need)!, ofStep(id));
          moved = true;
        }
  }
  return new Map(members.map(({ id }) => [id, ofStep(id)]));
};

export interface Waves {
  readonly waves: readonly PlannedWave[];
  /** What a person should know: devices that are changed earlier than declared, and why. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

const listed = (ids: readonly string[]): string =>
  ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more`;

const problemsOf = (declared: Rollout, members: readonly Member[], at: ReadonlyMap<string, number>) => {
  const left = members.filter(({ id }) => !at.has(id)).map(({ id }) => id);
  const filled = new Set(at.values());
  const empty = declared.waves.flatMap((wave, i) => (filled.has(i) ? [] : [nameOf(wave, i)]));
  return [
    ...(left.length === 0
      ? []
      : [
          problem(
            'rollout.left',
            declared.name,
            `${left.length} ${left.length === 1 ? 'device is' : 'devices are'} in no wave: ${listed(left)}`,
            'add a last wave that selects nothing: it takes all the others',
          ),
        ]),
    ...empty.map((name) =>
      problem('rollout.empty', declared.name, `'${name}' takes no device`, 'correct what it selects, or remove it'),
    ),
  ];
};

const nameOf = (wave: Wave, i: number): string => wave.name ?? `wave ${i + 1}`;

/**
 * The waves of a rollout. Each device is in the first wave that takes it; within a wave spokes come before hubs. Devices of
 * a pair in `together` are changed in one step, in the earlier wave of the two, and what a device needs comes no later.
 */
export const wavesOf = (
  declared: Rollout,
  members: readonly Member[],
  together: readonly (readonly [string, string])[] = [],
): Waves => {
  const at = chosen(declared, members);
  const problems = problemsOf(declared, members, at);
  if (problems.length > 0) return { waves: [], notes: [], problems };
  const leaderOf = joined(members, together);
  const when = settled(at, members, leaderOf);
  const order = spokesFirst(members);
  const waves = declared.waves.flatMap((wave, i): readonly PlannedWave[] => {
    const steps = new Map<string, string[]>();
    for (const { id } of order.filter((member) => when.get(member.id) === i)) {
      const step = steps.get(leaderOf.get(id)!);
      if (step === undefined) steps.set(leaderOf.get(id)!, [id]);
      else step.push(id);
    }
    const { approval, parallel } = wave;
    return steps.size === 0 ? [] : [{ name: nameOf(wave, i), steps: [...steps.values()], approval, parallel }];
  });
  const early = members.filter(({ id }) => when.get(id)! < at.get(id)!).map(({ id }) => id);
  const notes =
    early.length === 0
      ? []
      : [
          `${listed(early)}: earlier than declared, since a device of an earlier wave needs it, or would lose its tunnel to it`,
        ];
  return { waves, notes, problems };
};
