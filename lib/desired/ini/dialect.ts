import type { Dialect, Difference, Share } from '../item';
import { divided, isCreated, isWritten, joined, type Parts } from '../ownership';
import type { IniEntry, IniSection } from './section';

/** What changes in one section of the file. */
export interface IniStep {
  readonly section: string;
  readonly set: readonly Pick<IniEntry, 'key' | 'text' | 'shape'>[];
  readonly unset: readonly string[];
  /** The section goes, with every key in it. */
  readonly remove?: true;
}

const line = ({ key, text }: Pick<IniEntry, 'key' | 'text'>): string => `${key}=${text}`;
const byKey = (entries: readonly IniEntry[]): ReadonlyMap<string, string> =>
  new Map(entries.map(({ key, text }) => [key, text]));

const steps = (before: IniSection | undefined, after: IniSection | undefined): readonly IniStep[] => {
  if (after === undefined) {
    if (before === undefined) return [];
    if (before.ownership === 'exclusive' || before.created)
      return [{ section: before.name, set: [], unset: [], remove: true }];
    const unset = before.entries.map(({ key }) => key);
    return unset.length === 0 ? [] : [{ section: before.name, set: [], unset }];
  }
  const old = byKey(before?.entries ?? []);
  const wanted = byKey(after.entries);
  const set = after.entries
    .filter(({ key, text }) => old.get(key) !== text)
    .map(({ key, text, shape }) => ({ key, text, ...(shape ? { shape } : {}) }));
  const unset = [...old.keys()].filter((key) => !wanted.has(key));
  return before !== undefined && set.length + unset.length === 0 ? [] : [{ section: after.name, set, unset }];
};

const differences = (before: IniSection | undefined, after: IniSection | undefined): readonly Difference[] => {
  if (steps(before, after).length === 0) return [];
  const [old, wanted] = [byKey(before?.entries ?? []), byKey(after?.entries ?? [])];
  const sign = before && after ? 'context' : after ? 'add' : 'remove';
  const shown = (mark: Difference['sign'], key: string, text: string): Difference => ({
    sign: mark,
    text: line({ key, text }),
    depth: 1,
  });
  const kept = [...wanted].flatMap(([key, text]): readonly Difference[] => {
    const was = old.get(key);
    if (was === text) return [shown('context', key, text)];
    return [...(was === undefined ? [] : [shown('remove', key, was)]), shown('add', key, text)];
  });
  const gone = [...old].filter(([key]) => !wanted.has(key)).map(([key, text]) => shown('remove', key, text));
  return [{ sign, text: `[${(after ?? before!).name}]`, depth: 0 }, ...kept, ...gone];
};

const settings: Parts<IniEntry> = { place: ({ key }) => key, value: line };

/** The value of a key that is not declared may be a secret. */
const named = (entries: readonly IniEntry[]): readonly string[] => entries.map(({ key }) => `${key}=…`);

const share = (live: IniSection, desired: IniSection | undefined, owned: IniSection | undefined): Share<IniSection> => {
  // A section that goes takes along what others wrote in it; the plan shows that.
  const gone = desired === undefined;
  if (live.ownership === 'exclusive') {
    const theirs = gone ? [] : live.entries.filter(({ unknown }) => unknown);
    return { ours: { ...live, entries: live.entries.filter((e) => !theirs.includes(e)) }, unmanaged: named(theirs) };
  }
  const { ours: entries, others } = divided(settings, live.entries, desired?.entries, owned?.entries);
  const created = owned?.created && others.length === 0 ? { created: true as const } : {};
  const present = entries.length > 0 || (gone ? 'created' in created : true);
  return { ours: present ? { ...live, entries, ...created } : undefined, unmanaged: named(others) };
};

const remember = (applied: IniSection, before: IniSection | undefined, owned: IniSection | undefined): IniSection => {
  if (applied.ownership === 'exclusive') return applied;
  const entries = applied.entries.filter(isWritten(settings, before?.entries, owned?.entries));
  const made = isCreated(owned, before);
  return { name: applied.name, ownership: applied.ownership, entries, ...(made ? { created: true as const } : {}) };
};

const both = (owned: IniSection | undefined, next: IniSection): IniSection =>
  owned === undefined || next.ownership === 'exclusive'
    ? next
    : { ...next, entries: joined(settings, owned.entries, next.entries) };

/** One step as lines of the file: what goes with a minus in front. */
export const showIniStep = ({ section, set, unset, remove }: IniStep): readonly string[] =>
  remove ? [`- [${section}]`] : [`[${section}]`, ...unset.map((key) => `- ${key}`), ...set.map(line)];

export const iniDialect: Dialect<IniSection, IniStep> = {
  identity: (section) => section.name,
  shared: (section) => section.ownership === 'lines',
  share,
  remember,
  both,
  differences,
  steps,
  refusal: () => undefined,
};
