import type { Problem } from '../../kernel/problem';
import { topological } from '../../kernel/graph';
import { catalogue, methodOf, whyNotLookedUp } from '../../model/construct-names';
import type { Resource } from '../../model/network';
import { addressOf, isNamedByUser, type Ref } from '../../model/noun';
import { nouns, type Kind } from '../../model/nouns';
import { masked } from '../../model/secret';
import {
  isLeftOut,
  judgedOf,
  onlyName,
  referringTo,
  unwritten,
  type Declared,
  type Item,
  type Judged,
  type LeftOut,
  type ReadObjects,
} from './judge';
import { envNames } from './secrets';

/** What an object is called: its kind alone where a device has one of it. */
export const titleOf = ({ kind, name }: { readonly kind: string; readonly name: string }): string =>
  onlyName(kind) === undefined && name !== kind ? `${kind} ${name}` : kind;

export interface DeviceObjects {
  readonly declared: readonly Declared[];
  readonly leftOut: readonly LeftOut[];
  /** Objects that are on the device, and that only are referred to. */
  readonly existing: readonly Ref[];
  /** Environment variables that the program reads. */
  readonly variables: readonly string[];
}

/** What the platform refuses of these: problems whose path is that of a resource. */
export type Refusals = (resources: readonly Resource[]) => readonly Problem[] | Promise<readonly Problem[]>;

/** The code of a problem that says: taking the object over would type something. */
export const differs = 'import.differs';

type Addressed = { readonly kind: string; readonly name: string; readonly address?: string };
const addressIn = ({ kind, name, address }: Addressed): string => address ?? addressOf(kind, name);

/** Whether `fromExisting` can name it: not where a name alone does not say which object it is. */
const canBeExisting = (kind: string): boolean => {
  if (methodOf(kind as Kind) !== undefined) return true;
  const isPlain = catalogue.has(kind as Kind) && isNamedByUser(nouns[kind as Kind]) && kind !== 'access-list';
  return isPlain && nouns[kind as Kind].within === undefined && whyNotLookedUp(kind as Kind) === undefined;
};

/** The first of those that refer to each other in a circle that the platform cannot type. */
const inCircle = (items: readonly Item[]): readonly Problem[] => {
  const { cycle } = topological(items, addressIn, ({ targets }) => targets);
  if (cycle === undefined) return [];
  const message = `it is part of a circle of references: ${cycle.join(', ')}`;
  return [{ code: 'refs.cycle', path: cycle[0]!, message }];
};

const resourceOf = ({ kind, name, address: path, noun, lines, raw }: Item): Resource =>
  raw === undefined ? { kind, name, noun, lines, path } : { kind, name, noun, lines, path, raw: raw.lines };

const leftOutFor = ({ kind, name, lines }: Item, why: string): LeftOut => ({ kind, name, lines, why });

/** An object that the platform refuses: once more with the lines that no property writes, then left out. */
const secondTry = (item: Item, { code, message }: Problem): Judged => {
  const { raw, spare } = item;
  const [next, ...others] = spare;
  if (next !== undefined && code === (raw === undefined ? differs : 'raw.block'))
    return { ...item, raw: next, spare: others };
  return leftOutFor(item, raw === undefined ? masked(message) : unwritten(raw.own));
};

/** Whether an object is on the device, by its address, declared or not. */
type IsThere = (address: string) => boolean;

/** Those that refer to what neither is declared nor can be named are left out. */
const connected = (judged: readonly Judged[], isThere: IsThere): readonly Judged[] => {
  const declared = new Set<string>();
  for (const each of judged) if (!isLeftOut(each)) declared.add(each.address);
  const kept = judged.map((each): Judged => {
    if (isLeftOut(each)) return each;
    const gone = each.refs.find(({ ref }, at) => {
      const target = each.targets[at]!;
      return !declared.has(target) && !(isThere(target) && canBeExisting(ref));
    });
    if (gone === undefined) return each;
    const to = masked(`the ${nouns[gone.ref as Kind].title} ${gone.name}`);
    return leftOutFor(each, `it refers to ${to}, which this program does not declare`);
  });
  return kept.some((each, at) => each !== judged[at]) ? connected(kept, isThere) : judged;
};

/** Rounds, until the platform takes all that is not left out. */
const settled = async (judged: readonly Judged[], isThere: IsThere, refusals: Refusals): Promise<readonly Judged[]> => {
  const now = connected(judged, isThere);
  const items = now.filter((each): each is Item => !isLeftOut(each));
  const refused = await refusals(items.map(resourceOf));
  if (refused.length === 0) return now;
  const circle = refused.some(({ code }) => code === 'refs.cycle') ? inCircle(items) : [];
  const byPath = new Map([...circle, ...refused].map((problem) => [problem.path, problem]));
  const next = now.map((each): Judged => {
    const problem = isLeftOut(each) ? undefined : byPath.get(addressIn(each));
    return problem === undefined || isLeftOut(each) ? each : secondTry(each, problem);
  });
  return next.some((each, at) => each !== now[at]) ? settled(next, isThere, refusals) : now;
};

const unreadableIn = (
  { unreadable }: ReadObjects,
  source: readonly string[],
  declared: ReadonlySet<string>,
): readonly LeftOut[] =>
  unreadable.map(({ unread, why, ...each }) => ({
    ...each,
    why:
      why ??
      (declared.has(addressIn(each))
        ? `a second block of it: ${unwritten(unread.map((line) => source[line - 1] ?? ''))}`
        : unwritten(unread.map((line) => source[line - 1] ?? ''))),
  }));

/** A configuration of which objects are imported. */
export interface Imported {
  readonly inspection: ReadObjects;
  /** The lines of the file. */
  readonly source: readonly string[];
  /** What names of variables begin with. */
  readonly device: string;
  /** Names of objects that stay unmanaged. */
  readonly excluded: readonly string[];
}

/** `aaa new-model` needs a way in: where users stay unmanaged, the program says that one of them is there. */
const withWayIn = (items: readonly Item[], leftOut: readonly LeftOut[]): readonly Item[] => {
  const user = leftOut.find(({ kind }) => kind === 'local-user');
  if (user === undefined || items.some(({ kind }) => kind === 'local-user')) return items;
  const fallback: Ref = { ref: 'local-user', name: user.name };
  return items.map((item) =>
    item.kind === 'aaa'
      ? {
          ...item,
          noun: { ...item.noun, fallback } as Item['noun'],
          props: { ...item.props, fallback },
          ...referringTo([...item.refs, fallback]),
        }
      : item,
  );
};

/** What of a configuration a program declares, in the order in which the file has it, and what it leaves alone and why. */
export const objectsOf = async (
  { inspection, source, device, excluded }: Imported,
  refusals: Refusals,
): Promise<DeviceObjects> => {
  const { nouns: read, unreadable, there: others = [], isPart } = inspection;
  const there = new Set([...read, ...unreadable, ...others].map(addressIn));
  const first = judgedOf(inspection, device, source).map((each) =>
    excluded.includes(each.name) && !isLeftOut(each) ? leftOutFor(each, 'it is excluded') : each,
  );
  const isThere: IsThere = (address) => isPart === true || there.has(address);
  const judged = await settled(first, isThere, refusals);
  const items = withWayIn(
    judged.filter((each): each is Item => !isLeftOut(each)),
    judged.filter(isLeftOut),
  );
  const declared = new Set(items.map(addressIn));
  const existing = new Map(
    items.flatMap(({ refs, targets }) =>
      refs.flatMap((to, at): readonly (readonly [string, Ref])[] =>
        declared.has(targets[at]!) ? [] : [[targets[at]!, to]],
      ),
    ),
  );
  const leftOut = [...judged.filter(isLeftOut), ...unreadableIn(inspection, source, declared)];
  return {
    declared: items,
    leftOut: leftOut.sort((a, b) => a.lines[0] - b.lines[0]),
    existing: [...existing.values()],
    variables: [...new Set(items.flatMap(({ props }) => envNames(props)))],
  };
};
