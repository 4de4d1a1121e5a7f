import { liveFile } from '../../desired/cli/device-file';
import { fail, problem, type Problem } from '../../kernel/problem';
import type { Live } from '../../desired/item';
import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import type { TargetSettings } from '../../model/targets';
import { sshWarnings } from '../../engine/cli/login';
import type { Ports } from '../../contract/session';
import type { Console } from '../../wire/console';
import { refusal } from '../../wire/device-words';
import { normalize, wholeConfigurationOf } from './normalize';
import { sessionsIn } from './tunnels';
import { quoted } from '../../wire/quoted';
import type { CliLook } from '../../engine/cli/device';
import type { Witness } from '../../engine/cli/whole';

type Target = { readonly id: string; readonly settings: TargetSettings<'iosxe'> };

/** What `show archive config rollback timer` says. */
export const armed = (output: string): boolean =>
  /timer|pending/i.test(output) &&
  !/no rollback confirmed change pending/i.test(output) &&
  refusal(output) === undefined;

/** `Version 17.09.05` and `17.9` are one release train. A development build names none, and nothing is said. */
const otherRelease = (declared: string, shown: string): readonly string[] => {
  const [, major, minor] = /Version (\d+)\.(\d+)/.exec(shown) ?? [];
  if (major === undefined || minor === undefined) return [];
  const train = `${Number(major)}.${Number(minor)}`;
  return declared === train || declared.startsWith(`${train}.`)
    ? []
    : [`the device runs ${train} and release ${declared} is declared: what it takes may differ`];
};

/** Trustpoints with certificates: those are lost with them, and no configuration of ours brings them back. */
const withHoldings = (roots: readonly Node[], live: Live<Section>): Live<Section> => {
  const chains = roots.flatMap(({ text, children }) => {
    const name = /^crypto pki certificate chain (\S+)/.exec(text)?.[1];
    return name === undefined || children.length === 0 ? [] : [`crypto pki trustpoint ${name}`];
  });
  const held = chains.flatMap((header) => {
    const section = live.get(header);
    return section === undefined ? [] : [[header, { ...section, holds: 'its certificates' }] as const];
  });
  return new Map([...live, ...held]);
};

/** The digest in what `verify /md5` prints; undefined where there is no such file. */
export const digestIn = (shown: string, at: string, target: string): string | undefined => {
  const found = /= *([0-9a-f]{32})\b/i.exec(shown)?.[1]?.toLowerCase();
  if (found !== undefined || /no such file|not found/i.test(shown)) return found;
  return fail(
    'device.file',
    target,
    `the device does not say what ${at} is: ${shown.split('\n').pop()}`,
    'look at its file system: dir',
  );
};

/** The files that are ours or shall be, by their digests. */
const filesOf = async (console: Console, target: Target, scope: readonly Section[]): Promise<Live<Section>> => {
  const paths = scope.filter(({ shape }) => shape === 'file').map(({ header }) => header);
  if (paths.length === 0) return new Map();
  const answers = await console.send(paths.map((at) => `verify /md5 ${at}`));
  return new Map(
    answers.flatMap(({ output }, i) => {
      const md5 = digestIn(output, paths[i]!, target.id);
      return md5 === undefined ? [] : [[paths[i]!, liveFile(paths[i]!, md5)] as const];
    }),
  );
};

/** `aaaNewModel: 'on'` is believed by level 2, which then leaves the line to others: it is checked on the device. */
const aaaProblems = ({ id, settings }: Target, live: Live<Section>): readonly Problem[] => {
  const isOn = live.get('aaa new-model')?.entries.some(({ text }) => text === 'aaa new-model') ?? false;
  if (settings.aaaNewModel !== 'on' || isOn) return [];
  return [
    problem(
      'device.aaa-new-model',
      id,
      "aaaNewModel: 'on' is declared, and the device says `no aaa new-model`",
      'leave aaaNewModel out, so that the VPN writes it with a way in, or turn it on by hand, with a login list first',
    ),
  ];
};

export interface Look extends CliLook {
  readonly hasArchive: boolean;
}

const grant =
  'give the account privilege level 15 and no view: `username NAME privilege 15`, or `shell:priv-lvl=15` from RADIUS or TACACS+';

/**
 * Below level 15, and in a parser view, a device shows of its configuration only what the account may change (Cisco, IOS
 * Privilege Levels Cannot See Complete Running Configuration; Role-Based CLI Access).
 */
const restrictionIn = (privilege: string, view: string): Witness['restricted'] => {
  const inView = /\bview(?: is)? '([^']+)'/i.exec(`${privilege}\n${view}`)?.[1];
  if (inView !== undefined && inView !== 'root') return { why: `it is in the parser view '${inView}'`, grant };
  const level = /privilege level is (\d+)/i.exec(privilege)?.[1];
  if (level === undefined) return { why: `\`show privilege\` answers ${quoted(privilege, [])}`, grant };
  return Number(level) < 15 ? { why: `its privilege level is ${level}`, grant } : undefined;
};

const asked = [
  'show running-config',
  'show archive config rollback timer',
  'show version',
  'show crypto session',
  'show privilege',
  'show parser view',
] as const;

/** All that is asked of a device, and its configuration, proven whole. */
export const read = async (console: Console, target: Target) => {
  const [running, timer, version, sessions, privilege, view] = (await console.send(asked)).map((a) => a.output);
  const restricted = restrictionIn(privilege!, view!);
  const witness = { name: console.hostname, version: version!, ...(restricted === undefined ? {} : { restricted }) };
  return {
    roots: wholeConfigurationOf(running!, target.id, witness),
    text: running!,
    timer: timer!,
    version: version!,
    sessions: sessions!,
  };
};

export const look = async (
  console: Console,
  target: Target,
  ports: Ports,
  scope: readonly Section[],
): Promise<Look> => {
  const { roots, timer, version, sessions } = await read(console, target);
  const wanted = new Map(scope.map((section) => [section.header, section]));
  const configured = normalize(roots, ports.secrets, (header) => wanted.get(header));
  const live = new Map([...withHoldings(roots, configured), ...(await filesOf(console, target, scope))]);
  const hasArchive = live.get('archive')?.entries.some((entry) => entry.key === 'path') ?? false;
  const onChange = hasArchive
    ? []
    : [
        "no archive is configured, so the device cannot take a change back by itself; `reload in` is armed instead. Declare new ConfigArchive(router, 'archive', { path: 'bootflash:' })",
      ];
  const warnings = [
    ...(armed(timer)
      ? ['a change is waiting for `configure confirm` on the device: what is shown here may be taken back']
      : []),
    ...otherRelease(target.settings.release, version),
    ...sshWarnings(target.settings),
  ];
  const problems = aaaProblems(target, live);
  return {
    observation: { live, unfinished: [], problems, warnings, onChange, sessions: sessionsIn(sessions) },
    roots,
    hasArchive,
  };
};
