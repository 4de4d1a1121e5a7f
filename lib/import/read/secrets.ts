import { groupBy } from '../../kernel/group';
import { isRef } from '../../model/noun';
import { holdsSecretMarker, masked, otherSecret } from '../../model/secret';
import { upperCase } from '../text/naming';
import { free } from '../../kernel/free-name';

type Bag = Readonly<Record<string, unknown>>;

/** A secret in an object: where it stands, from the props down. Members of lists are known by their names. */
type Path = readonly { readonly word: string; readonly member: boolean }[];

/** What a member of a list is called in the name of a variable; nothing where it is the only one. */
const wordOf = (member: unknown, at: number, list: readonly unknown[]): string => {
  const { name, host, number } = (typeof member === 'object' && member !== null ? member : {}) as Bag;
  return String(name ?? host ?? number ?? (list.length === 1 ? '' : at + 1));
};

type Secret = readonly [path: Path, value: unknown];

const secretsIn = (value: unknown, path: Path): readonly Secret[] => {
  if (value === otherSecret) return [[path, value]];
  if (typeof value !== 'object' || value === null || isRef(value)) return [];
  if (Array.isArray(value))
    return value.flatMap((member, at, list) =>
      secretsIn(member, [...path, { word: wordOf(member, at, list), member: true }]),
    );
  return Object.entries(value).flatMap(([key, member]) => secretsIn(member, [...path, { word: key, member: false }]));
};

/** Whether a value, or one in it, is so. Each value of a configuration passes here, hence the plain loop. */
const someIn = (value: unknown, is: (part: unknown) => boolean): boolean => {
  if (typeof value !== 'object' || value === null) return is(value);
  for (const part of Object.values(value)) if (someIn(part, is)) return true;
  return false;
};

const isSecret = (value: unknown): boolean => value === otherSecret;
const hasSecret = (value: unknown): boolean => someIn(value, isSecret);

const spaced = (text: string): string => text.replace(/([a-z])([A-Z])/g, '$1 $2');

/** By the name of the object and of the member, without the lists that members of a name are in. */
const shortName = (path: Path): string =>
  path
    .filter(({ member }, at) => member || !(path[at + 1]?.member === true && path[at + 1]!.word !== ''))
    .map(({ word }) => spaced(word))
    .join(' ');

const longName = (path: Path): string => path.map(({ word }) => spaced(word)).join(' ');

/** An object with secrets in it. */
interface Holder {
  readonly kind: string;
  readonly name: string;
  readonly bag: Bag;
}

/**
 * The variable of each secret of each object, in the order in which they stand in it. Named by what the device calls the
 * object, and by its kind too where two objects would share a variable.
 */
export const variablesFor = (holders: readonly Holder[], device: string): ReadonlyMap<Holder, readonly string[]> => {
  // Few objects have one.
  const all = holders
    .filter(({ bag }) => hasSecret(bag))
    .flatMap((holder) => secretsIn(holder.bag, []).map(([path]) => ({ holder, path })));
  const short = ({ holder, path }: (typeof all)[number]): string =>
    upperCase(`${device} ${holder.name} ${shortName(path)}`);
  const shared = groupBy(all, short);
  const taken = new Set<string>();
  const named = all.map((each) => {
    const { holder, path } = each;
    const long = upperCase(`${device} ${holder.kind} ${holder.name} ${longName(path)}`);
    return { holder, name: free(shared.get(short(each))!.length === 1 ? short(each) : long, taken, '_') };
  });
  return new Map([...groupBy(named, ({ holder }) => holder)].map(([holder, of]) => [holder, of.map((o) => o.name)]));
};

/** The value with a reference to an environment variable in the place of each secret. */
export const withVariables = (value: unknown, names: readonly string[]): unknown => {
  const left = [...names];
  const walk = (each: unknown): unknown => {
    if (each === otherSecret) return { secret: 'env', name: left.shift()! };
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null || isRef(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([key, member]) => [key, walk(member)]));
  };
  return walk(value);
};

/** What a secret in text stands behind: a word and a blank, a URL, or the beginning of a marker. */
const mayHold = /[\s<]|:\/\//;

/** Text in which a secret stands, or may stand: no program repeats it. */
export const holdsSecret = (value: unknown): boolean => someIn(value, holdsOne);
const holdsOne = (text: unknown): boolean =>
  typeof text === 'string' &&
  mayHold.test(text) &&
  text !== otherSecret &&
  (holdsSecretMarker(text) || masked(text) !== text);

/** The environment variables that a value reads. */
export const envNames = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { secret, name } = value as Bag;
  return secret === 'env' ? [String(name)] : Object.values(value).flatMap(envNames);
};
