import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import type { Network, Target } from '../model/network';
import { label, rollout, type Rollout } from '../model/rollout';
import { wording } from '../model/wording';
import { networkViewOf } from '../rules/engine/network-view';
import { pairsOf } from '../rules/facts/pairs';
import { issues } from './prop-issues';
import { wavesOf } from '../rollout/waves';
import { declarationsOf } from './declaration';

/** What rollouts select a device by: its own labels, and those of what contains it; the nearest counts. */
export const labelsOf = (construct: IConstruct): Readonly<Record<string, string>> =>
  Object.fromEntries(
    construct.node.scopes.flatMap((scope) =>
      declarationsOf(scope).flatMap((d) => (d.as === 'label' ? [[d.name, d.value] as const] : [])),
    ),
  );

const labelProblems = (construct: IConstruct): readonly Problem[] =>
  declarationsOf(construct).flatMap((d) => {
    if (d.as !== 'label') return [];
    const name = label.name.safeParse(d.name, { error: wording });
    const value = label.value.safeParse(d.value, { error: wording });
    return [name, value].flatMap(({ error }) => (error === undefined ? [] : issues(construct.node.path, error)));
  });

/** The changes in waves that a stack declares, and what is wrong with them and with labels. */
export const rolloutsIn = (
  all: readonly IConstruct[],
): { readonly rollouts: readonly Rollout[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = all.flatMap(labelProblems);
  const named = new Map<string, string>();
  const rollouts = all.flatMap((construct) =>
    declarationsOf(construct).flatMap((d): readonly Rollout[] => {
      if (d.as !== 'rollout') return [];
      const { path } = construct.node;
      const { data, error } = rollout.safeParse(d.props, { error: wording });
      if (error !== undefined) problems.push(...issues(path, error));
      const other = data && named.get(data.name);
      if (other !== undefined)
        problems.push(
          problem('rollout.twice', path, `is named ${data!.name}, as ${other} is`, 'give one of them another name'),
        );
      if (data !== undefined) named.set(data.name, path);
      return data === undefined ? [] : [data];
    }),
  );
  return { rollouts, problems };
};

/** Waves that take no device, and devices that no wave takes. */
export const waveProblems = (rollouts: readonly Rollout[], targets: readonly Target[]): readonly Problem[] => {
  const members = targets.map(({ id, labels = {}, needs }) => ({
    id,
    labels,
    hub: false,
    needs: needs.map(({ target }) => target),
  }));
  return rollouts.flatMap((declared) => wavesOf(declared, members).problems);
};

/** Pairs of different targets that have a tunnel with each other. */
export const tunnelsOf = (network: Network): readonly (readonly [string, string])[] => {
  const pairs = pairsOf(networkViewOf(network)).flatMap(([a, b]) => {
    const ends = [a.device.id, b.device.id].sort();
    return ends[0] === ends[1] ? [] : [ends as [string, string]];
  });
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()].sort((a, b) =>
    a.join(' ') < b.join(' ') ? -1 : 1,
  );
};

/** What of a network only its rollouts ask for. */
export const rolloutParts = (
  network: Network,
): { readonly rollouts?: readonly Rollout[]; readonly tunnels?: readonly (readonly [string, string])[] } =>
  network.rollouts === undefined ? {} : { rollouts: network.rollouts, tunnels: tunnelsOf(network) };

export const labelled = (construct: IConstruct): Pick<Target, 'labels'> => {
  const labels = labelsOf(construct);
  return Object.keys(labels).length === 0 ? {} : { labels };
};
