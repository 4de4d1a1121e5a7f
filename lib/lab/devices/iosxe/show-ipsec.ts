import { tunnels, type Tunnel } from './show-crypto';
import { spi } from './show-ikev2';
import { linesAt } from './tree';
import type { Device } from './types';

/** A transform set in the words of an SA: `esp-aes 256 esp-sha256-hmac` is `esp-256-aes esp-sha256-hmac`. */
const transform = (device: Device, protection: string): string => {
  const set = linesAt(device.running(), [`crypto ipsec profile ${protection}`])
    .find(({ slot }) => slot === 'set transform-set')
    ?.text.split(' ')[2];
  const line = device.running().find(({ slot }) => slot === `crypto ipsec transform-set ${set ?? 'default'}`);
  const words = line?.text.split(' ').slice(4).join(' ') ?? 'esp-aes esp-sha-hmac';
  return words.replace(/^esp-aes (\d+)/, 'esp-$1-aes');
};

/** As hexadecimal, and the same as a decimal number. */
const both = (hex: string): string => `0x${hex}(${parseInt(hex, 16)})`;
const spiOf = ({ name }: Tunnel, way: 'in' | 'out'): string => spi(name, way).slice(0, 8);

const sa = (device: Device, tunnel: Tunnel, way: 'in' | 'out', id: number): readonly string[] => {
  const words = transform(device, tunnel.protection);
  return [
    `      spi: ${both(spiOf(tunnel, way))}`,
    `        transform: ${words} ,`,
    '        in use settings ={Tunnel, }',
    `        conn id: ${2000 + id}, flow_id: HW:${id}, sibling_flags FFFFFFFF80000048, crypto map: ${tunnel.name}-head-0`,
    '        sa timing: remaining key lifetime (k/sec): (4608000/2988)',
    `        IV size: ${words.includes('gcm') ? 8 : 16} bytes`,
    '        replay detection support: Y',
    '        Status: ACTIVE(ACTIVE)',
  ];
};

const direction = (device: Device, tunnel: Tunnel, way: 'in' | 'out', id: number): readonly string[] => {
  const title = (kind: string): string => `     ${way}bound ${kind} sas:`;
  const esp = tunnel.up ? sa(device, tunnel, way, id) : [];
  return ['', title('esp'), ...esp, '', title('ah'), '', title('pcp')];
};

const block = (device: Device, tunnel: Tunnel, i: number): readonly string[] => {
  const { name, local, peer, source, up } = tunnel;
  return [
    '',
    `interface: ${name}`,
    `    Crypto map tag: ${name}-head-0, local addr ${local}`,
    '',
    '   protected vrf: (none)',
    '   local  ident (addr/mask/prot/port): (0.0.0.0/0.0.0.0/0/0)',
    '   remote ident (addr/mask/prot/port): (0.0.0.0/0.0.0.0/0/0)',
    `   current_peer ${peer} port 500`,
    '     PERMIT, flags={origin_is_acl,}',
    '    #pkts encaps: 0, #pkts encrypt: 0, #pkts digest: 0',
    '    #pkts decaps: 0, #pkts decrypt: 0, #pkts verify: 0',
    '    #pkts compressed: 0, #pkts decompressed: 0',
    '    #pkts not compressed: 0, #pkts compr. failed: 0',
    '    #pkts not decompressed: 0, #pkts decompress failed: 0',
    '    #send errors 0, #recv errors 0',
    '',
    `     local crypto endpt.: ${local}, remote crypto endpt.: ${peer}`,
    `     plaintext mtu ${up ? 1446 : 1500}, path mtu 1500, ip mtu 1500, ip mtu idb ${source}`,
    `     current outbound spi: ${up ? both(spiOf(tunnel, 'out')) : '0x0(0)'}`,
    // The first SA of a pair has its keys from the IKE SA.
    '     PFS (Y/N): N, DH group: none',
    ...direction(device, tunnel, 'in', 2 * i + 1),
    ...direction(device, tunnel, 'out', 2 * i + 2),
  ];
};

/** `show crypto ipsec sa`: each protected tunnel with its SAs, or without. */
export const ipsecSas = (device: Device): string => {
  const all = tunnels(device);
  return all.length === 0 ? 'No SAs found' : all.flatMap((tunnel, i) => block(device, tunnel, i)).join('\n');
};
