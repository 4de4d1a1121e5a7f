import { Construct, type IConstruct } from 'constructs';
import { topological } from '../kernel/graph';
import { groupBy } from '../kernel/group';
import { problem, type Problem } from '../kernel/problem';
import type { Need, Target } from '../model/network';
import { addressOf, refsOf } from '../model/noun';
import { platformOf } from '../platforms';
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
  /** Address of what it looks up there. */
  readonly object?: string;
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

/** What a target looks up and another, whose objects it sees, makes. */
const lookupsOf = ({ target }: Home, homes: readonly Home[]): readonly Pointer[] => {
  const { sees } = platformOf(target.platform);
  const seen = homes.filter(
    ({ target: other }) => other.platform === target.platform && sees?.(target.settings, other.settings) === true,
  );
  return seen.flatMap(({ target: other }) => {
    const made = new Map(other.resources.map((one) => [addressOf(one.kind, one.name), one]));
    return target.resources.flatMap(({ path, noun }) =>
      refsOf(noun).flatMap((ref): readonly Pointer[] => {
        const object = addressOf(ref.ref, ref.name);
        const there = ref.external ? made.get(object) : undefined;
        return there === undefined ? [] : [{ to: other.id, why: `${path} looks up ${there.path}`, object }];
      }),
    );
  });
};

/** One need for each target that is pointed to. */
const needsBy = (pointers: readonly Pointer[]): readonly Need[] =>
  [...groupBy(pointers, ({ to }) => to)].map(([target, all]) => {
    const objects = [...new Set(all.flatMap(({ object }) => object ?? []))];
    return { target, why: all[0]!.why, ...(objects.length === 0 ? {} : { objects }) };
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
    const all = [...referencesOf(home, byConstruct, propsOf), ...pointers, ...lookupsOf(home, homes)];
    return { target: { ...home.target, needs: needsBy(all) }, problems };
  });
  const targets = found.map(({ target }) => target);
  return { targets, problems: [...found.flatMap(({ problems }) => problems), ...circle(targets)] };
};
