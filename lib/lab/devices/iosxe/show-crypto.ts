import { contextualDiffs } from './differences';
import type { Device } from './types';
import { linesAt, type Line } from './tree';

interface Tunnel {
  readonly name: string;
  readonly peer: string;
  readonly local: string;
  readonly profile: string;
  readonly up: boolean;
}

const valueOf = (line: Line, slot: string): string | undefined =>
  (line.lines ?? []).find((each) => each.slot === slot)?.text.slice(slot.length + 1);

const tunnels = (device: Device): readonly Tunnel[] =>
  device.running().flatMap((line): readonly Tunnel[] => {
    const protection = valueOf(line, 'tunnel protection ipsec profile');
    if (line.mode !== 'interface' || protection === undefined) return [];
    const name = line.slot.replace('interface ', '');
    const source = valueOf(line, 'tunnel source') ?? '';
    const sourceLine = device.running().find((each) => each.slot === `interface ${source}`);
    const local = sourceLine ? valueOf(sourceLine, 'ip address')?.split(' ')[0] : undefined;
    const ipsec = linesAt(device.running(), [`crypto ipsec profile ${protection.split(' ')[0]}`]);
    const profile = ipsec.find((each) => each.slot === 'set ikev2-profile')?.text.split(' ')[2] ?? '(none)';
    const down = (line.lines ?? []).some((each) => each.text === 'shutdown');
    return [
      {
        name,
        peer: valueOf(line, 'tunnel destination') ?? '0.0.0.0',
        local: local ?? '0.0.0.0',
        profile,
        up: !down && device.tunnelUp(name),
      },
    ];
  });

export const session = (device: Device, words: readonly string[]): string => {
  const detail = words.includes('detail');
  const blocks = tunnels(device).flatMap(({ name, peer, local, profile, up }) => [
    '',
    `Interface: ${name}`,
    ...(up || detail ? [`Profile: ${profile}`] : []),
    ...(up && detail ? ['Uptime: 00:10:12'] : []),
    `Session status: ${up ? 'UP-ACTIVE     ' : 'DOWN'}`,
    `Peer: ${peer} port 500 ${detail ? 'fvrf: (none) ivrf: (none)' : ''}`,
    ...(up ? ['  Session ID: 1  ', `  IKEv2 SA: local ${local}/500 remote ${peer}/500 Active `] : []),
    '  IPSEC FLOW: permit ip 0.0.0.0/0.0.0.0 0.0.0.0/0.0.0.0 ',
    `        Active SAs: ${up ? 2 : 0}, origin: crypto map`,
  ]);
  return ['Crypto session current status', ...blocks].join('\n');
};

const cipher = (device: Device): string => {
  const proposal = device.running().find((line) => line.mode === 'crypto ikev2 proposal');
  const first = (slot: string) => (proposal ? valueOf(proposal, slot) : undefined)?.split(' ')[0];
  const [, kind = 'CBC', size = '256'] = /^aes-(gcm|cbc)-(\d+)/.exec(first('encryption') ?? '') ?? [];
  const hash = kind.toLowerCase() === 'gcm' ? 'None' : (first('integrity') ?? 'SHA256').toUpperCase();
  const prf = (first('prf') ?? first('integrity') ?? 'sha256').toUpperCase();
  return `      Encr: AES-${kind.toUpperCase()}, keysize: ${size}, PRF: ${prf}, Hash: ${hash}, DH Grp:${first('group') ?? '19'}`;
};

export const sas = (device: Device): string => {
  const up = tunnels(device).filter((tunnel) => tunnel.up);
  const rows = up.flatMap(({ peer, local, profile }, i) => {
    const lines = linesAt(device.running(), [`crypto ikev2 profile ${profile}`]);
    const sign = lines.some((line) => line.text === 'authentication local pre-share') ? 'PSK' : 'RSA';
    const life = lines.find((line) => line.slot === 'lifetime')?.text.split(' ')[1] ?? '86400';
    return [
      `${String(i + 1).padEnd(10)}${`${local}/500`.padEnd(22)}${`${peer}/500`.padEnd(22)}none/none            READY  `,
      `${cipher(device)}, Auth sign: ${sign}, Auth verify: ${sign}`,
      `      Life/Active Time: ${life}/612 sec`,
      '',
    ];
  });
  if (rows.length === 0) return '';
  const head = 'Tunnel-id Local                 Remote                fvrf/ivrf            Status ';
  return [' IPv4 Crypto IKEv2  SA ', '', head, ...rows, ' IPv6 Crypto IKEv2  SA ', ''].join('\n');
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
