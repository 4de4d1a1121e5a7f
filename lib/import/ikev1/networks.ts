import type { Inspection } from '../../contract/platform';
import { isIpv4, isIpv4Cidr } from '../../kernel/ip';

interface Entry {
  readonly action?: string;
  readonly source?: string;
  readonly destination?: string;
}

/** The networks that a tunnel connects, or why they cannot be told. */
export type Protected = { readonly own: readonly string[]; readonly far: readonly string[] } | { readonly why: string };

const cidr = (text: string): string | undefined => (isIpv4Cidr(text) ? text : isIpv4(text) ? `${text}/32` : undefined);

/** What an access list protects: each of its networks once, objects by what they are. */
export const protectedBy = ({ nouns }: Inspection, list: string): Protected => {
  const found = nouns.find(({ kind, name }) => kind === 'access-list' && name === list);
  if (found === undefined) return { why: `the access list ${list} is not there, or cannot be read` };
  const objects = new Map(
    nouns
      .filter(({ kind }) => kind === 'network-object')
      .map(({ name, props }) => [`object ${name}`, (props as { readonly value?: string }).value]),
  );
  const { entries = [] } = found.props as { readonly entries?: readonly Entry[] };
  const permits = entries.filter(({ action }) => action === 'permit');
  const networkOf = (text: string | undefined): string | undefined => cidr(objects.get(text ?? '') ?? text ?? '');
  const [own, far] = [permits.map(({ source }) => source), permits.map(({ destination }) => destination)];
  const unread = [...own, ...far].find((text) => networkOf(text) === undefined);
  if (permits.length === 0) return { why: `the access list ${list} permits nothing` };
  if (unread !== undefined) return { why: `the access list ${list} has \`${unread}\`, which is not one network` };
  const once = (all: readonly (string | undefined)[]): readonly string[] => [...new Set(all.map((t) => networkOf(t)!))];
  return { own: once(own), far: once(far) };
};
