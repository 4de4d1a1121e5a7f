import type { RestGrammar } from '../../../desired/rest/grammar';
import { written } from '../../../desired/rest/manner';
import { dig } from '../../../desired/rest/place';
import { fieldsIn } from '../../../desired/rest/read-noun';
import { saying, withShown } from '../../../desired/rest/saying';
import { undeclaredIn } from '../../../desired/rest/undeclared';
import { label, legible } from '../../../desired/rest/words';
import type { JsonObject } from '../../../kernel/json';
import { addressOf, isRef, refsOf, type Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';
import { fileTypeIn } from '../grammar/secure-client-file';
import { isOverride } from '../grammar/object-overrides';
import { grammarFor, lockedIn } from '../normalize';
import { besides, type Inner, type Others } from './besides';
import type { Listed } from './listed';
import { symbolic, type Symbols } from './symbols';

type Bag = Readonly<Record<string, unknown>>;
type Grammar = RestGrammar<Record<string, unknown>>;

/** An object that constructs can declare. */
export interface Readable {
  readonly kind: Kind;
  readonly name: string;
  readonly own: string;
  readonly props: Bag;
  readonly stays: readonly string[];
}
/** One that they cannot. */
export interface Unreadable {
  readonly kind: Kind;
  readonly name: string;
  readonly why: string;
  /** It is not to be declared: that needs no word. */
  readonly quiet: boolean;
}
export type Judged = Readable | Unreadable;
export const isReadable = (each: Judged): each is Readable => 'props' in each;

/** Kinds that are only referred to: what the FMC does not show again, or has by itself. */
const referred: ReadonlySet<Kind> = new Set<Kind>([
  'cert-trustpoint',
  'cert-trustpoint-override',
  'secure-client-file',
  'security-zone',
]);

/** References to a file say what it is: its name alone does not. */
const withFileTypes = (value: unknown, find: Others['find']): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member: unknown) => withFileTypes(member, find));
  if (isRef(value)) {
    const file = value.ref === 'secure-client-file' ? find('secure-client-file', value.name) : undefined;
    return file === undefined ? value : { ...value, key: { type: fileTypeIn(file.bodies['']!) } };
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withFileTypes(member, find)]));
};

const innerNoun = ({ kind, name, props }: Inner): Readable => ({ kind, name, own: name, props, stays: [] });

const leavesOf = (grammar: Grammar) => written(grammar).flatMap(([, { leaves }]) => leaves);

/** What stays of an object that is declared all the same. */
const staysOf = (grammar: Grammar, { own, bodies }: Listed, props: Bag): readonly string[] => {
  const lists = leavesOf(grammar).flatMap(({ sharedList, at }) => (sharedList ? [at] : []));
  if (lists.length > 0) return [];
  const found = undeclaredIn(grammar, { fixed: grammar.fixed({ ...props, name: own }) }, bodies) ?? {};
  return Object.entries(found).map(([key, value]) => `${label(key)}: ${legible(value)}`);
};

const judged = (listed: Listed, symbols: Symbols, domain: string, others: Others): readonly Judged[] => {
  const { kind, name, own } = listed;
  const grammar = grammarFor({ kind });
  const locked = lockedIn(listed.bodies['']!, domain);
  if (isOverride(kind) && dig(listed.bodies[''], 'overrides.target.type') === 'Domain')
    return [{ kind, name, why: 'it is for a domain: only what an object is on a firewall is declared', quiet: false }];
  if (grammar === undefined || referred.has(kind) || locked !== undefined)
    return [{ kind, name, why: locked ?? 'it is only referred to', quiet: true }];
  const bodies = Object.fromEntries(
    Object.entries(listed.bodies).map(([part, body]: [string, JsonObject]) => [part, symbolic(body, symbols)]),
  );
  const read = withShown(grammar, fieldsIn(grammar, bodies));
  const { fields, usual, unread } = read;
  if (grammar.given?.({ name: own }) && Object.keys(fields).every((field) => usual.includes(field)))
    return [{ kind, name, why: 'the FMC has it by itself', quiet: true }];
  const more = besides[kind]?.({ ...listed, bodies }, bodies['']!, others) ?? { fields: {} };
  const props = withFileTypes(saying(kind, own, read, more.fields), others.find) as Bag;
  const lost = unread.filter((field) => props[field] === undefined);
  if (lost.length > 0) return [{ kind, name, why: `no property says what it has as ${lost.join(', ')}`, quiet: false }];
  return [{ kind, name, own, props, stays: staysOf(grammar, listed, props) }, ...(more.inner ?? []).map(innerNoun)];
};

/** What a noun refers to. */
const targetsOf = (each: Judged): readonly Ref[] => (isReadable(each) ? refsOf(each.props) : []);

/** Kinds from which an import begins; what they refer to comes with them. */
const roots: ReadonlySet<Kind> = new Set<Kind>([
  'vpn-topology',
  'vpn-endpoint',
  'ra-vpn-policy',
  'ra-connection-profile',
  'ra-crypto-map',
  'ra-certificate-mapping',
  'ra-ldap-attributes',
  'ra-load-balancing',
  'ra-local-realm',
  'policy-assignment',
]);

/** A route or a process of BGP is of a VPN where it goes into a tunnel. */
const isRoot = (each: Judged): boolean => {
  if (roots.has(each.kind)) return true;
  if (!isReadable(each)) return false;
  if (each.kind === 'static-route' || each.kind === 'ipv6-static-route') return each.props['interface'] !== undefined;
  return each.kind === 'ftd-bgp' && each.props['neighbors'] !== undefined;
};

/** The object that an override is of. */
const objectOf = ({ kind, name }: Judged): string =>
  addressOf(kind.replace(/-override$/, ''), name.slice(0, name.lastIndexOf('/')));

/** Those from which an import begins and all that they refer to. */
const ofVpn = (all: readonly Judged[]): readonly Judged[] => {
  const byAddress = new Map(all.map((each) => [addressOf(each.kind, each.name), each]));
  const found = new Set<Judged>();
  const visit = (each: Judged | undefined): void => {
    if (each === undefined || found.has(each)) return;
    found.add(each);
    for (const to of targetsOf(each)) visit(byAddress.get(addressOf(to.ref, to.name)));
  };
  all.filter(isRoot).forEach(visit);
  // What an object is on a firewall comes with it, and what that refers to.
  const overrides = all.filter(({ kind }) => isOverride(kind));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const each of overrides)
      if (byAddress.has(objectOf(each)) && found.has(byAddress.get(objectOf(each))!)) visit(each);
  }
  return all.filter((each) => found.has(each));
};

/** The nouns of all VPN that was answered. */
export const nounsOf = (listed: readonly Listed[], symbols: Symbols, domain: string): readonly Judged[] => {
  const byAddress = new Map(listed.map((each) => [addressOf(each.kind, each.name), each]));
  const tunnels = listed.filter(({ kind }) => kind === 'tunnel-interface');
  const hubs = new Set(listed.flatMap(({ kind, parent }) => (kind === 'ftd-dynamic-tunnel' ? [parent?.name] : [])));
  const loopbacks = listed.filter(({ kind, parent }) => kind === 'ftd-loopback' && hubs.has(parent?.name));
  const others: Others = {
    find: (kind, name) => byAddress.get(addressOf(kind, name)),
    profilesOf: (policy) =>
      listed.filter(({ kind, parent }) => kind === 'ra-connection-profile' && parent?.name === policy),
    zonesOf: (firewall) => listed.filter(({ kind, parent }) => kind === 'ftd-ecmp-zone' && parent?.name === firewall),
    tunnelsOf: (firewall) => tunnels.filter(({ parent }) => parent?.name === firewall),
    metBy: (firewall) => (hubs.has(firewall) ? tunnels : loopbacks).filter(({ parent }) => parent?.name !== firewall),
  };
  return ofVpn(listed.flatMap((each) => judged(each, symbols, domain, others)));
};
