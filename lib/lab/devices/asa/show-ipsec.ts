import { linesAt } from './config';
import { espSuite, selectorsOf } from './suite';
import { spiOf, tunnelsIn, type AsaTunnel } from './tunnels';
import type { Device, Space } from './types';

const hex = (spi: number): string => spi.toString(16).toUpperCase().padStart(8, '0');

/** The tag of its map: an interface of a tunnel has one that nobody wrote. */
const tagOf = ({ name }: AsaTunnel): { readonly tag: string; readonly sequence: string } => {
  const [map, sequence] = name.split(' ');
  return sequence === undefined
    ? { tag: `__vti-crypto-map-${name}-0-${name.replace(/\D/g, '')}`, sequence: '65280' }
    : { tag: map!, sequence };
};

/** The logical name of the interface that shows it. */
const interfaceOf = (space: Space, { name }: AsaTunnel): string => {
  const config = space.running();
  const [map] = name.split(' ');
  const bound = config.map(({ text }) => new RegExp(`^crypto map ${map} interface (\\S+)$`).exec(text)?.[1]);
  const own = linesAt(config, [`interface ${name}`]).find(({ text }) => text.startsWith('nameif '));
  return own?.text.slice('nameif '.length) ?? bound.find((each) => each !== undefined) ?? name;
};

const sa = (space: Space, tunnel: AsaTunnel, spi: number, i: number): readonly string[] => {
  const { encryption, integrity } = espSuite(space.running(), tunnel);
  // SHA-1 has no number.
  const hash = integrity?.replace(/^sha-?1$/, 'sha') ?? 'null';
  return [
    `      spi: 0x${hex(spi)} (${spi})`,
    '         SA State: active',
    `         transform: esp-${encryption} esp-${hash}-hmac no compression `,
    `         in use settings ={L2L, Tunnel, IKEv2, ${tunnel.name.startsWith('Tunnel') ? 'VTI, ' : ''}}`,
    `         slot: 0, conn_id: ${4096 * (i + 1)}, crypto-map: ${tagOf(tunnel).tag}`,
    '         sa timing: remaining key lifetime (kB/sec): (4608000/28188)',
    `         IV size: ${encryption.includes('gcm') ? 8 : 16} bytes`,
    '         replay detection support: Y',
    '         Anti replay bitmap: ',
    '          0x00000000 0x00000001',
  ];
};

const block = (space: Space, tunnel: AsaTunnel, i: number): readonly string[] => {
  const { tag, sequence } = tagOf(tunnel);
  const { local, peers } = tunnel;
  const [inner, outer] = selectorsOf(space.running(), tunnel);
  return [
    `interface: ${interfaceOf(space, tunnel)}`,
    `    Crypto map tag: ${tag}, seq num: ${sequence}, local addr: ${local}`,
    '',
    `      local ident (addr/mask/prot/port): (${inner}/0/0)`,
    `      remote ident (addr/mask/prot/port): (${outer}/0/0)`,
    `      current_peer: ${peers[0]}`,
    '',
    '',
    '      #pkts encaps: 0, #pkts encrypt: 0, #pkts digest: 0',
    '      #pkts decaps: 0, #pkts decrypt: 0, #pkts verify: 0',
    '      #pkts compressed: 0, #pkts decompressed: 0',
    '      #pkts not compressed: 0, #pkts comp failed: 0, #pkts decomp failed: 0',
    '      #pre-frag successes: 0, #pre-frag failures: 0, #fragments created: 0',
    '      #PMTUs sent: 0, #PMTUs rcvd: 0, #decapsulated frgs needing reassembly: 0',
    '      #TFC rcvd: 0, #TFC sent: 0',
    '      #Valid ICMP Errors rcvd: 0, #Invalid ICMP Errors rcvd: 0',
    '      #send errors: 0, #recv errors: 0',
    '',
    `      local crypto endpt.: ${local}/500, remote crypto endpt.: ${peers[0]}/500`,
    '      path mtu 1500, ipsec overhead 78(44), media mtu 1500',
    '      PMTU time remaining (sec): 0, DF policy: copy-df',
    '      ICMP error validation: disabled, TFC packets: disabled',
    `      current outbound spi: ${hex(spiOf(i, 'out'))}`,
    `      current inbound spi : ${hex(spiOf(i, 'in'))}`,
    '',
    '    inbound esp sas:',
    ...sa(space, tunnel, spiOf(i, 'in'), i),
    '    outbound esp sas:',
    ...sa(space, tunnel, spiOf(i, 'out'), i),
    '',
  ];
};

/** `show crypto ipsec sa`. */
export const ipsecSas = (device: Device, space: Space): string => {
  const up = tunnelsIn(space.running()).filter(({ name }) => device.tunnelUp(name));
  if (up.length === 0) return '\nThere are no ipsec sas\n';
  return up.flatMap((tunnel, i) => block(space, tunnel, i)).join('\n');
};
