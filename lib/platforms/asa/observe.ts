import { explainedIkeError } from '../../engine/cli/ike-errors';
import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import type { Live } from '../../desired/item';
import { fail } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import type { Console } from '../../wire/console';
import { quoted } from '../../wire/quoted';
import type { CliLook } from '../../engine/cli/device';
import { sshWarnings } from '../../engine/cli/login';
import type { Observation, TunnelState } from '../../contract/observation';
import type { Ports } from '../../contract/session';
import type { Witness } from '../../engine/cli/whole';
import { normalize, wholeConfigurationOf } from './normalize';

type Target = { readonly id: string; readonly settings: TargetSettings<'asa'> };

/** `Version 9.16(4)` is release 9.16. */
const otherRelease = (declared: string, shown: string): readonly string[] => {
  const train = /Software Version (\d+\.\d+)/.exec(shown)?.[1];
  return train === undefined || declared === train || declared.startsWith(`${train}.`)
    ? []
    : [`the ASA runs ${train} and release ${declared} is declared: what it takes may differ`];
};

/** Peers with an IKEv2 SA that is ready, from `show crypto ikev2 sa`. */
const peersIn = (shown: string): ReadonlySet<string> =>
  new Set([...shown.matchAll(/^ *\d+ +\S+\/\d+ +(\S+)\/\d+ +READY/gm)].map((found) => found[1]!));

const of = (section: Section, slot: string): string | undefined =>
  section.entries.find((entry) => entry.key === slot)?.text.slice(slot.length + 1);

/** A tunnel by its name here, and the peers that it may have: a tunnel interface, or an entry of a crypto map. */
const peersOf = (section: Section): { readonly name: string; readonly peers: readonly string[] } | undefined => {
  const tunnel = /^interface (Tunnel\d+)$/.exec(section.header)?.[1];
  if (tunnel !== undefined) return { name: tunnel, peers: [of(section, 'tunnel destination') ?? ''] };
  const entry = /^crypto map (\S+ \d+)$/.exec(section.header)?.[1];
  const peers = entry === undefined ? undefined : of(section, `${section.header} set peer`);
  return peers === undefined ? undefined : { name: entry!, peers: peers.split(' ') };
};

/** The last error of IKEv2 with each peer, from message 750003. Empty where the ASA keeps no log. */
const errorsIn = (logged: string): ReadonlyMap<string, string> =>
  new Map(
    [...logged.matchAll(/750003: Local:\S+ Remote:(\S+):\d+ .*?aborted due to ERROR: *(.+?) *$/gm)].map((found) => [
      found[1]!,
      found[2]!,
    ]),
  );

const whyDown = (section: Section, peers: readonly string[], errors: ReadonlyMap<string, string>): string => {
  if (section.entries.some(({ text }) => text === 'shutdown')) return 'administratively down';
  const known = peers.filter((peer) => peer !== '');
  const error = known.flatMap((peer) => errors.get(peer) ?? [])[0];
  const whom = known.length === 0 ? '' : ` with ${known.join(' or ')}`;
  return `no IKEv2 SA${whom}${error === undefined ? '' : `: ${explainedIkeError(error)}`}`;
};

/** The tunnels that sections speak of. `logged`: what the log has of negotiations that failed. */
export const tunnelsOf = (sections: readonly Section[], sas: string, logged = ''): readonly TunnelState[] => {
  const ready = peersIn(sas);
  const errors = errorsIn(logged);
  return sections.flatMap((section) => {
    const tunnel = peersOf(section);
    if (tunnel === undefined) return [];
    const up = tunnel.peers.some((peer) => ready.has(peer));
    return [{ name: tunnel.name, up, detail: up ? 'READY' : whyDown(section, tunnel.peers, errors) }];
  });
};

/** Trustpoints with certificates: those are lost with them, and no configuration of ours brings them back. */
const withHoldings = (roots: readonly Node[], live: Live<Section>): Live<Section> => {
  const held = roots.flatMap(({ text, children }) => {
    const name = /^crypto ca certificate chain (\S+)/.exec(text)?.[1];
    const section = name === undefined ? undefined : live.get(`crypto ca trustpoint ${name}`);
    if (section === undefined || children.length === 0) return [];
    return [[section.header, { ...section, holds: 'its certificates' }] as const];
  });
  return new Map([...live, ...held]);
};

/** A declared crypto map whose interface has another map that is not declared: typing ours would put that one off. */
const otherMap = (section: Section, live: Live<Section>, wanted: ReadonlyMap<string, Section>): readonly string[] =>
  section.entries.flatMap(({ text }) => {
    const [, map, port] = /^crypto map (\S+) interface (\S+)$/.exec(text) ?? [];
    if (map === undefined) return [];
    return [...live.keys()]
      .map((header) => /^crypto map (\S+)$/.exec(header)?.[1])
      .filter((name) => name !== undefined && name !== map && !wanted.has(`crypto map ${name}`))
      .filter((name) => live.get(`crypto map ${name}`)!.entries.some((e) => e.text.endsWith(` interface ${port}`)))
      .map((name) => `the interface ${port} has the crypto map ${name} already, and ${map} would take its place`);
  });

const fallback = ({ reloadMinutes, context }: Target['settings']): string => {
  const said = 'an ASA cannot take a change back by itself';
  if (context !== undefined || reloadMinutes === 'none')
    return `${said}, and nothing is armed (${context === undefined ? "reloadMinutes: 'none'" : 'in a context there is no reload'}): should the connection break, the change stays half made until the next run`;
  return `${said}: \`reload in ${reloadMinutes}\` is armed, which takes ALL tunnels down unless it is cancelled`;
};

const grant = 'give the account privilege level 15: `username NAME privilege 15`, or the same from RADIUS or TACACS+';

/** Below level 15 an ASA shows of its configuration what the level may see. */
const restrictionIn = (shown: string): Witness['restricted'] => {
  const level = /privilege level *: *(\d+)/i.exec(shown)?.[1];
  if (level === undefined) return { why: `\`show curpriv\` answers ${quoted(shown, [])}`, grant };
  return Number(level) < 15 ? { why: `its privilege level is ${level}`, grant } : undefined;
};

/** The prompt of a context says where it is, and not what the context calls itself. */
const nameIn = (console: Console, { settings }: Target): Pick<Witness, 'name'> =>
  settings.context === undefined ? { name: console.hostname } : {};

/** All that is asked of an ASA, and its configuration, proven whole. */
export const read = async (console: Console, target: Target) => {
  const commands = ['more system:running-config', 'show version', 'show crypto ikev2 sa', 'show curpriv'];
  const [running, version, sas, level] = (await console.send(commands)).map((answer) => answer.output);
  const restricted = restrictionIn(level!);
  const witness = {
    ...nameIn(console, target),
    version: version!,
    ...(restricted === undefined ? {} : { restricted }),
  };
  const roots = wholeConfigurationOf(running!, target.id, witness);
  return { roots, text: running!, version: version!, sas: sas! };
};

/** Keys are printed as asterisks by `show running-config`; `more system:running-config` prints them. */
export const look = async (
  console: Console,
  target: Target,
  ports: Ports,
  scope: readonly Section[],
): Promise<CliLook> => {
  const { roots, version, sas } = await read(console, target);
  const wanted = new Map(scope.map((section) => [section.header, section]));
  const live = withHoldings(
    roots,
    normalize(roots, ports.secrets, (header) => wanted.get(header)),
  );
  const other = scope.flatMap((section) => otherMap(section, live, wanted))[0];
  if (other !== undefined)
    return fail(
      'asa.crypto-map',
      target.id,
      other,
      'an interface has one crypto map: write its name as map, and declare no CryptoMap for it',
    );
  const observation: Observation<Section> = {
    live,
    unfinished: [],
    onChange: [fallback(target.settings)],
    warnings: [...otherRelease(target.settings.release, version), ...sshWarnings(target.settings)],
    sessions: tunnelsOf([...live.values()], sas),
  };
  return { observation, roots };
};
