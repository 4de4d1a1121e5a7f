import type { Inspection, Inventory, NamedObject } from '../contract/platform';
import { defined } from '../kernel/defined';
import type { Problem } from '../kernel/problem';
import { topological } from '../kernel/graph';
import { catalogue, methodOf, whyNotLookedUp } from '../model/construct-names';
import type { Resource } from '../model/network';
import { addressOf, isNamedByUser, onlyNameOf, refsOf, type Ref } from '../model/noun';
import { nouns, type Kind } from '../model/nouns';
import { masked } from '../model/secret';
import { place, withoutRemedy, wording } from '../model/wording';
import { withoutDefaults } from './defaults';
import { dashed } from './naming';
import { spareIn, type Spare } from './unwritten-lines';
import { envNames, holdsSecret, variablesFor, withVariables } from './secrets';

type Bag = Readonly<Record<string, unknown>>;

/** An object of the device as a construct declares it. */
export interface Declared {
  readonly kind: Kind;
  readonly name: string;
  /** `ikev2-proposal/EDGE`: made once, as each stage looks it up. */
  readonly address: string;
  /** Its name without that of its parent, where it has one. */
  readonly own?: string;
  /** What the program calls it, where its name is long. */
  readonly label?: string;
  readonly lines: readonly [number, number];
  /** What it holds besides, which no property writes and which stays as it is. */
  readonly stays?: readonly string[];
  /** What the construct is given, with references as `Ref`; without its name. */
  readonly props: Bag;
  /** What it refers to, in the order in which it is written. */
  readonly refs: readonly Ref[];
  /** The addresses of these: made once, as each stage looks them up. */
  readonly targets: readonly string[];
  /** Lines of its block that no property writes. */
  readonly raw?: Spare;
}

/** An object that stays unmanaged. */
export interface LeftOut {
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly [number, number];
  /** In words, without secrets of the device. */
  readonly why: string;
}

/** The name under which a device has the only one of a kind. */
const onlyName = (kind: string): string | undefined => onlyNameOf(nouns[kind as Kind] ?? {});

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

interface Item extends Declared {
  readonly noun: Resource['noun'];
  /** Lines of its block that no property writes. */
  readonly spare: readonly Spare[];
}
type Judged = Item | LeftOut;
const isLeftOut = (each: Judged): each is LeftOut => 'why' in each;

/** What was read of a device: of its configuration file, or of what a service answered. */
export interface ReadObjects
  extends Pick<Inspection, 'unmanaged' | 'unknown'>, Partial<Pick<Inventory<never>, 'meaning'>> {
  readonly nouns: readonly (Inspection['nouns'][number] & Partial<Pick<Declared, 'own' | 'label' | 'stays'>>)[];
  readonly unreadable: readonly (Inspection['unreadable'][number] & { readonly why?: string })[];
  /** Objects that are only referred to. */
  readonly there?: readonly NamedObject[];
  /** It is a part of a configuration, as a script is: what it refers to may be on the device and not in it. */
  readonly isPart?: boolean;
}
type ReadNoun = ReadObjects['nouns'][number];

/** A crypto map has its entries by its name: a construct names them. */
const withEntries = (read: ReadObjects['nouns'], { kind, name, props }: ReadNoun): Bag => {
  if (kind !== 'crypto-map') return props as Bag;
  const entries = read
    .filter((each) => each.kind === 'crypto-map-entry' && (each.props as Bag)['map'] === name)
    .map((each): Ref => ({ ref: 'crypto-map-entry', name: each.name }));
  return { ...props, entries };
};

const named = ({ kind, name: read, own, label, stays, lines }: ReadNoun, bag: Bag) => {
  const name = own === undefined ? (onlyName(kind) ?? read) : read;
  const called: Pick<Declared, 'own' | 'label' | 'stays'> =
    own === undefined && label === undefined && stays === undefined ? {} : defined({ own, label, stays });
  return { kind: kind as Kind, name, address: addressOf(kind, name), called, lines, bag };
};

/** Why an object stays of which no property writes these lines. */
const unwritten = (lines: readonly string[]): string => {
  const shown = lines.slice(0, 5).map((line) => `\`${masked(line.trim())}\``);
  return `no property writes ${[...shown, ...(lines.length > 5 ? ['…'] : [])].join(', ')}`;
};

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
/**
 * What is off needs no construct. What a construct misses the lines say that no property writes; of other refusals what to
 * write instead is no advice to one who wrote nothing.
 */
const refusalWords = (bag: Bag, issues: readonly Issue[], spare: Spare | undefined): string => {
  const said = Object.values(bag);
  if (said.length > 0 && said.every((value) => value === false))
    return 'it is off on the device, as it stays where a program does not declare it';
  if (spare !== undefined && issues.every(({ path }) => !(String(path[0]) in bag))) return unwritten(spare.own);
  const words = issues.map(({ path, message }) => `${place(path)} ${withoutRemedy(masked(message))}`);
  return `its construct does not take it as it is: ${words.join('; ')}`;
};

const referringTo = (refs: readonly Ref[]): Pick<Declared, 'refs' | 'targets'> => ({
  refs,
  targets: refs.map((to) => addressOf(to.ref, to.name)),
});

const judgedOf = (inspection: ReadObjects, device: string, source: readonly string[]): readonly Judged[] => {
  const read = inspection.nouns.map((each) => named(each, withEntries(inspection.nouns, each)));
  const variables = variablesFor(read, dashed(device));
  const numbers = [...inspection.unmanaged, ...inspection.unknown].map(({ line }) => line).sort((a, b) => a - b);
  return read.map((each): Judged => {
    const { kind, name, address, called, lines, bag } = each;
    const entry = catalogue.get(kind);
    const leftOut = (why: string): LeftOut => ({ kind, name, lines, why });
    if (entry === undefined || entry.lookedUp) return leftOut('there is no construct that writes it');
    if (nouns[kind].made?.test(name)) return leftOut('the device makes it by itself');
    if (holdsSecret({ name, bag })) return leftOut('a secret stands in the middle of its text');
    const names = variables.get(each);
    const props = names === undefined ? bag : (withVariables(bag, names) as Bag);
    const own = called.own ?? name;
    const parsed = nouns[kind].schema.safeParse({ name: own, ...props }, { error: wording });
    const spare = spareIn(numbers, source, lines);
    if (!parsed.success) return leftOut(refusalWords(bag, parsed.error.issues, spare[0]));
    const { meaning } = inspection;
    const noun: Item['noun'] = parsed.data;
    const less = withoutDefaults({ kind, own, props, noun }, meaning && ((some) => meaning(kind, name, some)));
    return { kind, name, address, ...called, lines, noun, props: less, ...referringTo(refsOf(noun)), spare };
  });
};

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
  const declared = new Set(judged.filter((each) => !isLeftOut(each)).map(addressIn));
  const isKept = (to: Ref, target: string): boolean =>
    declared.has(target) || (isThere(target) && canBeExisting(to.ref));
  const kept = judged.map((each): Judged => {
    if (isLeftOut(each)) return each;
    const { refs, targets } = each;
    const gone = refs.find((to, at) => !isKept(to, targets[at]!));
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
