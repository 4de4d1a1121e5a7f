import { free } from '../../kernel/free-name';
import { groupBy } from '../../kernel/group';
import { classNameOf } from '../../model/construct-names';
import { isOnFirewall } from '../../model/noun';
import { nouns, type Kind } from '../../model/nouns';

/** What a name is given to. */
export interface Named {
  readonly kind: Kind;
  readonly name: string;
  readonly address: string;
  /** Its name without that of its parent. */
  readonly own?: string;
  /** What it is called in place of its name. */
  readonly label?: string;
}

const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield scope'
  ).split(' '),
);

/** `siteB` of `SiteB`, `ccielab` of `CCIElab`. */
const small = (text: string): string => text.replace(/^(?:[A-Z]{2,}|[A-Z])/, (capitals) => capitals.toLowerCase());
const words = (text: string): readonly string[] => text.match(/[A-Za-z0-9]+/g) ?? [];

/** `CUST-A-POOL` as `custAPool`, `siteB` as it is. */
export const camelCase = (text: string): string =>
  words(text)
    .map((word) => (/[a-z]/.test(word) ? word : word.toLowerCase()))
    .map((word, i) => (i === 0 ? small(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

/** `core-hub-2`: a word of a path and of the name of a file. */
export const dashed = (text: string): string => words(text).join('-').toLowerCase();

/** `EDGE_IKEV2_KEYRING_BRANCH`: the name of an environment variable. */
export const upperCase = (text: string): string => words(text).join('_').toUpperCase();

/**
 * The name that most of the objects of a VPN have, and at least so many of them, where it can be an id in the tree. `default`
 * is what a device calls its own.
 */
export const commonName = (names: readonly string[], least: number): string | undefined => {
  const all = names.filter((name) => name !== 'default');
  const countOf = (name: string): number => all.filter((each) => each === name).length;
  const [most] = [...all].sort((a, b) => countOf(b) - countOf(a));
  return most !== undefined && countOf(most) >= least && /^[A-Za-z][\w-]*$/.test(most) ? most : undefined;
};

const alone = (all: readonly string[]): ReadonlySet<string> => {
  const [once, several] = [new Set<string>(), new Set<string>()];
  for (const word of all) (once.has(word) ? several : once).add(word);
  for (const word of several) once.delete(word);
  return once;
};

/**
 * A name for each, by its address, that depends on what the device calls them and not on their order: its own where no other
 * has it, else with its kind.
 */
const chosen = (
  all: readonly Named[],
  plain: (each: Named) => string,
  full: (each: Named) => string,
  taken: Set<string>,
  between: string,
): ReadonlyMap<string, string> => {
  const short = all.map(plain);
  const single = alone(short);
  const wish = (word: string, each: Named): string => (single.has(word) && !taken.has(word) ? word : full(each));
  return new Map(all.map((each, i) => [each.address, free(wish(short[i]!, each), taken, between)]));
};

/** Variables, by address. `taken`: names that the program has already. */
export const variablesOf = (all: readonly Named[], taken: readonly string[]): ReadonlyMap<string, string> => {
  const full = ({ kind, name, label = name }: Named): string =>
    `${small(classNameOf(kind))}${capital(camelCase(label))}`;
  const plain = (each: Named): string => {
    const word = camelCase(each.label ?? each.name);
    return /^[a-z]/.test(word) ? word : full(each);
  };
  return chosen(all, plain, full, new Set([...reserved, ...taken]), '');
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ids in the tree, by address: the name on the device where it can be one. */
export const idsOf = (all: readonly Named[]): ReadonlyMap<string, string> => {
  const word = (name: string): string =>
    name.replace(/[^\w.:@,-]+/g, '-').replace(/^-+(?=.)|(?<=.)-+$/g, '') || 'object';
  // What is placed on a firewall has a scope of its own.
  const isOverride = ({ kind }: Named): boolean => nouns[kind].within !== 'device';
  const isPlaced = ({ kind, own }: Named): boolean => own !== undefined && isOnFirewall(nouns[kind]);
  const onFirewall = all.filter(isPlaced);
  const others = all.filter((each) => !isPlaced(each));
  const plain = ({ name, label = name }: Named): string => word(label);
  // The name of an override is that of its firewall: there it is called like its object.
  const [overrides, own] = [onFirewall.filter(isOverride), onFirewall.filter((each) => !isOverride(each))];
  const objectOf = ({ name }: Named): string => word(name.slice(0, name.lastIndexOf('/')));
  const taken = own.map((each) => word(each.own!));
  return new Map([
    ...chosen(others, plain, (each) => `${plain(each)}-${each.kind}`, new Set(), '-'),
    ...own.map(({ address }, i): [string, string] => [address, taken[i]!]),
    ...[...groupBy(overrides, (each) => each.own).values()].flatMap((there) => [
      ...chosen(there, objectOf, (each) => `${objectOf(each)}-${each.kind}`, new Set(taken), '-'),
    ]),
  ]);
};
