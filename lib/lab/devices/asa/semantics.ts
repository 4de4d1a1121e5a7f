import type { Ref } from '../../../model/noun';
import { nouns, type Kind } from '../../../model/nouns';
import type { Config, Line } from './config';
import { matchGlobal, matchIn, type Match } from './modes';

/*
 * Whether an ASA refuses each of these, and in which words, is known for few cases (`Removing … not allowed, it is being
 * used`); the lab is strict, so that a wrong order shows.
 */

/** What an ASA has without a line. */
const standing = /^(tunnel-group\/Default(RA|L2L|WEBVPN)Group|asa-group-policy\/DfltGrpPolicy)$/;

interface Held {
  readonly line: Line;
  readonly match: Match;
}
/** The lines at the top level as the nouns that they belong to. */
const heldIn = (config: Config): readonly Held[] =>
  config.flatMap((line) => {
    const match = matchGlobal(line.text);
    return 'miss' in match ? [] : [{ line, match }];
  });

/** Objects and groups share their names: a rule of NAT writes both alike. */
const space = (kind: string | undefined): string | undefined => (kind === 'network-group' ? 'network-object' : kind);
const isOf = (ref: Ref, { kind, name }: Pick<Match, 'kind' | 'name'>): boolean =>
  space(kind) === space(ref.ref) && name === ref.name;
const known = (config: Config, ref: Ref): boolean =>
  standing.test(`${ref.ref}/${ref.name}`) || heldIn(config).some(({ match }) => isOf(ref, match));

/** The objects and groups of every type that an entry of an access list names, each like `object-group SITES`. */
const objectsIn = (text: string): readonly string[] =>
  text.startsWith('access-list ') && !/^access-list \S+ remark /.test(text)
    ? (text.match(/(?<= )object(?:-group)? \S+/g) ?? [])
    : [];
/** How an entry names what a header makes: `object-group network SITES` is `object-group SITES`. */
const madeBy = (text: string): string | undefined => {
  const [, lead, name] = /^(object(?:-group)?) \S+ (\S+)/.exec(text) ?? [];
  return lead && `${lead} ${name!}`;
};

const refsInside = (held: Held): readonly Ref[] => {
  const walk = (lines: Config, level: Match['level']): readonly Ref[] =>
    level === undefined
      ? []
      : lines.flatMap((line) => {
          const match = matchIn(level, line.text);
          return 'miss' in match ? [] : [...match.refs, ...walk(line.lines ?? [], match.level)];
        });
  return [...held.match.refs, ...walk(held.line.lines ?? [], held.match.level)];
};

const titled = ({ ref, name }: Ref): string => `${nouns[ref as Kind].title} ${name}`;

/** The interfaces that a line speaks of by their logical names. */
const logical = (text: string): readonly string[] => {
  const both = /^nat \((\S+),(\S+)\) /.exec(text)?.slice(1);
  const one =
    /^crypto map \S+ interface (\S+)$/.exec(text)?.[1] ??
    /^crypto ikev2 enable (\S+)/.exec(text)?.[1] ??
    /^aaa-server \S+ \((\S+)\) host /.exec(text)?.[1] ??
    /^ssl trust-point \S+ (\S+)(?: vpnlb-ip)?$/.exec(text)?.[1] ??
    /^tunnel source interface (\S+)$/.exec(text)?.[1] ??
    /^route (\S+) /.exec(text)?.[1];
  return both ?? (one === undefined ? [] : [one]);
};
export const nameifs = (config: Config): readonly string[] =>
  config.flatMap((line) => (line.lines ?? []).flatMap((each) => /^nameif (\S+)$/.exec(each.text)?.[1] ?? []));

/** What must be there before a header: a group is made before its attributes. */
const unmade = (config: Config, text: string): string | undefined => {
  const [, lead, name, form = ''] = /^(tunnel-group|group-policy|aaa-server) (\S+) (.+)$/.exec(text) ?? [];
  if (lead === undefined || /^(type|internal|external|protocol)\b/.test(form)) return undefined;
  if (/^(Default(RA|L2L|WEBVPN)Group|DfltGrpPolicy)$/.test(name!)) return undefined;
  const makes = { 'tunnel-group': 'type', 'group-policy': 'internal', 'aaa-server': 'protocol' }[lead]!;
  const made = config.some((line) => line.text.startsWith(`${lead} ${name} ${makes}`));
  return made ? undefined : `ERROR: ${lead} ${name} does not exist. It must be created first`;
};

/** The attribute of a value must be known to WebVPN. */
const unknownAttribute = (config: Config, text: string): string | undefined => {
  const attribute = /^anyconnect-custom-data (\S+) /.exec(text)?.[1];
  const isKnown = config.some(({ text: at, lines = [] }) =>
    at === 'webvpn' ? lines.some((line) => line.text.split(' ')[1] === attribute) : false,
  );
  return attribute === undefined || isKnown ? undefined : `ERROR: custom attribute type ${attribute} does not exist`;
};

const resealed = (config: Config, text: string): string | undefined => {
  const lead = /^((?:tunnel-group \S+ type|aaa-server \S+ protocol) )/.exec(text)?.[1];
  const other = lead && config.find((line) => line.text.startsWith(lead) && line.text !== text);
  return other ? `ERROR: ${lead.trim()} cannot be changed once it is configured` : undefined;
};

/** Why the ASA does not take a line that it understands. */
export const refusalOf = (config: Config, match: Match): string | undefined => {
  // A route names its way out by the logical name, which is looked for below.
  const refs = match.kind === 'static-route' ? [] : match.refs;
  const missing = refs.find((ref) => !known(config, ref));
  if (missing !== undefined) return `ERROR: ${titled(missing)} does not exist`;
  const object = objectsIn(match.line.text).find((each) => !config.some(({ text }) => madeBy(text) === each));
  if (object !== undefined) return `ERROR: ${object} does not exist`;
  const port = logical(match.line.text).find((name) => !nameifs(config).includes(name));
  if (port !== undefined) return `ERROR: % Invalid interface name ${port}`;
  const hardware = /^interface (?!Tunnel\d)(\S+)/.exec(match.line.text)?.[1];
  if (hardware !== undefined && !config.some((line) => line.text === match.line.text))
    return "ERROR: % Invalid input detected at '^' marker.";
  const { text } = match.line;
  return unmade(config, text) ?? unknownAttribute(config, text) ?? resealed(config, text);
};

/** Why lines of one noun cannot go: another noun refers to it. */
export const removalRefusal = (config: Config, gone: readonly Line[]): string | undefined => {
  const all = heldIn(config);
  const left = all.filter(({ line }) => !gone.includes(line));
  const lost = all
    .filter(({ line, match }) => gone.includes(line) && match.kind !== undefined && match.name !== undefined)
    .map(({ match }): Ref => ({ ref: match.kind!, name: match.name! }))
    .filter((ref) => !standing.test(`${ref.ref}/${ref.name}`))
    .filter((ref) => !left.some(({ match }) => match.kind === ref.ref && match.name === ref.name));
  const used = lost.find((ref) =>
    left.some((held) => refsInside(held).some((each) => isOf(ref, { kind: each.ref as Kind, name: each.name }))),
  );
  if (used !== undefined) return `ERROR: Removing ${titled(used)} not allowed, it is being used`;
  const object = gone
    .flatMap(({ text }) => madeBy(text) ?? [])
    .find((each) => left.some(({ line }) => objectsIn(line.text).includes(each)));
  if (object !== undefined) return `ERROR: Removing ${object} not allowed, it is being used`;
  const protocol = gone.find((line) => /^aaa-server \S+ protocol /.test(line.text));
  const group = protocol?.text.split(' ').slice(0, 2).join(' ');
  const host = group && config.find((line) => line.text.startsWith(`${group} (`) && !gone.includes(line));
  return host ? `ERROR: ${group} still has hosts` : undefined;
};

/** What the ASA says of a line that it takes. */
export const remarkOn = (before: Config, after: Config, text: string): string | undefined => {
  const enabled = /^crypto ikev2 enable (\S+)$/.exec(text)?.[1];
  if (enabled !== undefined && before.some((line) => line.text.startsWith(`crypto ikev2 enable ${enabled} client-`)))
    return 'INFO: Client services disabled';
  const entry = /^(crypto map \S+ \d+) /.exec(text)?.[1];
  if (entry === undefined || text.includes(' ipsec-isakmp dynamic ')) return undefined;
  const has = (attribute: string): boolean => after.some((line) => line.text.startsWith(`${entry} ${attribute} `));
  return has('match address') && has('set peer') && has('set ikev2')
    ? undefined
    : 'WARNING: The crypto map entry is incomplete!';
};
