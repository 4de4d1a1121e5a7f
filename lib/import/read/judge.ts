import type { Inspection, Inventory, NamedObject } from '../../contract/platform';
import { defined } from '../../kernel/defined';
import { catalogue } from '../../model/construct-names';
import type { Resource } from '../../model/network';
import { addressOf, onlyNameOf, refsOf, type Ref } from '../../model/noun';
import { nouns, type Kind } from '../../model/nouns';
import { masked } from '../../model/secret';
import { place, withoutRemedy, wording } from '../../model/wording';
import { withoutDefaults } from './defaults';
import { dashed } from '../text/naming';
import { schemaFor } from './schema';
import { holdsSecret, variablesFor, withVariables } from './secrets';
import { spareIn, type Spare } from './unwritten-lines';

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
export const onlyName = (kind: string): string | undefined => onlyNameOf(nouns[kind as Kind] ?? {});

/** An object with what the schema of its noun makes of it. */
export interface Item extends Declared {
  readonly noun: Resource['noun'];
  /** Lines of its block that no property writes. */
  readonly spare: readonly Spare[];
}
export type Judged = Item | LeftOut;
export const isLeftOut = (each: Judged): each is LeftOut => 'why' in each;

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

/** Most objects are called by their name and hold nothing besides. */
const plainly: Pick<Declared, 'own' | 'label' | 'stays'> = {};

const named = ({ kind, name: read, own, label, stays, lines }: ReadNoun, bag: Bag) => {
  const name = own === undefined ? (onlyName(kind) ?? read) : read;
  const called: Pick<Declared, 'own' | 'label' | 'stays'> =
    own === undefined && label === undefined && stays === undefined ? plainly : defined({ own, label, stays });
  return { kind: kind as Kind, name, address: addressOf(kind, name), called, lines, bag };
};

/** Why an object stays of which no property writes these lines. */
export const unwritten = (lines: readonly string[]): string => {
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

const addressesOf = (refs: readonly Ref[]): Declared['targets'] => refs.map((to) => addressOf(to.ref, to.name));
export const referringTo = (refs: readonly Ref[]): Pick<Declared, 'refs' | 'targets'> => ({
  refs,
  targets: addressesOf(refs),
});

/** What the constructs take of what was read, each by itself, and why they do not take the others. */
export const judgedOf = (inspection: ReadObjects, device: string, source: readonly string[]): readonly Judged[] => {
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
    const given = { name: own, ...props };
    const parsed = schemaFor(nouns[kind].schema, given).safeParse(given, { error: wording });
    const spare = spareIn(numbers, source, lines);
    if (!parsed.success) return leftOut(refusalWords(bag, parsed.error.issues, spare[0]));
    const { meaning } = inspection;
    const noun: Item['noun'] = parsed.data;
    const less = withoutDefaults({ kind, own, props, noun }, meaning && ((some) => meaning(kind, name, some)));
    const refs = refsOf(noun);
    const item: Item = { kind, name, address, lines, noun, props: less, refs, targets: addressesOf(refs), spare };
    return called === plainly ? item : { ...item, ...called };
  });
};
