import {
  outsideBody,
  field,
  listOf,
  setOf,
  type Look,
  type RestGrammar,
  type Wire,
} from '../../../desired/rest/grammar';
import { isIpv6, isIpv6Cidr } from '../../../kernel/ip';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { Kind, NounOf } from '../../../model/nouns';
import { loggedBy, loggedIn } from './access-list-logging';
import { anyReference, reference } from './reference';
import { icmp, numberOf, portLiteral, protocols, without } from './port-literal';
import { literalAddress } from './words';

type List = NounOf<'access-list'>;
type Entry = List['entries'][number];
type Rule = Exclude<Entry, { remark: string }>;

type End = Rule['source'];
const isAddress = (end: End | undefined): boolean =>
  typeof end !== 'string' || /^[\d.]+(\/\d+)?$/.test(end) || end === 'any' || isIpv6(end) || isIpv6Cidr(end);
const isPort = (port: string | undefined): boolean => port === undefined || /^(eq \d+|range \d+ \d+)$/.test(port);

/** What a line of the FMC cannot say. */
const faultOf = (type: List['type'], entry: Entry): string | undefined => {
  if ('remark' in entry) return 'the FMC keeps no remarks: leave it out';
  if (![entry.source, entry.destination].every(isAddress))
    return 'the FMC takes any, hosts, networks with a length, network objects and groups: write them so, without wildcard or object-group';
  if (type === 'standard' && typeof entry.source === 'string' && entry.source.includes(':'))
    return "a standard list is of IPv4: write type: 'extended'";
  if (type === 'standard')
    return entry.options === undefined ? undefined : 'a standard list of the FMC logs nothing: leave options out';
  if (loggedBy(entry.options) === undefined)
    return `the FMC has no '${entry.options}': write options: 'log', 'log warnings interval 60' (1 to 600 seconds) or 'log disable', or leave it out`;
  if (entry.protocol !== undefined && entry.protocol !== 'ip' && numberOf(entry.protocol) === undefined)
    return `${entry.protocol} is not known here: write one of ip, ${protocols.map(([word]) => word).join(', ')}`;
  const ported = entry.sourcePort !== undefined || entry.destinationPort !== undefined;
  if (ported && !['tcp', 'udp'].includes(entry.protocol ?? ''))
    return "ports are of tcp and udp: write protocol: 'tcp'";
  if (![entry.sourcePort, entry.destinationPort].every(isPort))
    return "the FMC takes ports as numbers: write 'eq 443' or 'range 1024 65535'";
  return undefined;
};
/** An extended list of the FMC (Cisco's specification). */
const mostEntries = 1000;
const unwritable = ({ type, entries: all }: List): readonly (readonly [string, string])[] => [
  ...(all.length > mostEntries
    ? [['entries', `the FMC takes ${mostEntries} and these are ${all.length}: write network groups`] as const]
    : []),
  ...all.flatMap((entry, i) => {
    const fault = faultOf(type, entry);
    return fault === undefined ? [] : [[`entries[${i}]`, fault] as const];
  }),
];

type Named = Exclude<End, string>;
const networks = (end: End | undefined, look: Look): JsonObject | undefined => {
  if (end === undefined || end === 'any') return undefined;
  if (typeof end === 'object') return { objects: [look.reference(end.ref, end.name)] };
  return { literals: [{ type: end.includes('/') ? 'Network' : 'Host', value: end }] };
};
/** Without a port a protocol stands by itself, as a destination of any port. */
const ports = (protocol: string | undefined, port: string | undefined): JsonObject | undefined => {
  const number = numberOf(protocol);
  if (number === undefined) return undefined;
  if (number === icmp) return { literals: [{ type: 'ICMPv4PortLiteral', protocol: number }] };
  const shown = port?.replace(/^eq /, '').replace(/^range (\d+) (\d+)$/, '$1-$2');
  return { literals: [{ type: 'PortLiteral', protocol: number, ...(shown === undefined ? {} : { port: shown }) }] };
};
/** Only what says something: empty lists, and members that no line of ours has, go. */
const bare = (container: Json | undefined, literal: (json: Json) => Json): Json | undefined => {
  const { objects, literals: values } = (container ?? {}) as { objects?: readonly Json[]; literals?: readonly Json[] };
  const kept = without({
    objects: objects?.length ? objects.map(reference('network-object').canonical!) : undefined,
    literals: values?.length ? values.map(literal) : undefined,
  });
  return Object.keys(kept).length === 0 ? undefined : kept;
};

/** What stands in a place of a line, where one literal or nothing does; undefined where no line of ours says it. */
const literalIn = (container: Json | undefined): JsonObject | 'nothing' | undefined => {
  if (container === undefined) return 'nothing';
  const { objects, literals } = container as { objects?: Json; literals?: readonly JsonObject[] };
  return objects === undefined && literals?.length === 1 ? literals[0] : undefined;
};
/** One object, which is neither a domain name nor one that is not known here. */
const objectIn = (container: Json | undefined): Named | undefined => {
  const { objects = [], literals } = (container ?? {}) as { objects?: readonly Json[]; literals?: Json };
  const found =
    objects.length === 1 && literals === undefined ? anyReference<Ref<Kind>>().from(objects[0]!) : undefined;
  return found?.ref === 'network-object' || found?.ref === 'network-group' ? (found as Named) : undefined;
};
const endIn = (container: Json | undefined): End | undefined => {
  const literal = literalIn(container);
  if (literal === undefined) return objectIn(container);
  return literal === 'nothing' ? 'any' : String(literal['value']);
};
const portIn = (literal: JsonObject): string | undefined => {
  const { port } = literal;
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(String(port)) ?? [];
  if (from === undefined) return undefined;
  return to === undefined ? `eq ${from}` : `range ${from} ${to}`;
};
/** Protocol and ports, as the two places of a line say them. */
const servicesIn = (from: Json | undefined, to: Json | undefined): Partial<Rule> | undefined => {
  const [source, destination] = [literalIn(from), literalIn(to)];
  if (source === undefined || destination === undefined) return undefined;
  const said = [source, destination].filter((one): one is JsonObject => one !== 'nothing');
  if (said.length === 0) return {};
  const [first, other] = said.map(({ protocol }) => String(protocol));
  const protocol = protocols.find(([, theirs]) => theirs === first)?.[0];
  const isOne = other === undefined || other === first;
  if (protocol === undefined || !isOne || said.some((one) => one['icmpType'] !== undefined)) return undefined;
  const [sourcePort, destinationPort] = [source, destination].map((one) =>
    one === 'nothing' ? undefined : portIn(one),
  );
  return {
    protocol,
    ...(sourcePort === undefined ? {} : { sourcePort }),
    ...(destinationPort === undefined ? {} : { destinationPort }),
  };
};
/** A line of the FMC as one of ours; its place in the list is counted afterwards. */
const ruleIn = (json: Json): Omit<Rule, 'sequence'> | undefined => {
  const entry = json as JsonObject;
  const action = { PERMIT: 'permit', DENY: 'deny' }[String(entry['action'])] as Rule['action'] | undefined;
  const [source, destination] = [endIn(entry['sourceNetworks']), endIn(entry['destinationNetworks'])];
  const services = servicesIn(entry['sourcePorts'], entry['destinationPorts']);
  const [options, tagged] = [loggedIn(entry), tagsIn(entry['securityGroupTags'])];
  if (!action || !source || !destination || !services || !options || !tagged) return undefined;
  return { action, ...services, source, destination, ...options, ...tagged };
};
const sourceRuleIn = (json: Json): Omit<Rule, 'sequence'> | undefined => {
  const { action, networks: where } = json as JsonObject;
  const known = { PERMIT: 'permit', DENY: 'deny' }[String(action)] as Rule['action'] | undefined;
  const source = where === undefined ? undefined : endIn(where);
  return known && source ? { action: known, source: source === '0.0.0.0/0' ? 'any' : source } : undefined;
};

const tags = setOf(reference('security-group-tag'));
const tagObjects = (container: Json | undefined): Json | undefined => {
  const { objects = [] } = (container ?? {}) as { objects?: readonly Json[] };
  return objects.length === 0 ? undefined : { objects: tags.canonical!(objects) };
};
/** Tags that are objects; undefined where a line of ours cannot say them. */
const tagsIn = (container: Json | undefined): Pick<Rule, 'securityGroupTags'> | undefined => {
  const { objects = [], literals } = (container ?? {}) as { objects?: readonly Json[]; literals?: Json };
  if (literals !== undefined) return undefined;
  const found = tags.from(objects);
  return found && (found.length === 0 ? {} : { securityGroupTags: found });
};

const extendedEntry: Wire<Entry> = {
  to: (entry, look) => {
    const { action, protocol, source, sourcePort, destination, destinationPort, options, securityGroupTags } =
      entry as Rule;
    return without({
      action: action.toUpperCase(),
      ...loggedBy(options),
      sourceNetworks: networks(source, look),
      destinationNetworks: networks(destination, look),
      sourcePorts: sourcePort === undefined ? undefined : ports(protocol, sourcePort),
      destinationPorts:
        destinationPort === undefined && sourcePort !== undefined ? undefined : ports(protocol, destinationPort),
      securityGroupTags: securityGroupTags && { objects: tags.to(securityGroupTags, look) },
    });
  },
  from: (json) => ruleIn(json) as Entry | undefined,
  canonical: (json) => {
    const entry = json as JsonObject;
    return without({
      action: entry['action'],
      logging: entry['logging'] ?? 'DEFAULT',
      logLevel: entry['logLevel'] ?? 'INFORMATIONAL',
      logInterval: Number(entry['logInterval'] ?? 300),
      sourceNetworks: bare(entry['sourceNetworks'], literalAddress),
      destinationNetworks: bare(entry['destinationNetworks'], literalAddress),
      sourcePorts: bare(entry['sourcePorts'], portLiteral),
      destinationPorts: bare(entry['destinationPorts'], portLiteral),
      securityGroupTags: tagObjects(entry['securityGroupTags']),
    });
  },
};
const standardEntry: Wire<Entry> = {
  to: (entry, look) => {
    const { action, source } = entry as Rule;
    const anywhere = { literals: [{ type: 'Network', value: '0.0.0.0/0' }] };
    return { action: action.toUpperCase(), networks: networks(source, look) ?? anywhere };
  },
  from: (json) => sourceRuleIn(json) as Entry | undefined,
  canonical: (json) =>
    without({
      action: (json as JsonObject)['action'],
      networks: bare((json as JsonObject)['networks'], literalAddress),
    }),
};

const isStandard = (json: Json): boolean => Array.isArray(json) && 'networks' in ((json[0] ?? {}) as object);
const entries: Wire<List['entries']> = {
  to: (list, look) => listOf(isRuleOfSources(list) ? standardEntry : extendedEntry).to(list, look),
  from: (json) => {
    const rules = listOf(isStandard(json) ? standardEntry : extendedEntry).from(json);
    return rules?.map((rule, i) => ({ ...rule, sequence: 10 * (i + 1) }));
  },
  canonical: (json) => listOf(isStandard(json) ? standardEntry : extendedEntry).canonical!(json),
};
/** A standard list looks at sources alone; an extended one has a destination in every line. */
const isRuleOfSources = (list: List['entries']): boolean =>
  list.every((entry) => 'remark' in entry || entry.destination === undefined);

const lines = field('entries', entries);
/** What a line says that no line of ours has: users, applications, literals of security group tags. */
const unknownIn = (line: JsonObject): JsonObject => {
  const {
    action: _action,
    networks: _networks,
    logging: _logging,
    logLevel: _logLevel,
    logInterval: _logInterval,
    sourceNetworks: _sourceNetworks,
    destinationNetworks: _destinationNetworks,
    sourcePorts: _sourcePorts,
    destinationPorts: _destinationPorts,
    securityGroupTags,
    ...others
  } = line;
  const { objects: _objects, ...literals } = (securityGroupTags ?? {}) as JsonObject;
  return Object.keys(literals).length === 0 ? others : { ...others, securityGroupTags: literals };
};

export const accessList: RestGrammar<List> = {
  form: 'object',
  collection: ({ type }) => (type === 'standard' ? 'object/standardaccesslists' : 'object/extendedaccesslists'),
  key: 'accesslists',
  type: ({ type }) => (type === 'standard' ? 'StandardAccessList' : 'ExtendedAccessList'),
  fixed: ({ type }) => ({ '': { type: type === 'standard' ? 'StandardAccessList' : 'ExtendedAccessList' } }),
  unwritable,
  fields: {
    type: outsideBody,
    entries: { ...lines, leaves: lines.leaves.map((leaf) => ({ ...leaf, undeclared: unknownIn })) },
  },
};
