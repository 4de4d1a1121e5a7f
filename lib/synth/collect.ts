import type { IConstruct } from 'constructs';
import type { z } from 'zod';
import { groupBy } from '../kernel/group';
import { problem, type Problem } from '../kernel/problem';
import type { Network, Resource, Target } from '../model/network';
import { fileWord, fileWordRemedy } from '../kernel/text';
import { nouns, type Kind, type NounOf } from '../model/nouns';
import { unmanagedPeer, type UnmanagedPeer } from '../model/unmanaged-peer';
import { wording } from '../model/wording';
import { below } from '../rules/engine/check';
import { crossDeviceReferences } from './cross-device-references';
import {
  declarationsOf,
  nounsOf,
  propsReader,
  unreadable,
  type NounDeclaration,
  type TargetDeclaration,
} from './declaration';
import { ledgerOf } from './ledger-place';
import { formerLedgers, movedObjects, movedProblems } from './moved';
import { withNeeds, type Home } from './target-dependencies';
import { deviceOf, targetOf } from './placement';
import { issues } from './prop-issues';
import { labelled, rolloutsIn, waveProblems } from './rollouts';
import { settingsOf } from './target-settings';
import { clashes, targetId } from './unique';

/** How the declarations of one tree are read. */
interface Reading {
  /** What is wrong is added here. */
  readonly problems: Problem[];
  readonly propsOf: ReturnType<typeof propsReader>;
}

const accepted = <T>(result: z.ZodSafeParseResult<T>, path: string, problems: Problem[]): T | undefined => {
  if (result.success) return result.data;
  problems.push(...issues(path, result.error));
  return undefined;
};

/** Constructs of one target, in the order of the tree. */
type Population = ReadonlyMap<IConstruct | undefined, readonly IConstruct[]>;

/** What is marked of a resource: on which device it is where the tree does not say so, and what was overridden. */
const extras = (construct: IConstruct, { overrides }: NounDeclaration): Partial<Resource> => {
  const device = deviceOf(construct)?.node.path;
  const raw = overrides.flatMap((each) => each.raw ?? []);
  const rest = overrides.flatMap((each) => each.rest ?? []);
  const [reached] = declarationsOf(construct).flatMap((each) => (each.as === 'reached' ? [each.address] : []));
  return {
    ...(device === undefined || below(construct.node.path, device) ? {} : { device }),
    ...(overrides.length === 0 ? {} : { overrides: overrides.map(({ words }) => words) }),
    ...(raw.length === 0 ? {} : { raw }),
    ...(rest.length === 0 ? {} : { rest }),
    ...(reached === undefined ? {} : { reached }),
  };
};

const resourceOf = (construct: IConstruct, d: NounDeclaration, { problems, propsOf }: Reading): readonly Resource[] => {
  const path = construct.node.path;
  const spec = nouns[d.kind] as (typeof nouns)[Kind] | undefined;
  if (spec === undefined) {
    problems.push(
      problem('noun.unknown', path, `declares '${d.kind}', which this version of tunnelwright does not know`, oneCopy),
    );
    return [];
  }
  const schema = spec.schema as z.ZodType<NounOf<Kind>>;
  const noun = accepted(schema.safeParse(propsOf(d), { error: wording }), path, problems);
  return noun === undefined ? [] : [{ kind: d.kind, name: d.ref.name, path, noun, ...extras(construct, d) }];
};

const resourcesOn = (all: readonly IConstruct[], reading: Reading): readonly Resource[] => {
  const seen = new Map<string, string>();
  return all.flatMap((construct) =>
    nounsOf(construct).flatMap((d): readonly Resource[] => {
      const path = construct.node.path;
      const resources = resourceOf(construct, d, reading);
      const before = seen.get(`${d.kind}/${d.ref.name}`);
      seen.set(`${d.kind}/${d.ref.name}`, path);
      if (before !== undefined)
        reading.problems.push(
          problem(
            'noun.twice',
            path,
            `writes the ${nouns[d.kind].title} ${d.ref.name}, which ${before} writes too`,
            'give one of them another name, or share the construct',
          ),
        );
      return resources;
    }),
  );
};

/** What others refer to comes first, as the nouns are listed; within a kind as declared. */
const rank = new Map(Object.keys(nouns).map((kind, i) => [kind, i]));
const inOrder = (resources: readonly Resource[]): readonly Resource[] =>
  [...resources].sort((a, b) => rank.get(a.kind)! - rank.get(b.kind)!);

/** Objects on no device, and those on a device of another stack, which no manifest would have. */
const homeless = (population: Population, root: IConstruct): readonly Problem[] =>
  [...population].flatMap(([target, constructs]) => {
    if (target?.node.scopes.includes(root)) return [];
    return constructs
      .filter((construct) => nounsOf(construct).length > 0)
      .map((construct) =>
        target === undefined
          ? problem(
              'noun.homeless',
              construct.node.path,
              'is not attached to a device',
              'give a device as its scope, new IkeV2Proposal(edge, …), or beside it: { …, device: edge }',
            )
          : problem(
              'noun.homeless',
              construct.node.path,
              `is on ${target.node.path}, which another stack declares`,
              'declare both in one stack',
            ),
      );
  });

const oneCopy =
  'use one version of tunnelwright: packages of modules list it under peerDependencies, and npm ls tunnelwright shows one';

/** Constructs of this package that cannot be read: left out of a manifest they would be deleted from their devices. */
const foreign = (all: readonly IConstruct[]): readonly Problem[] =>
  all.flatMap((construct) => {
    const why = unreadable(construct);
    return why === undefined ? [] : [problem('declaration.unreadable', construct.node.path, why, oneCopy)];
  });

const populationOf = (all: readonly IConstruct[]): Population => groupBy(all, targetOf);

const declaredProblems = (all: readonly IConstruct[]): readonly Problem[] =>
  all.flatMap((construct) =>
    declarationsOf(construct).flatMap((d) =>
      d.as === 'problem' ? [problem(d.code, construct.node.path, d.message, d.hint)] : [],
    ),
  );

/** Of a suite that is not valid the ends that are managed say so. */
const peersIn = (all: readonly IConstruct[]): readonly UnmanagedPeer[] =>
  all.flatMap((construct) =>
    declarationsOf(construct).flatMap((d) => (d.as === 'peer' ? (unmanagedPeer.safeParse(d.peer).data ?? []) : [])),
  );

const moves = (
  root: IConstruct,
  owner: IConstruct,
  constructs: readonly IConstruct[],
): Pick<Target, 'moved' | 'movedObjects'> => {
  const moved = formerLedgers(root, owner);
  const objects = movedObjects(constructs.filter((construct) => construct !== owner));
  return { ...(moved.length === 0 ? {} : { moved }), ...(objects.length === 0 ? {} : { movedObjects: objects }) };
};

interface Collecting extends Reading {
  readonly root: IConstruct;
  readonly population: Population;
}

/** One device with what is on it; undefined where its settings are not valid. */
const homeOf = (
  construct: IConstruct,
  declaration: TargetDeclaration,
  { root, population, ...reading }: Collecting,
): Home | undefined => {
  const { problems } = reading;
  const constructs = population.get(construct) ?? [];
  const path = construct.node.path;
  const settings = accepted(settingsOf(declaration), path, problems);
  const id = targetId(root, construct);
  if (!fileWord.test(id))
    problems.push(problem('target.name', path, `'${id.slice(0, 60)}' cannot name a target`, `write ${fileWordRemedy}`));
  const resources = inOrder(resourcesOn(constructs, reading));
  problems.push(...crossDeviceReferences(construct, resources));
  if (settings === undefined) return undefined;
  const target = {
    id,
    platform: declaration.platform,
    path,
    settings,
    resources,
    ...labelled(construct),
    ...moves(root, construct, constructs),
  };
  return { construct, constructs, target };
};

/** Everything that the constructs below `root`, which are `all`, declare, checked; what is wrong comes back all at once. */
export const collect = (root: IConstruct, all: readonly IConstruct[] = root.node.findAll()): Network => {
  const population = populationOf(all);
  const problems: Problem[] = [
    ...foreign(all),
    ...homeless(population, root),
    ...clashes(root, all),
    ...all.flatMap((construct) => movedProblems(construct, all)),
    ...declaredProblems(all),
  ];
  const propsOf = propsReader();
  const found = all.flatMap((construct): readonly Home[] =>
    declarationsOf(construct).flatMap((d) => {
      if (d.as !== 'target') return [];
      return homeOf(construct, d, { root, population, problems, propsOf }) ?? [];
    }),
  );
  const joined = withNeeds(found, propsOf);
  const peers = peersIn(all);
  const kept = ledgerOf(root, all);
  const waves = rolloutsIn(all);
  return {
    stack: root.node.id,
    targets: joined.targets,
    ...(peers.length === 0 ? {} : { peers }),
    ...(kept.ledger === undefined ? {} : { ledger: kept.ledger }),
    ...(waves.rollouts.length === 0 ? {} : { rollouts: waves.rollouts }),
    problems: [
      ...problems,
      ...kept.problems,
      ...waves.problems,
      ...waveProblems(waves.rollouts, joined.targets),
      ...joined.problems,
    ],
  };
};
