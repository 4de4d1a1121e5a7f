import { problem, type Problem } from '../../kernel/problem';
import { otherSecret } from '../../model/secret';
import type { Change } from '../../plan/plan';
import { restoreSecretRefs } from './restore-secret-refs';
import type { Opened } from '../target';

/** One object of a run, as far as its secrets are concerned. */
interface Held {
  readonly address: string;
  readonly path: string;
  readonly before?: unknown;
  readonly secrets?: Readonly<Record<string, readonly string[]>> | undefined;
}

const all = /<secret:[^<>\s"]+>/g;
const markersIn = (value: unknown): readonly string[] => [...new Set((JSON.stringify(value) ?? '').match(all) ?? [])];
/** What another target makes is asked for there, and is what it is now. */
const isMadeElsewhere = (marker: string): boolean => marker.startsWith('<secret:made:');

/**
 * Fingerprints of the secrets that an object holds before it is changed, by the marker that stands for them in `known`.
 * A secret that agrees with the declaration is the declared one; of another the device or the ledger gives the print.
 */
export const secretsBefore = (
  { secrets, values, print, platform: { dialect } }: Opened,
  { before }: Change,
  known: unknown,
): Readonly<Record<string, readonly string[]>> => {
  if (before === undefined) return {};
  const agreed = new Set(markersIn(before).filter((marker) => marker !== otherSecret));
  const here = `${dialect.identity(before)} / `;
  const others = [...(secrets.seen ?? [])].flatMap(([place, seen]) =>
    place.startsWith(here) && !seen.same ? [seen] : [],
  );
  const printsOf = (marker: string): readonly string[] => {
    const value = values.get(marker);
    const declared = agreed.has(marker) && value !== undefined ? [print(value)] : [];
    const named = others.filter((seen) => seen.marker === marker);
    const seen = agreed.has(marker) || named.length > 0 ? named : others;
    return [...new Set([...declared, ...seen.flatMap((one) => one.print ?? [])])];
  };
  return Object.fromEntries(markersIn(known).map((marker) => [marker, printsOf(marker)]));
};

/** The variable that a marker names may hold the value still, declared or not. The fingerprint says whether it does. */
const namedValue = (marker: string): readonly string[] => {
  const name = /^<secret:env:(.+)>$/.exec(marker)?.[1];
  const value = name === undefined ? undefined : process.env[decodeURIComponent(name)];
  return value === undefined ? [] : [value];
};

const spoken = (marker: string): string =>
  /^<secret:(?:env|file|command):(.+)>$/.exec(marker)?.[1]?.replace(/^/, 'secret ') ?? 'secret';

/** How a person gives a value back that is kept nowhere. */
export const previousHint =
  'put the earlier value into an environment variable and roll back with --previous-secret and its name, or set the secret that you want and apply';

const unknown = ({ path, address }: Pick<Held, 'path' | 'address'>, marker: string): Problem =>
  problem(
    'rollback.secret',
    path,
    `${address} cannot be taken back: the previous value of its ${spoken(marker)} is not known here. It keeps the value that it has, and nothing was changed`,
    previousHint,
  );

/** A secret that no declaration names gets a marker of its own, where its value is given. */
export const namedPrevious = <T extends Held>(
  changes: readonly T[],
  given: readonly string[],
  print: (value: string) => string,
): readonly T[] =>
  changes.map((change, i) => {
    const { [otherSecret]: prints = [], ...secrets } = change.secrets ?? {};
    if (prints.length !== 1 || !given.some((value) => print(value) === prints[0])) return change;
    const own = `<secret:previous:${i}>`;
    const before = JSON.parse(JSON.stringify(change.before).replaceAll(otherSecret, own)) as unknown;
    return { ...change, before, secrets: { ...secrets, [own]: prints } };
  });

/**
 * Finds the values that the secrets had before a run, among the declared ones and those that a person gives, and puts
 * them where markers are revealed. What is found nowhere is a problem: the object would keep the value of the run.
 */
export const findPrevious = (
  { values, print }: Pick<Opened, 'values' | 'print'>,
  changes: readonly Held[],
  given: readonly string[],
): readonly Problem[] => {
  const found = new Map<string, string>();
  const valueOf = ({ secrets = {} }: Held, marker: string): string | undefined => {
    const [one, ...more] = secrets[marker] ?? [];
    const declared = values.get(marker);
    const candidates = [...(declared === undefined ? [] : [declared]), ...namedValue(marker), ...given];
    const value = more.length > 0 ? undefined : candidates.find((candidate) => print(candidate) === one);
    return value === undefined || (found.get(marker) ?? value) !== value ? undefined : value;
  };
  const problems = changes.flatMap((change) =>
    markersIn(change.before)
      .filter((marker) => marker !== otherSecret && !isMadeElsewhere(marker))
      .flatMap((marker) => {
        const value = valueOf(change, marker);
        if (value === undefined) return [unknown(change, marker)];
        found.set(marker, value);
        return [];
      }),
  );
  for (const [marker, value] of found) values.set(marker, value);
  return problems;
};

/** What would be sent with a secret that is known nowhere. */
export const unknownSent = (changes: readonly Change[]): readonly Problem[] =>
  changes.flatMap((change) => (markersIn(change.steps).includes(otherSecret) ? [unknown(change, otherSecret)] : []));

/** The same with no word on which secrets it holds. */
export const withoutSecrets = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value).replace(all, otherSecret)) as unknown);

const keyOf = (member: unknown): unknown => (member as { readonly key?: unknown } | null)?.key;

/** Lists of members that have a key, with those of before that are not in it any more: a peer that was renamed. */
const withMembers = (content: unknown, before: unknown): unknown => {
  if (Array.isArray(content) && Array.isArray(before)) {
    const find = (all: readonly unknown[], key: unknown): unknown =>
      key === undefined ? undefined : all.find((one) => keyOf(one) === key);
    const gone = (before as readonly unknown[]).filter(
      (one) => keyOf(one) !== undefined && find(content, keyOf(one)) === undefined,
    );
    return [...(content as readonly unknown[]).map((one) => withMembers(one, find(before, keyOf(one)))), ...gone];
  }
  if (typeof content !== 'object' || content === null || typeof before !== 'object' || before === null) return content;
  const old = before as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(content).map(([key, member]) => [key, withMembers(member, old[key])]));
};

/** An object with the secrets by which it was known before, so that what is live is compared with these. */
export const asKnownBefore = (content: unknown, before: unknown): unknown =>
  before === undefined || markersIn(before).length === 0
    ? content
    : withMembers(restoreSecretRefs(restoreSecretRefs(withoutSecrets(content), before), content), before);

/** Whether a secret of an object is neither what we wrote last nor what it was before the run. */
export const secretMoved = (
  { secrets, ledger, platform: { dialect } }: Opened,
  content: unknown,
  { secrets: before = {} }: Pick<Held, 'secrets'>,
): boolean => {
  const here = `${dialect.identity(content)} / `;
  const earlier = new Set(Object.values(before).flat());
  return [...(secrets.seen ?? [])].some(([place, { print }]) => {
    if (!place.startsWith(here) || print === undefined) return false;
    const written = ledger.secrets[place];
    return written !== undefined && print !== written && !earlier.has(print);
  });
};
