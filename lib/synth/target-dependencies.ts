import { Construct, type IConstruct } from 'constructs';
import { topological } from '../kernel/graph';
import { problem, type Problem } from '../kernel/problem';
import type { Need, Target } from '../model/network';
import { isGenerated, secretsOf } from '../model/secret';
import { declarationsOf, type propsReader } from './declaration';
import { targetOf } from './placement';

/** A target with the construct that declares it. */
export interface Home {
  readonly construct: IConstruct;
  /** All constructs on it. */
  readonly constructs: readonly IConstruct[];
  readonly target: Omit<Target, 'needs'>;
}

/** Every construct that stands in the props of another, at any depth; constructs are not looked into. */
const constructsIn = (value: unknown): readonly IConstruct[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Construct.isConstruct(value)) return [value];
  return Object.values(value).flatMap(constructsIn);
};

interface Pointer {
  readonly to: string;
  readonly why: string;
}

/** What is on no device (a pattern, a group of devices) is all that is below it and all that it depends on. */
const onDevices = (construct: IConstruct, seen = new Set<IConstruct>()): readonly IConstruct[] => {
  if (targetOf(construct) !== undefined) return [construct];
  if (seen.has(construct)) return [];
  seen.add(construct);
  return [...construct.node.children, ...construct.node.dependencies].flatMap((each) => onDevices(each, seen));
};

/** Of the construct itself, and of what contains it. */
const dependenciesOf = (construct: IConstruct): readonly IConstruct[] =>
  construct.node.scopes.flatMap((scope) => scope.node.dependencies).flatMap((each) => onDevices(each));

/** What the constructs of one target refer to on others: in their props, or by `node.addDependency`. */
const referencesOf = (
  { construct: home, constructs }: Home,
  homes: ReadonlyMap<IConstruct | undefined, Home>,
  propsOf: ReturnType<typeof propsReader>,
) =>
  constructs.flatMap((construct): readonly Pointer[] => {
    const named = declarationsOf(construct).flatMap((d) =>
      d.as === 'noun' ? constructsIn(propsOf(d)) : d.as === 'target' ? constructsIn(d.props) : [],
    );
    return [...named, ...dependenciesOf(construct)].flatMap((other) => {
      const owner = targetOf(other);
      const there = homes.get(owner);
      if (there === undefined || owner === home) return [];
      return [{ to: there.target.id, why: `${construct.node.path} refers to ${other.node.path}` }];
    });
  });

/** The secrets of one target that others make, and those that nothing in the program makes. */
const secretsFrom = (
  { target }: Home,
  homes: ReadonlyMap<string, Home>,
): { readonly pointers: readonly Pointer[]; readonly problems: readonly Problem[] } => {
  const made = secretsOf([target.settings, target.resources.map((r) => r.noun)]).filter(isGenerated);
  const of = made.map((secret) => ({
    secret,
    maker: homes.get(secret.target)?.target,
  }));
  return {
    pointers: of.flatMap(({ secret, maker }) =>
      maker === undefined || maker.id === target.id
        ? []
        : [{ to: maker.id, why: `${target.path} takes ${secret.field} of ${secret.address} from it` }],
    ),
    problems: of.flatMap(({ secret, maker }) =>
      maker === undefined
        ? [
            problem(
              'secret.homeless',
              target.path,
              `takes ${secret.field} of ${secret.address} from ${secret.target}, which is not a device of this stack`,
              'declare the device that makes it in the same stack',
            ),
          ]
        : [],
    ),
  };
};

const circle = (targets: readonly Target[]): readonly Problem[] => {
  const { cycle } = topological(
    targets,
    (target) => target.id,
    (target) => target.needs.map((need) => need.target),
  );
  if (cycle === undefined) return [];
  const whys = cycle.map((id, i) => {
    const next = cycle[(i + 1) % cycle.length];
    return targets.find((t) => t.id === id)!.needs.find((need) => need.target === next)!.why;
  });
  return [
    problem(
      'target.circle',
      targets.find((t) => t.id === cycle[0])!.path,
      `each of ${cycle.join(', ')} needs the next and the last needs the first: ${whys.join('; ')}`,
      'take one of these references out: a value can be written in both places instead',
    ),
  ];
};

/** Which targets come before which. It comes from references and secrets that cross from one device to another. */
export const withNeeds = (
  homes: readonly Home[],
  propsOf: ReturnType<typeof propsReader>,
): { readonly targets: readonly Target[]; readonly problems: readonly Problem[] } => {
  const byPath = new Map(homes.map((home) => [home.target.path, home]));
  const byConstruct = new Map(homes.map((home) => [home.construct, home]));
  const found = homes.map((home) => {
    const { pointers, problems } = secretsFrom(home, byPath);
    const needs = new Map<string, Need>();
    for (const { to, why } of [...referencesOf(home, byConstruct, propsOf), ...pointers])
      if (!needs.has(to)) needs.set(to, { target: to, why });
    return { target: { ...home.target, needs: [...needs.values()] }, problems };
  });
  const targets = found.map(({ target }) => target);
  return { targets, problems: [...found.flatMap(({ problems }) => problems), ...circle(targets)] };
};
