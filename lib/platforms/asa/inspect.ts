import type { Lookup } from '../../desired/cli/lookup';
import { parseTree, type Node } from '../../desired/cli/tree';
import { inspectRoots, reparented } from '../../engine/cli/inspect';
import type { Section } from '../../desired/cli/section';
import type { FileReading, Inspection } from '../../contract/platform';
import type { standingTunnelGroups } from '../../model/firewall/tunnel-group';
import { identify } from '../../model/noun';
import type { Kind } from '../../model/nouns';
import { ipv6StaticRoute, staticRoute } from '../../model/shared/static-route';
import { lookup } from './grammar/lookup';
import { prepared } from './plain-addresses';
import { syntax } from './syntax';
import { unmanaged } from './unmanaged';

/** Remarks before and behind the configuration, and its checksum, are blanked and not counted out. */
const notOfIt = /^(:|ASA Version |Cryptochecksum:)/;

/** Who the ASA is and what it runs. Its own spelling of a release, `9.18(4)22`, is that of a program: `9.18.4.22`. */
const self = (text: string): Pick<Inspection, 'hostname' | 'release'> => {
  const hostname = /^hostname (\S+)/m.exec(text)?.[1];
  const release = /^ASA Version (\d[\d.()]*)/m.exec(text)?.[1]?.match(/\d+/g)?.join('.');
  return { ...(hostname === undefined ? {} : { hostname }), ...(release === undefined ? {} : { release }) };
};

/** A rule of NAT names objects and groups alike; one of groups is no noun, because a group is none. */
const ofObjects = (roots: readonly Node[]): Lookup<Kind> => {
  const named = (lead: string): ReadonlySet<string> =>
    new Set(roots.filter(({ text }) => text.startsWith(lead)).map(({ text }) => text.split(/\s+/)[2]!));
  const [groups, objects] = [named('object-group network '), named('object network ')];
  const isOfGroups = (text: string): boolean =>
    text.startsWith('nat ') && text.split(/\s+/).some((word) => groups.has(word) && !objects.has(word));
  return {
    ...lookup,
    nounOfLine: (text, declared) => (isOfGroups(text) ? undefined : lookup.nounOfLine(text, declared)),
    nounOf: (node, declared) => (isOfGroups(node.text) ? undefined : lookup.nounOf(node, declared)),
  };
};

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

/** The lines of a file, blank where they are not of the configuration. */
const linesOf = (text: string): readonly string[] => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r', '')
    .split('\n');
  const end = lines.findIndex((line) => line.trim() === ': end');
  return lines.map((line, at) => (notOfIt.test(line) || (end !== -1 && at > end) ? '' : line));
};

const treeOf = (lines: readonly string[]): readonly Node[] => reparented(parseTree(lines.join('\n'), syntax), lookup);

const readIn = (text: string) => {
  const kept = linesOf(text);
  return { kept, who: self(text), printed: treeOf(kept) };
};

const inspectionOf = ({ kept, who, printed }: ReturnType<typeof readIn>): Inspection => {
  const roots = prepared(printed, who.release);
  const found = inspectRoots(roots, kept, [], ofObjects(roots), unmanaged);
  const asPrinted = (list: Inspection['unknown']) => list.map(({ line }) => ({ line, text: kept[line - 1]!.trim() }));
  return {
    ...found,
    nouns: byInterface(found.nouns).map(withStandingType),
    unmanaged: asPrinted(found.unmanaged),
    unknown: asPrinted(found.unknown),
    ...who,
  };
};

/** What a configuration file says. */
export const inspect = (text: string): Inspection => inspectionOf(readIn(text));

/** A configuration file, read once. */
export const read = (text: string): FileReading<Section> => {
  const file = readIn(text);
  // As a device shows it: with the line that says its release.
  const version = parseTree(/^ASA Version .*/m.exec(text)?.[0] ?? '', syntax);
  return {
    inspection: inspectionOf(file),
    held: async () => (await import('./read-file.js')).held([...version, ...file.printed]),
  };
};

/** Lines that only an ASA prints. */
export const prints: readonly RegExp[] = [
  /^(: Saved|ASA Version |Cryptochecksum:)/,
  /^ nameif \S/,
  /^access-list \S+ (extended|standard) /,
  /^(tunnel-group|group-policy|object network|object-group network|aaa-server) /,
  /^crypto (ikev1 policy|ikev2 policy \d+\s*$|ca trustpoint|ipsec ikev2 ipsec-proposal)/,
];
