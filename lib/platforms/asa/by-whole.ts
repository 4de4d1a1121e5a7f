import type { Inspection } from '../../contract/platform';
import type { Node } from '../../desired/cli/tree';
import type { standingTunnelGroups } from '../../model/firewall/tunnel-group';
import { identify, isRef } from '../../model/noun';
import { ipv6StaticRoute, staticRoute } from '../../model/shared/static-route';

// What the whole configuration says of a line, and the line alone does not.

type Nouns = Inspection['nouns'];
const routes = [staticRoute, ipv6StaticRoute];

/**
 * A route leaves by the logical name of an interface. That of a tunnel interface is the tunnel; others are interfaces that
 * nothing here declares.
 */
const byInterface = (nouns: Nouns): Nouns => {
  const tunnels = new Map(
    nouns.flatMap(({ kind, name, props }) => {
      const { ifname } = props as { readonly ifname?: string };
      return kind === 'tunnel-interface' && ifname !== undefined ? [[ifname, name] as const] : [];
    }),
  );
  return nouns.map((noun) => {
    const { interface: way, destination } = noun.props as {
      readonly interface?: string;
      readonly destination?: string;
    };
    const route = routes.find(({ kind }) => kind === noun.kind);
    const tunnel = route === undefined || way === undefined ? undefined : tunnels.get(way);
    if (route === undefined || tunnel === undefined) return noun;
    const out = { ref: 'tunnel-interface', name: tunnel };
    const name = identify(route, { destination, interface: { ...out, key: { ifname: way } } })!;
    return { ...noun, name, props: { ...noun.props, interface: out } };
  });
};

type Told = (value: unknown) => unknown;
const telling = (props: object, keys: readonly string[], told: Told): object =>
  Object.fromEntries(Object.entries(props).map(([key, value]) => [key, keys.includes(key) ? told(value) : value]));

/** A rule of NAT writes an object and a group of objects alike. */
const ofNat = (roots: readonly Node[]): Told => {
  const lead = 'object-group network ';
  const groups = new Set(roots.flatMap(({ text }) => (text.startsWith(lead) ? [text.split(/\s+/)[2]!] : [])));
  return (value) =>
    isRef(value) && value.ref === 'network-object' && groups.has(value.name)
      ? { ref: 'network-group', name: value.name }
      : value;
};
/** An end of an entry that names an object which is read is that object; one that no noun covers stays words. */
const ofEntry = (nouns: Nouns): Told => {
  const named = (lead: string, of: string) =>
    nouns.flatMap(({ kind, name }) => (kind === of ? [[`${lead} ${name}`, { ref: of, name }] as const] : []));
  const ends = new Map<string, unknown>([
    ...named('object', 'network-object'),
    ...named('object-group', 'network-group'),
  ]);
  return (end) => (typeof end === 'string' ? (ends.get(end) ?? end) : end);
};
const byObject = (nouns: Nouns, roots: readonly Node[]): Nouns => {
  const [inNat, inEntry] = [ofNat(roots), ofEntry(nouns)];
  const ofList: Told = (entries) =>
    (entries as readonly object[] | undefined)?.map((entry) => telling(entry, ['source', 'destination'], inEntry));
  return nouns.map((noun) => {
    if (noun.kind === 'nat-exemption') return { ...noun, props: telling(noun.props, ['networks', 'peers'], inNat) };
    return noun.kind === 'access-list' ? { ...noun, props: telling(noun.props, ['entries'], ofList) } : noun;
  });
};

/** What kind of users a tunnel group has that the ASA has by itself: it does not print that. */
const standingTypes: Readonly<Record<(typeof standingTunnelGroups)[number], string>> = {
  DefaultRAGroup: 'remote-access',
  DefaultL2LGroup: 'ipsec-l2l',
  DefaultWEBVPNGroup: 'remote-access',
};
const withStandingType = (noun: Nouns[number]): Nouns[number] => {
  const type = noun.kind === 'tunnel-group' ? (standingTypes as Record<string, string>)[noun.name] : undefined;
  return type === undefined || 'type' in noun.props ? noun : { ...noun, props: { ...noun.props, type } };
};

/** The nouns of a configuration, each by what all of its lines say. */
export const byWhole = (nouns: Nouns, roots: readonly Node[]): Nouns =>
  byObject(byInterface(nouns), roots).map(withStandingType);
