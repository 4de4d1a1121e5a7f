import { contextualDiffs } from './differences';
import type { Device } from './types';
import { linesAt, type Line } from './tree';

export interface Tunnel {
  readonly name: string;
  readonly peer: string;
  readonly local: string;
  /** The interface that it goes by. */
  readonly source: string;
  readonly profile: string;
  /** Name of its IPsec profile. */
  readonly protection: string;
  readonly up: boolean;
}

export const valueOf = (line: Line, slot: string): string | undefined =>
  (line.lines ?? []).find((each) => each.slot === slot)?.text.slice(slot.length + 1);

/** The tunnels that are protected, as the configuration has them. */
export const tunnels = (device: Device): readonly Tunnel[] =>
  device.running().flatMap((line): readonly Tunnel[] => {
    const protection = valueOf(line, 'tunnel protection ipsec profile');
    if (line.mode !== 'interface' || protection === undefined) return [];
    const name = line.slot.replace('interface ', '');
    const source = valueOf(line, 'tunnel source') ?? '';
    const sourceLine = device.running().find((each) => each.slot === `interface ${source}`);
    const local = sourceLine ? valueOf(sourceLine, 'ip address')?.split(' ')[0] : undefined;
    const named = protection.split(' ')[0]!;
    const ipsec = linesAt(device.running(), [`crypto ipsec profile ${named}`]);
    const profile = ipsec.find((each) => each.slot === 'set ikev2-profile')?.text.split(' ')[2] ?? '(none)';
    const down = (line.lines ?? []).some((each) => each.text === 'shutdown');
    return [
      {
        name,
        peer: valueOf(line, 'tunnel destination') ?? '0.0.0.0',
        local: local ?? '0.0.0.0',
        source,
        profile,
        protection: named,
        up: !down && device.tunnelUp(name),
      },
    ];
  });

const traffic = (way: string, up: boolean): string =>
  `        ${`${way}:`.padEnd(9)} #pkts ${way === 'Inbound' ? "dec'ed" : "enc'ed"} 0 drop 0 life (KB/Sec) ${up ? '4608000/2988' : '0/0'}`;

export const session = (device: Device, words: readonly string[]): string => {
  const detail = words.includes('detail');
  const blocks = tunnels(device).flatMap(({ name, peer, local, profile, up }) => [
    '',
    `Interface: ${name}`,
    ...(up || detail ? [`Profile: ${profile}`] : []),
    ...(up && detail ? ['Uptime: 00:10:12'] : []),
    `Session status: ${up ? 'UP-ACTIVE     ' : 'DOWN'}`,
    `Peer: ${peer} port 500 ${detail ? 'fvrf: (none) ivrf: (none)' : ''}`,
    ...(detail ? [`      Phase1_id: ${up ? peer : '(none)'}`, '      Desc: (none)'] : []),
    ...(up ? ['  Session ID: 1  ', `  IKEv2 SA: local ${local}/500 remote ${peer}/500 Active `] : []),
    '  IPSEC FLOW: permit ip 0.0.0.0/0.0.0.0 0.0.0.0/0.0.0.0 ',
    `        Active SAs: ${up ? 2 : 0}, origin: crypto map`,
    ...(detail ? ['Inbound', 'Outbound'].map((way) => traffic(way, up)) : []),
  ]);
  return ['Crypto session current status', ...blocks].join('\n');
};

/** The exit path database: each error once, with how often it came. */
export const diagnosis = (device: Device): string => {
  const errors = device.ikeFailures().map(({ error }) => error);
  const rows = [...new Set(errors)].flatMap((error) => [
    `Error(${errors.filter((each) => each === error).length}): ${error}`,
    ' -Traceback= 1#2f5c',
  ]);
  return [
    `Exit Path Table - status: enable, current entry ${errors.length}, deleted 0, max allow 50`,
    '',
    ...rows,
  ].join('\n');
};

/** Between startup and running configuration. */
export const archiveDifferences = (device: Device): string =>
  contextualDiffs(device.startupText(), device.runningText());
