import type { Inspection } from '../../contract/platform';
import type { Ref } from '../../model/noun';
import { endText, type End } from '../../model/shared/access-list';
import { networksOf } from '../read/networks';

type Bag = Readonly<Record<string, unknown>>;
interface Entry {
  readonly action?: string;
  readonly source?: End;
  readonly destination?: End;
}

/** The networks that a tunnel connects, or why they cannot be told. */
export type Protected = { readonly own: readonly string[]; readonly far: readonly string[] } | { readonly why: string };

/** What an access list protects: each of its networks once, objects by what they are. */
export const protectedBy = ({ nouns }: Inspection, list: string): Protected => {
  const found = nouns.find(({ kind, name }) => kind === 'access-list' && name === list);
  if (found === undefined) return { why: `the access list ${list} is not there, or cannot be read` };
  const { entries = [] } = found.props as { readonly entries?: readonly Entry[] };
  const permits = entries.filter(({ action }) => action === 'permit');
  const propsOf = (to: Ref) =>
    nouns.find(({ kind, name }) => kind === to.ref && name === to.name)?.props as Bag | undefined;
  const networks = (end: End | undefined) => networksOf(end, propsOf);
  const [own, far] = [permits.map(({ source }) => source), permits.map(({ destination }) => destination)];
  const unread = [...own, ...far].find((end) => networks(end) === undefined);
  if (permits.length === 0) return { why: `the access list ${list} permits nothing` };
  if (unread !== undefined) return { why: `the access list ${list} has \`${endText(unread)}\`, which is no network` };
  const once = (ends: readonly (End | undefined)[]) => [...new Set(ends.flatMap((end) => networks(end) ?? []))];
  return { own: once(own), far: once(far) };
};
