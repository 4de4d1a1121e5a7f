/** Addresses of IPv4 and IPv6, without a prefix length. */
const addresses = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:+){2,}[0-9a-f]{0,4}/gi;

/** Where a secret stands: devices that have one each have it of a place each. */
const markers = /<secret:[^<>\s]+>/g;

/** `255.255.255.0` and `0.0.0.255`: how long a prefix is. */
const isMask = (text: string): boolean => {
  const bits = text
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
  return /^(1+0*|0+1*)$/.test(bits) && bits.length === 32;
};

/** The own name as a word: `r1` is not in `r10`. */
const nameOf = (id: string): RegExp =>
  new RegExp(`(?<![\\w.])${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.])`, 'g');

/**
 * A line without what each device has of its own: its name, its addresses and where its secrets come from. Masks stay, as
 * all other words do: where they differ, it is another change.
 */
export const shapeOf = (id: string, line: string): string =>
  line
    .replace(nameOf(id), '\u0001')
    .replace(markers, '\u0003')
    .replace(addresses, (one) => (isMask(one) ? one : '\u0002'));

const ownWord = new RegExp(`${markers.source}|${addresses.source}`, 'gi');

/** What differs among targets that are alike. */
export interface OwnValue {
  /** The line that it stands in, with `…` in its place. */
  readonly line: string;
  /** A value for each target, in their order. */
  readonly values: readonly string[];
}

interface Alike {
  readonly id: string;
  readonly lines: readonly string[];
}

const valuesIn = (line: string): readonly { readonly value: string; readonly at: number }[] =>
  [...line.matchAll(ownWord)]
    .filter(([value]) => !isMask(value))
    .map((found) => ({ value: found[0], at: found.index }));

/**
 * The addresses and places of secrets that differ among targets whose lines have the same shapes; what differs in the same
 * way is said once.
 */
export const ownValues = (all: readonly Alike[]): readonly OwnValue[] => {
  const [first] = all;
  if (first === undefined) return [];
  const columns = new Map<string, OwnValue>();
  first.lines.forEach((line, row) => {
    const found = all.map(({ lines }) => valuesIn(lines[row]!).map(({ value }) => value));
    valuesIn(line).forEach(({ value, at }, place) => {
      const values = found.map((each) => each[place] ?? '');
      const key = values.join(' ');
      if (new Set(values).size === 1 || columns.has(key)) return;
      const text = `${line.slice(0, at)}…${line.slice(at + value.length)}`;
      columns.set(key, { line: text.replace(/^[-+! ]+/, ''), values });
    });
  });
  return [...columns.values()];
};
