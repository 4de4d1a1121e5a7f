import type { Inspection } from '../contract/platform';
import type { Problem } from '../kernel/problem';
import { topological } from '../kernel/graph';
import { stableJson } from '../kernel/json';
import { catalogue } from '../model/construct-names';
import type { Resource } from '../model/network';
import { addressOf, isRef, refsOf, type Ref } from '../model/noun';
import { nouns, type Kind } from '../model/nouns';
import { holdsSecretMarker, masked, otherSecret } from '../model/secret';
import { place, wording } from '../model/wording';
import { dashed, free, upperCase } from './naming';

type Bag = Readonly<Record<string, unknown>>;

/** An object of the device as a construct declares it. */
export interface Declared {
  readonly kind: Kind;
  readonly name: string;
  readonly lines: readonly [number, number];
  /** What the construct is given, with references as `Ref`; without its name. */
  readonly props: Bag;
}

/** An object that stays unmanaged. */
export interface LeftOut {
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly [number, number];
  readonly why: string;
}

export interface DeviceObjects {
  readonly declared: readonly Declared[];
  readonly leftOut: readonly LeftOut[];
  /** Objects that are on the device, and that only are referred to. */
  readonly existing: readonly Ref[];
  /** Environment variables that the program reads. */
  readonly variables: readonly string[];
}

/** What the platform refuses of these: problems whose path is that of a resource. */
export type Refusals = (resources: readonly Resource[]) => readonly Problem[];

type Item = Declared & { readonly noun: Resource['noun'] };
type Judged = Item | LeftOut;
const isLeftOut = (each: Judged): each is LeftOut => 'why' in each;

/** What a member of a list is called in the name of a variable. */
const wordOf = (member: unknown, at: number): string => {
  const { name, host, number } = (typeof member === 'object' && member !== null ? member : {}) as Bag;
  return String(name ?? host ?? number ?? at + 1);
};

/** The value with a reference to an environment variable in the place of each secret. */
const withVariables = (value: unknown, path: readonly string[], variableOf: (path: string) => string): unknown => {
  if (value === otherSecret)
    return { secret: 'env', name: variableOf(upperCase(path.join(' ').replace(/([a-z])([A-Z])/g, '$1 $2'))) };
  if (Array.isArray(value))
    return value.map((member, at) => withVariables(member, [...path, wordOf(member, at)], variableOf));
  if (typeof value !== 'object' || value === null || isRef(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withVariables(member, [...path, key], variableOf)]),
  );
};

/** Text in which a secret stands, or may stand: no program repeats it. */
const holdsSecret = (value: unknown): boolean => {
  if (typeof value === 'string') return value !== otherSecret && (holdsSecretMarker(value) || masked(value) !== value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSecret);
};

/** The props that say something: without those that the schema fills in by itself. */
const withoutDefaults = (kind: Kind, name: string, props: Bag): Bag => {
  const { schema } = nouns[kind];
  const meaning = (bag: Bag): string | undefined => {
    const parsed = schema.safeParse({ name, ...bag });
    return parsed.success ? stableJson(parsed.data) : undefined;
  };
  const whole = meaning(props);
  return Object.keys(props).reduce((kept, key) => {
    const { [key]: _left, ...less } = kept;
    return meaning(less) === whole ? less : kept;
  }, props);
};

/** A crypto map has its entries by its name: a construct names them. */
const withEntries = (read: Inspection['nouns'], { kind, name, props }: Inspection['nouns'][number]): Bag => {
  if (kind !== 'crypto-map') return props as Bag;
  const entries = read
    .filter((each) => each.kind === 'crypto-map-entry' && (each.props as Bag)['map'] === name)
    .map((each): Ref => ({ ref: 'crypto-map-entry', name: each.name }));
  return { ...props, entries };
};

const judgedOf = (read: Inspection['nouns'], device: string, taken: Set<string>): readonly Judged[] =>
  read.map((each): Judged => {
    const kind = each.kind as Kind;
    const { lines } = each;
    const entry = catalogue.get(kind);
    const name = entry?.singleton ?? each.name;
    const leftOut = (why: string): LeftOut => ({ kind, name, lines, why });
    if (entry === undefined || entry.lookedUp) return leftOut('there is no construct that writes it');
    const bag = withEntries(read, each);
    if (holdsSecret({ name, bag })) return leftOut('a secret stands in the middle of its text');
    const variables = new Set(taken);
    const variableOf = (wish: string): string => free(wish, variables, '_');
    const props = withVariables(bag, [dashed(device), kind, name], variableOf) as Bag;
    const parsed = nouns[kind].schema.safeParse({ name, ...props }, { error: wording });
    if (!parsed.success)
      return leftOut(parsed.error.issues.map(({ path, message }) => `${place(path)}: ${message}`).join('; '));
    variables.forEach((variable) => taken.add(variable));
    return { kind, name, lines, noun: parsed.data, props: withoutDefaults(kind, name, props) };
  });

const addressIn = ({ kind, name }: { readonly kind: string; readonly name: string }): string => addressOf(kind, name);

/** Whether `fromExisting` can name it: not where a name alone does not say which object it is. */
const canBeExisting = (kind: string): boolean => {
  const entry = catalogue.get(kind as Kind);
  const isPlain = entry !== undefined && !entry.custom && entry.singleton === undefined;
  return isPlain && kind !== 'access-list';
};

/** The first of those that refer to each other in a circle: no order of declarations has each before its users. */
const inCircle = (items: readonly Item[]): readonly (readonly [string, string])[] => {
  const { cycle } = topological(items, addressIn, ({ noun }) => refsOf(noun).map((to) => addressOf(to.ref, to.name)));
  return cycle === undefined ? [] : [[cycle[0]!, `it is part of a circle of references: ${cycle.join(', ')}`]];
};

/** One round: those that refer to what is not there are left out, and those that the platform refuses. */
const round = (judged: readonly Judged[], there: ReadonlySet<string>, refusals: Refusals): readonly Judged[] => {
  const items = judged.filter((each): each is Item => !isLeftOut(each));
  const declared = new Set(items.map(addressIn));
  const isKept = (to: Ref): boolean =>
    declared.has(addressOf(to.ref, to.name)) || (there.has(addressOf(to.ref, to.name)) && canBeExisting(to.ref));
  const connected = judged.map((each): Judged => {
    const gone = isLeftOut(each) ? undefined : refsOf(each.noun).find((to) => !isKept(to));
    if (gone === undefined || isLeftOut(each)) return each;
    const { kind, name, lines } = each;
    const to = `the ${nouns[gone.ref as Kind].title} ${gone.name}`;
    return { kind, name, lines, why: `it refers to ${to}, which this program does not declare` };
  });
  if (connected.some((each, at) => each !== judged[at])) return round(connected, there, refusals);
  const resources = items.map(({ kind, name, noun, lines }) => ({
    kind,
    name,
    noun,
    lines,
    path: addressIn({ kind, name }),
  }));
  const refused = new Map([
    ...inCircle(items),
    ...refusals(resources).map(({ path, message }) => [path, message] as const),
  ]);
  const left = judged.map((each): Judged => {
    const why = isLeftOut(each) ? undefined : refused.get(addressIn(each));
    return why === undefined ? each : { kind: each.kind, name: each.name, lines: each.lines, why };
  });
  return left.some((each, at) => each !== judged[at]) ? round(left, there, refusals) : judged;
};

/** What of a configuration a program declares, in the order in which the file has it, and what it leaves alone and why. */
export const objectsOf = (inspection: Inspection, device: string, refusals: Refusals): DeviceObjects => {
  const there = new Set([...inspection.nouns, ...inspection.unreadable].map(addressIn));
  const judged = round(judgedOf(inspection.nouns, device, new Set()), there, refusals);
  const items = judged.filter((each): each is Item => !isLeftOut(each));
  const declared = new Set(items.map(addressIn));
  const existing = new Map(
    items
      .flatMap(({ noun }) => refsOf(noun))
      .filter((to) => !declared.has(addressOf(to.ref, to.name)))
      .map((to) => [addressOf(to.ref, to.name), to]),
  );
  const unreadable = inspection.unreadable.map((each) => ({
    ...each,
    why: 'a line that decides what it is could not be read',
  }));
  return {
    declared: items.map(({ kind, name, lines, props }) => ({ kind, name, lines, props })),
    leftOut: [...judged.filter(isLeftOut), ...unreadable].sort((a, b) => a.lines[0] - b.lines[0]),
    existing: [...existing.values()],
    variables: [...new Set(items.flatMap(({ props }) => envNames(props)))],
  };
};

const envNames = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { secret, name } = value as Bag;
  return secret === 'env' ? [String(name)] : Object.values(value).flatMap(envNames);
};
