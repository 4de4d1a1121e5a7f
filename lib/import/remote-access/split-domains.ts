import type { Declared } from '../read/judge';
import { finder, refIn } from '../read/find-declared';

/** The domains of a dynamic split tunnel as a RemoteAccess says them, and what the policy tells clients besides. */
export interface ToldClients {
  readonly domains?: Readonly<Record<string, readonly string[]>>;
  /** The label that holds them. */
  readonly label?: string;
  readonly others: readonly unknown[];
}

const lists: Readonly<Record<string, string>> = {
  'dynamic-split-include-domains': 'include',
  'dynamic-split-exclude-domains': 'exclude',
};
const listOf = (name: string): string | undefined => lists[name.split('/')[0]!];

/** Domains that stand under one label, which no other policy names; else they stay attributes. */
export const toldClients = ({ name, props }: Declared, declared: readonly Declared[]): ToldClients => {
  const find = finder(declared);
  const all = (props['customAttributes'] ?? []) as readonly unknown[];
  const held = all.filter((one) => listOf(refIn(one)?.name ?? '') !== undefined);
  const attributes = held.flatMap((one) => find.at(one) ?? []);
  const labels = new Set(attributes.map((one) => String(one.props['label'])));
  const isShared = find
    .of('asa-group-policy')
    .filter((policy) => policy.name !== name)
    .some((policy) => attributes.some((one) => JSON.stringify(policy.props).includes(JSON.stringify(one.name))));
  const [label] = labels;
  if (label === undefined || labels.size > 1 || attributes.length < held.length || isShared) return { others: all };
  const domains = Object.fromEntries(
    attributes.map((one) => [listOf(one.name)!, (one.props['values'] as readonly string[]).join('').split(',')]),
  );
  return { domains, label, others: all.filter((one) => !held.includes(one)) };
};
