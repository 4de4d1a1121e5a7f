import type { IConstruct } from 'constructs';
import type { z } from 'zod';
import { problem, type Problem } from '../kernel/problem';
import { fileWord, fileWordRemedy } from '../kernel/text';
import type { Network, Resource, Target } from '../model/network';
import { nouns, type Kind, type NounOf } from '../model/nouns';
import { targets, type PlatformId, type TargetSettings } from '../model/targets';
import { place, wording } from '../model/wording';
import { crossings } from './crossing';
import { declarationsOf, targetOf } from './declaration';
import { formerLedgers, movedObjects, movedProblems } from './moved';
import { withNeeds, type Home } from './needs';
import { clashes, targetId } from './unique';

/** What a schema finds wrong, in the user's terms. */
export const issues = (path: string, error: z.ZodError): readonly Problem[] =>
  error.issues.map((issue) =>
    problem('prop.invalid', path, issue.path.length === 0 ? issue.message : `${place(issue.path)}: ${issue.message}`),
  );

const parsed = <T>(schema: z.ZodType<T>, props: unknown, path: string, problems: Problem[]): T | undefined => {
  const result = schema.safeParse(props, { error: wording });
  if (result.success) return result.data;
  problems.push(...issues(path, result.error));
  return undefined;
};

const resourcesOn = (owner: IConstruct, all: readonly IConstruct[], problems: Problem[]): readonly Resource[] => {
  const seen = new Map<string, string>();
  return all
    .filter((construct) => targetOf(construct) === owner)
    .flatMap((construct) =>
      declarationsOf(construct).flatMap((d): readonly Resource[] => {
        if (d.as !== 'noun') return [];
        const path = construct.node.path;
        const noun = parsed(nouns[d.kind].schema as z.ZodType<NounOf<Kind>>, d.props(), path, problems);
        const before = seen.get(`${d.kind}/${d.ref.name}`);
        seen.set(`${d.kind}/${d.ref.name}`, path);
        if (before !== undefined)
          problems.push(
            problem(
              'noun.twice',
              path,
              `writes the ${nouns[d.kind].title} ${d.ref.name}, which ${before} writes too`,
              'give one of them another name, or share the construct',
            ),
          );
        return noun === undefined ? [] : [{ kind: d.kind, name: d.ref.name, path, noun }];
      }),
    );
};

/** What others refer to comes first, as the nouns are listed; within a kind as declared. */
const rank = new Map(Object.keys(nouns).map((kind, i) => [kind, i]));
const inOrder = (resources: readonly Resource[]): readonly Resource[] =>
  [...resources].sort((a, b) => rank.get(a.kind)! - rank.get(b.kind)!);

const homeless = (all: readonly IConstruct[]): readonly Problem[] =>
  all
    .filter((construct) => declarationsOf(construct).some((d) => d.as === 'noun') && targetOf(construct) === undefined)
    .map((construct) =>
      problem(
        'noun.homeless',
        construct.node.path,
        'stands on no device',
        'give a device as its scope: new IkeV2Proposal(edge, …)',
      ),
    );

/** Everything that the constructs below `root` declare, checked; what is wrong comes back all at once. */
export const collect = (root: IConstruct): Network => {
  const all = root.node.findAll();
  const problems: Problem[] = [
    ...homeless(all),
    ...clashes(root),
    ...all.flatMap((construct) => movedProblems(construct, all)),
  ];
  for (const construct of all)
    for (const d of declarationsOf(construct))
      if (d.as === 'problem') problems.push(problem(d.code, construct.node.path, d.message, d.hint));
  const moves = (owner: IConstruct): Pick<Target, 'moved' | 'movedObjects'> => {
    const moved = formerLedgers(root, owner);
    const objects = movedObjects(all.filter((construct) => construct !== owner && targetOf(construct) === owner));
    return { ...(moved.length === 0 ? {} : { moved }), ...(objects.length === 0 ? {} : { movedObjects: objects }) };
  };
  const found = all.flatMap((construct): readonly Home[] =>
    declarationsOf(construct).flatMap((d) => {
      if (d.as !== 'target') return [];
      const path = construct.node.path;
      const settings = parsed(
        targets[d.platform] as unknown as z.ZodType<TargetSettings<PlatformId>>,
        d.props,
        path,
        problems,
      );
      const id = targetId(root, construct);
      if (!fileWord.test(id))
        problems.push(
          problem('target.name', path, `'${id.slice(0, 60)}' cannot name a target`, `write ${fileWordRemedy}`),
        );
      const resources = inOrder(resourcesOn(construct, all, problems));
      problems.push(...crossings(construct, resources));
      return settings === undefined
        ? []
        : [{ construct, target: { id, platform: d.platform, path, settings, resources, ...moves(construct) } }];
    }),
  );
  const joined = withNeeds(found, all);
  return { stack: root.node.id, targets: joined.targets, problems: [...problems, ...joined.problems] };
};
