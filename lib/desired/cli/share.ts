import type { Share } from '../item';
import { claimedBy, divided, isCreated, isWritten, joined, type Parts } from '../ownership';
import type { Entry } from './entry';
import type { Section } from './section-data';

type Lines = readonly Entry[];
const lines: Parts<Entry> = { place: ({ key }) => key, value: ({ text }) => text };
const textsOf = (entries: Lines = []): ReadonlySet<string> => new Set(entries.map(({ text }) => text));

/** Which lines of a block are of other constructs. Where two grammars read one block, one may know a line as text only. */
const inOthers = (others: readonly Section[]): ((entry: Entry) => boolean) => {
  if (others.length === 0) return () => false;
  const entries = others.flatMap((section) => section.entries);
  const [isClaimed, texts] = [claimedBy(lines, entries), textsOf(entries)];
  return (entry) => isClaimed(entry) || texts.has(entry.text);
};

/** Whether an operation (an enrolment, an import) may have brought a line that was not typed. */
const isOfOperations = ({ key, unknown }: Entry, desired: Section | undefined): boolean =>
  desired?.operatedLines !== undefined && (unknown === true || desired.operatedLines.includes(key));

/**
 * What is ours of a block that is live. One that we created is ours whole: a line that is there now, and was not when the
 * device showed it first, was added since; but for those that operations bring into a block (a trustpoint). Of any other block only the lines that we declare or own are ours.
 */
export const share = (
  live: Section,
  desired: Section | undefined,
  owned: Section | undefined,
  others: readonly Section[] = [],
): Share<Section> => {
  if (live.ownership === 'exclusive') return { ours: live, unmanaged: [] };
  // A block that we created goes whole, with what others wrote in it: the plan shows that, and the way back has it.
  if (desired === undefined && owned?.created) return { ours: { ...live, created: true }, unmanaged: [] };
  const isDeclared = claimedBy(lines, desired?.entries);
  const isClaimed = claimedBy(lines, desired?.entries, owned?.entries);
  const isOthers = inOthers(others);
  // A line that the device prints on or off is no longer ours when it says the opposite of what we wrote.
  const taken = new Set((owned?.entries ?? []).filter((entry) => !isDeclared(entry)).map(({ undo }) => undo));
  const printed = owned?.created && owned.printed ? new Set(owned.printed) : undefined;
  const isAdded = (entry: Entry): boolean =>
    printed !== undefined && !printed.has(entry.text) && !isOthers(entry) && !isOfOperations(entry, desired);
  const ours = live.entries
    .filter((entry) => (isClaimed(entry) || isAdded(entry)) && !taken.has(entry.text))
    .map((entry) => (owned?.created ? entry : ownPart(entry, desired?.entries, owned?.entries)));
  const rest = printed === undefined ? live.entries.filter((entry) => !isClaimed(entry) && !isOthers(entry)) : [];
  const present = live.shape === 'block' || ours.length > 0;
  const created = owned?.created ? { created: true } : {};
  return {
    ours: present ? { ...live, entries: ours, ...created } : undefined,
    unmanaged: [...rest.map(({ text }) => text), ...(owned?.created ? [] : unmanagedIn(live.entries, ours))],
  };
};

const inBlock = (entries: Lines | undefined, { key }: Entry): Lines =>
  entries?.find((entry) => entry.key === key)?.children ?? [];

/** Of a shared block inside, the lines that we declare or own. */
const ownPart = (entry: Entry, desired: Lines | undefined, owned: Lines | undefined): Entry => {
  if (!entry.shared || entry.children === undefined) return entry;
  const { ours, others } = divided(lines, entry.children, inBlock(desired, entry), inBlock(owned, entry));
  return { ...entry, children: ours, ...(others.length > 0 ? { held: true } : {}) };
};
const unmanagedIn = (live: Lines, ours: Lines): readonly string[] =>
  ours
    .filter(({ held }) => held)
    .flatMap((entry) =>
      divided(lines, inBlock(live, entry), entry.children).others.map(({ text }) => `${entry.text} / ${text}`),
    );

/** What we wrote of the lines that are applied; so it is in a shared block inside. */
const written = (applied: Lines, before: Lines | undefined, owned: Lines | undefined): Lines => {
  const wasThere = textsOf(before);
  const isOurs = isWritten(lines, before, owned);
  return applied.flatMap((entry) => {
    if (!entry.shared || entry.children === undefined || !wasThere.has(entry.text)) return isOurs(entry) ? [entry] : [];
    const children = written(entry.children, inBlock(before, entry), inBlock(owned, entry));
    return children.length === 0 ? [] : [{ ...entry, children }];
  });
};

/** What is only for operations is not remembered, and of a file its digest alone. */
const lasting = (section: Section): Section => {
  const { operates, operatedLines: _lines, content, ...kept } = section;
  return operates === undefined && content === undefined ? section : kept;
};

/**
 * Of a block that we did not create, lines that stood there before us and that we never wrote stay unmanaged, even when
 * we declared the same.
 */
export const remember = (applied: Section, before: Section | undefined, owned: Section | undefined): Section => {
  if (applied.ownership === 'exclusive') return lasting(applied);
  // A block that is everybody's was never created by us.
  const created = applied.shared ? owned?.created : isCreated(owned, before);
  if (created) return { ...lasting(applied), created: true, ...(owned?.printed ? { printed: owned.printed } : {}) };
  return { ...lasting(applied), entries: written(applied.entries, before?.entries, owned?.entries) };
};

/**
 * Adds what the device prints in a block that we created, and that is neither ours nor was there before the change: it
 * came by itself with the lines that were typed, and is not drift.
 */
export const withPrinted = (content: Section, before: Section | undefined, shown: Section): Section => {
  if (!content.created) return content;
  const known = textsOf(before?.entries);
  const came = divided(lines, shown.entries, content.entries)
    .others.filter(({ text }) => !known.has(text))
    .map(({ text }) => text);
  return { ...content, printed: [...new Set([...(content.printed ?? []), ...came])] };
};

const bothLines = (owned: Lines, next: Lines): Lines =>
  joined(
    lines,
    owned,
    next.map((entry) =>
      entry.shared && entry.children ? { ...entry, children: bothLines(inBlock(owned, entry), entry.children) } : entry,
    ),
  );

export const both = (owned: Section | undefined, next: Section): Section => {
  if (owned === undefined || next.ownership === 'exclusive') return next;
  return { ...next, entries: bothLines(owned.entries, next.entries) };
};
