import type { Dialect, Difference } from '../item';
import { fileSteps } from './device-file';
import type { Entry } from './entry';
import type { Section } from './section-data';
import { both, remember, share, withPrinted } from './share';
import type { CliStep } from './step';
import type { CliSyntax } from './syntax';

const bySlot = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.key, entry]));
const headline = ({ header, args, line }: Section): string => line ?? (args ? `${header} ${args}` : header);
/** What `no` takes away: a line that is replaced by typing it again goes by its key alone. */
const removedBy = (section: Section): string =>
  section.shape === 'line' && (section.retype !== true || section.line !== undefined)
    ? headline(section)
    : section.header;

interface Delta {
  readonly removed: readonly Entry[];
  readonly set: readonly { readonly entry: Entry; readonly was?: Entry | undefined; readonly moved: boolean }[];
  readonly inside: readonly { readonly entry: Entry; readonly delta: Delta }[];
}
const isEmpty = (delta: Delta): boolean => delta.removed.length + delta.set.length + delta.inside.length === 0;

/** Whether they are the same lines in the same order: most of what a plan looks at. */
const isSame = (before: readonly Entry[], after: readonly Entry[]): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every(({ key, text, children = [] }, at) => {
      const other = after[at]!;
      return key === other.key && text === other.text && isSame(children, other.children ?? []);
    }));

/** Whether the lines of a list stand in another in the same order, others between them or not. */
const standsIn = (list: readonly string[], other: readonly string[]): boolean => {
  let at = 0;
  for (const slot of other) if (slot === list[at]) at++;
  return at === list.length;
};

/**
 * Lines of ordered lists that are there and in the wrong place. The longest beginning that stands in order is kept, what
 * follows it is taken out and typed again behind it, so that the list is never empty on the way.
 */
const misplaced = (before: readonly Entry[], after: readonly Entry[]): ReadonlySet<string> => {
  const moved = new Set<string>();
  for (const group of new Set(after.flatMap((entry) => entry.ordered ?? []))) {
    const slots = (entries: readonly Entry[]) => entries.filter((e) => e.ordered === group).map((e) => e.key);
    const [live, wanted] = [slots(before), slots(after)];
    let kept = wanted.length;
    while (!standsIn(wanted.slice(0, kept), live)) kept--;
    wanted.slice(kept).forEach((slot) => live.includes(slot) && moved.add(slot));
  }
  return moved;
};

const deltaOf = (before: readonly Entry[], after: readonly Entry[]): Delta => {
  const [old, wanted] = [bySlot(before), bySlot(after)];
  const moved = misplaced(before, after);
  const inside = after.flatMap((entry) => {
    const was = old.get(entry.key);
    if (was === undefined || (!entry.children && !was.children)) return [];
    const delta = deltaOf(was.children ?? [], entry.children ?? []);
    return isEmpty(delta) ? [] : [{ entry, delta }];
  });
  const gone = before.filter((entry) => !wanted.has(entry.key) && !entry.hidden);
  const removed = gone.filter((entry) => !entry.held);
  const emptied = gone
    .filter((entry) => entry.held)
    .map((entry) => ({ entry, delta: deltaOf(entry.children ?? [], []) }));
  const changed = after.filter((entry) => {
    const was = old.get(entry.key);
    return was === undefined ? !entry.hidden : was.text !== entry.text || moved.has(entry.key);
  });
  const wiped = [...removed, ...changed].flatMap((entry) => entry.resets ?? []);
  const again = (entry: Entry): boolean =>
    !entry.hidden && wiped.some((lead) => entry.key === lead || entry.key.startsWith(`${lead} `));
  const set = after.filter((entry) => changed.includes(entry) || again(entry));
  return {
    removed,
    set: set.map((entry) => ({ entry, was: old.get(entry.key), moved: moved.has(entry.key) })),
    inside: [...inside, ...emptied],
  };
};

const typed = (syntax: CliSyntax, entry: Entry, depth: number): readonly string[] => {
  const pad = ' '.repeat(depth);
  if (entry.children === undefined) return [pad + entry.text];
  const inner = entry.children.flatMap((child) => typed(syntax, child, depth + 1));
  return [pad + entry.text, ...inner, `${pad} ${syntax.leave}`];
};

/**
 * Single-valued lines that go are negated first (a proposal's `no integrity` before its GCM), then lines are set, and
 * additive lines that go are negated last, so that the new one stands before the old one falls.
 */
const typedDelta = (syntax: CliSyntax, delta: Delta, depth: number): readonly string[] => {
  const pad = ' '.repeat(depth);
  return [
    ...delta.removed.filter((entry) => !entry.additive).map((entry) => pad + entry.undo),
    ...delta.set.flatMap(({ entry, was, moved }) => [
      ...(was && (moved || (entry.replaceByNegation && was.text !== entry.text)) ? [pad + was.undo] : []),
      ...typed(syntax, entry, depth),
    ]),
    ...delta.inside.flatMap(({ entry, delta: inner }) => [
      pad + entry.text,
      ...typedDelta(syntax, inner, depth + 1),
      `${pad} ${syntax.leave}`,
    ]),
    ...delta.removed.filter((entry) => entry.additive).map((entry) => pad + entry.undo),
  ];
};

const shown = (entries: readonly Entry[], sign: Difference['sign'], depth: number): readonly Difference[] =>
  entries.flatMap((entry) => [{ sign, text: entry.text, depth }, ...shown(entry.children ?? [], sign, depth + 1)]);

/** The lines of a changed block in the device's order, unchanged ones as context. */
const shownDelta = (before: readonly Entry[], after: readonly Entry[], depth: number): readonly Difference[] => {
  const [old, wanted] = [bySlot(before), bySlot(after)];
  const moved = misplaced(before, after);
  const kept = after.flatMap((entry): readonly Difference[] => {
    const was = old.get(entry.key);
    if (was === undefined) return entry.hidden ? [] : shown([entry], 'add', depth);
    if (was.text !== entry.text || moved.has(entry.key))
      return [...shown([was], 'remove', depth), ...shown([entry], 'add', depth)];
    return [
      { sign: 'context', text: entry.text, depth },
      ...shownDelta(was.children ?? [], entry.children ?? [], depth + 1),
    ];
  });
  const gone = before.filter((entry) => !wanted.has(entry.key) && !entry.hidden);
  return [...kept, ...gone.flatMap((entry) => shownGone(entry, depth))];
};

/** Of a block with lines of others only ours go. */
const shownGone = (entry: Entry, depth: number): readonly Difference[] =>
  entry.held
    ? [{ sign: 'context', text: entry.text, depth }, ...shownDelta(entry.children ?? [], [], depth + 1)]
    : shown([entry], 'remove', depth);

const inBlock = ({ leave }: CliSyntax, section: Section, lines: readonly string[]): readonly string[] =>
  section.shape === 'top' ? lines.map((text) => text.slice(1)) : [headline(section), ...lines, ` ${leave}`];

/** At the top level a value that the device hides is there already; a new block has it typed, to be certain. */
const created = (syntax: CliSyntax, section: Section): CliStep[] => {
  if (section.shape === 'line') return [{ lines: [headline(section)] }];
  const standing = section.shape === 'top' ? section.entries.filter((entry) => !entry.hidden) : section.entries;
  if (section.shape === 'top' && standing.length === 0) return [];
  const body = standing.flatMap((entry) => typed(syntax, entry, 1));
  return [{ lines: inBlock(syntax, section, body) }];
};

/** Of another block only our lines go. */
const isRemovedWhole = (section: Section): boolean =>
  section.shape !== 'top' && (section.ownership === 'exclusive' || section.created === true);

const deleted = (syntax: CliSyntax, section: Section): CliStep[] => {
  if (section.shape === 'top' && section.removal !== undefined) return [{ lines: [section.removal] }];
  if (isRemovedWhole(section)) return [{ lines: [section.removal ?? `no ${removedBy(section)}`] }];
  const undone = typedDelta(syntax, deltaOf(section.entries, []), 1);
  return undone.length === 0 ? [] : [{ lines: inBlock(syntax, section, undone) }];
};

const replaced = (syntax: CliSyntax, before: Section, after: Section): CliStep[] => {
  // Another object under the same name: it is there before the old one goes, because others refer to the name.
  if (before.header !== after.header) return [...created(syntax, after), ...deleted(syntax, before)];
  if (before === after) return [];
  if (before.args === after.args && isSame(before.entries, after.entries)) return [];
  const delta = deltaOf(before.entries, after.entries);
  if (isEmpty(delta) && before.args === after.args) return [];
  // Whether retyping such a line replaces it is not proven: the old one goes first.
  if (after.shape === 'line' && after.retype) return [{ lines: [headline(after)] }];
  if (after.shape === 'line') return [{ lines: [`no ${headline(before)}`, headline(after)] }];
  return [{ lines: inBlock(syntax, after, typedDelta(syntax, delta, 1)) }];
};

const stepsIn = (syntax: CliSyntax, before: Section | undefined, after: Section | undefined): readonly CliStep[] => {
  if ((after ?? before)?.shape === 'file') return fileSteps(syntax, before, after);
  if (before && after) return replaced(syntax, before, after);
  return after ? created(syntax, after) : before ? deleted(syntax, before) : [];
};

const differencesIn = (
  syntax: CliSyntax,
  before: Section | undefined,
  after: Section | undefined,
): readonly Difference[] => {
  if (stepsIn(syntax, before, after).length === 0) return [];
  const whole = after ?? before!;
  const body = (list: readonly Entry[] | undefined) => list ?? [];
  const depth = whole.shape === 'top' ? 0 : 1;
  if (!before || !after) {
    const sign = after ? 'add' : 'remove';
    const head: readonly Difference[] = whole.shape === 'top' ? [] : [{ sign, text: headline(whole), depth: 0 }];
    return [...head, ...(after ? shown(whole.entries, sign, depth) : shownDelta(whole.entries, [], depth))];
  }
  const head: readonly Difference[] =
    whole.shape === 'top'
      ? []
      : headline(before) === headline(after)
        ? [{ sign: 'context', text: headline(after), depth: 0 }]
        : [
            { sign: 'remove', text: headline(before), depth: 0 },
            { sign: 'add', text: headline(after), depth: 0 },
          ];
  return [...head, ...shownDelta(body(before.entries), body(after.entries), depth)];
};

/** What an object was made with stays: another needs another name. */
const resealed = (before: Section, after: Section): string | undefined => {
  if (after.immutable && before.args !== after.args)
    return `\`${headline(before)}\` cannot become \`${headline(after)}\`: give the new one another name`;
  if (after.immutable && !isSame(before.entries, after.entries))
    return `the lines of \`${after.header}\` cannot change: give the new ones another name`;
  const slots = bySlot(before.entries);
  return after.entries
    .filter((entry) => entry.immutable)
    .map((entry) => ({ entry, was: slots.get(entry.key) }))
    .filter(({ entry, was }) => was !== undefined && was.text !== entry.text)
    .map(({ entry, was }) => `\`${was!.text}\` cannot become \`${entry.text}\`: give the new one another name`)[0];
};

/** How a platform with a command line of this syntax compares and changes its objects. */
export const cliDialectOf = (syntax: CliSyntax): Dialect<Section, CliStep> => ({
  identity: (section) => section.header,
  title: ({ shape, header }) => (shape === 'top' ? undefined : header),
  shared: (section) => section.shared === true,
  share,
  remember,
  withPrinted,
  both,
  differences: (before, after) => differencesIn(syntax, before, after),
  steps: (before, after) => stepsIn(syntax, before, after),
  holds: (live) => live.holds,
  goesWith: (gone, other) =>
    isRemovedWhole(gone) &&
    (syntax.goesWith?.({ header: gone.header, lines: gone.entries.map(({ text }) => text) }, headline(other)) ?? false),
  rivals: (section) => section.rivals ?? [],
  refusal: (before, after) =>
    after.rivals?.includes(before.header)
      ? `\`${before.header}\` is there, and of one name the device keeps one: give the new one another name`
      : resealed(before, after),
});
