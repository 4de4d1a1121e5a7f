import { createHash } from 'node:crypto';
import { tunnels, valueOf, type Tunnel } from './show-crypto';
import { linesAt } from './tree';
import type { Device } from './types';

const cipher = (device: Device): string => {
  const proposal = device.running().find((line) => line.mode === 'crypto ikev2 proposal');
  const first = (slot: string) => (proposal ? valueOf(proposal, slot) : undefined)?.split(' ')[0];
  const [, kind = 'CBC', size = '256'] = /^aes-(gcm|cbc)-(\d+)/.exec(first('encryption') ?? '') ?? [];
  const hash = kind.toLowerCase() === 'gcm' ? 'None' : (first('integrity') ?? 'SHA256').toUpperCase();
  const prf = (first('prf') ?? first('integrity') ?? 'sha256').toUpperCase();
  return `      Encr: AES-${kind.toUpperCase()}, keysize: ${size}, PRF: ${prf}, Hash: ${hash}, DH Grp:${first('group') ?? '19'}`;
};

const head = 'Tunnel-id Local                 Remote                fvrf/ivrf            Status ';

const row = (device: Device, { peer, local, profile }: Tunnel, i: number): readonly string[] => {
  const lines = linesAt(device.running(), [`crypto ikev2 profile ${profile}`]);
  const sign = lines.some((line) => line.text === 'authentication local pre-share') ? 'PSK' : 'RSA';
  const life = lines.find((line) => line.slot === 'lifetime')?.text.split(' ')[1] ?? '86400';
  return [
    `${String(i + 1).padEnd(10)}${`${local}/500`.padEnd(22)}${`${peer}/500`.padEnd(22)}none/none            READY  `,
    `${cipher(device)}, Auth sign: ${sign}, Auth verify: ${sign}`,
    `      Life/Active Time: ${life}/612 sec`,
  ];
};

const both = (title: string, rows: readonly string[]): string =>
  rows.length === 0 ? '' : [` IPv4 ${title} `, '', ...rows, ` IPv6 ${title} `, ''].join('\n');
const upOn = (device: Device): readonly Tunnel[] => tunnels(device).filter((tunnel) => tunnel.up);

/** `show crypto ikev2 sa`. */
export const sas = (device: Device): string => {
  const up = upOn(device);
  return up.length === 0
    ? ''
    : both('Crypto IKEv2  SA', [head, ...up.flatMap((tunnel, i) => [...row(device, tunnel, i), ''])]);
};

/** The SPI of one side: always the same for the same tunnel. That of ESP is its first half. */
export const spi = (...of: readonly string[]): string =>
  createHash('sha256').update(of.join(' ')).digest('hex').slice(0, 16).toUpperCase();

const detailOf = (device: Device, { name, peer, local, profile }: Tunnel, i: number): readonly string[] => {
  const lines = linesAt(device.running(), [`crypto ikev2 profile ${profile}`]);
  const [, interval = '0', retry = '0'] =
    /^dpd (\d+) (\d+)/.exec(lines.find(({ slot }) => slot === 'dpd')?.text ?? '') ?? [];
  return [
    `      CE id: ${1001 + i}, Session-id: ${i + 1}`,
    '      Status Description: Negotiation done',
    `      Local spi: ${spi(name, local)}       Remote spi: ${spi(name, peer)}`,
    `      Local id: ${local}`,
    `      Remote id: ${peer}`,
    '      Local req msg id:  2              Remote req msg id:  0',
    '      Local next msg id: 2              Remote next msg id: 0',
    '      Local req queued:  2              Remote req queued:  0',
    '      Local window:      5              Remote window:      5',
    `      DPD configured for ${interval} seconds, retry ${retry}`,
    '      Fragmentation not  configured.',
    '      Extended Authentication not configured.',
    '      NAT-T is not detected',
    '      Cisco Trust Security SGT is disabled',
    '      Initiator of SA : Yes',
  ];
};

/** `show crypto ikev2 sa detailed`. */
export const detailedSas = (device: Device): string => {
  const up = upOn(device);
  const blocks = up.flatMap((tunnel, i) => [...row(device, tunnel, i), ...detailOf(device, tunnel, i), '']);
  return up.length === 0 ? '' : both('Crypto IKEv2  SA', [head, ...blocks]);
};

/** `show crypto ikev2 session`: each session with what it protects. */
export const ikev2Sessions = (device: Device): string => {
  const everything = '0.0.0.0/0 - 255.255.255.255/65535';
  return both(
    'Crypto IKEv2 Session',
    upOn(device).flatMap((tunnel, i) => [
      `Session-id:${i + 1}, Status:UP-ACTIVE, IKE count:1, CHILD count:1`,
      '',
      head,
      ...row(device, tunnel, i),
      `Child sa: local selector  ${everything}`,
      `          remote selector ${everything}`,
      `          ESP spi in/out: 0x${spi(tunnel.name, 'in').slice(0, 8)}/0x${spi(tunnel.name, 'out').slice(0, 8)}  `,
      '',
    ]),
  );
};
