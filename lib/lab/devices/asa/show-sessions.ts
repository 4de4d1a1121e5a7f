import { stamp } from '../../server/clock';
import { espSuite, ikeSuite, proofOf, selectorsOf } from './suite';
import { tunnelsIn, type AsaTunnel } from './tunnels';
import type { Device, Space } from './types';

const upIn = (device: Device, space: Space): readonly AsaTunnel[] =>
  tunnelsIn(space.running()).filter(({ name }) => device.tunnelUp(name));

/** A cipher in the words of a session: `AES-GCM-256`, `AES256`. */
const cipher = (word: string): string =>
  word.startsWith('aes-gcm')
    ? word.replace(/^aes-gcm$/, 'aes-gcm-128').toUpperCase()
    : word.replace(/^aes$/, 'aes-128').replace('-', '').toUpperCase();
const hash = (word: string | undefined): string => word?.replace('-', '').toUpperCase() ?? 'none';
const methods = { PSK: 'preSharedKeys', RSA: 'rsaCertificate' } as const;

/** Two columns. */
const pair = (one: string, other: string): string => `${one.padEnd(one.startsWith(' ') ? 40 : 38)}${other}`;

const head = (device: Device, space: Space, tunnel: AsaTunnel, i: number): readonly string[] => {
  const ike = ikeSuite(device.text(space, false));
  const esp = espSuite(space.running(), tunnel);
  const [peer] = tunnel.peers;
  const since = new Date(device.clock.now().getTime() - 612_000);
  return [
    `Connection   : ${peer}`,
    pair(`Index        : ${i + 1}`, `IP Addr      : ${peer}`),
    'Protocol     : IKEv2 IPsec',
    `Encryption   : IKEv2: (1)${cipher(ike.encryption)}  IPsec: (1)${cipher(esp.encryption)}`,
    `Hashing      : IKEv2: (1)${hash(ike.integrity)}  IPsec: (1)${hash(esp.integrity)}`,
    pair('Bytes Tx     : 0', 'Bytes Rx     : 0'),
    `Login Time   : ${stamp(since)}`,
    'Duration     : 0h:10m:12s',
  ];
};

const ikePart = (text: string, peer: string, i: number): readonly string[] => {
  const { encryption, integrity, prf, group, life } = ikeSuite(text);
  return [
    'IKEv2:',
    `  Tunnel ID    : ${i + 1}.1`,
    pair('  UDP Src Port : 500', 'UDP Dst Port : 500'),
    `  Rem Auth Mode: ${methods[proofOf(text, peer, 'remote')]}`,
    `  Loc Auth Mode: ${methods[proofOf(text, peer, 'local')]}`,
    pair(`  Encryption   : ${cipher(encryption)}`, `Hashing      : ${hash(integrity)}`),
    pair(`  Rekey Int (T): ${life} Seconds`, `Rekey Left(T): ${Number(life) - 612} Seconds`),
    pair(`  PRF          : ${hash(prf)}`, `D/H Group    : ${group}`),
    '  Filter Name  : ',
  ];
};

const ipsecPart = (space: Space, tunnel: AsaTunnel, i: number): readonly string[] => {
  const { encryption, integrity } = espSuite(space.running(), tunnel);
  const [local, remote] = selectorsOf(space.running(), tunnel);
  return [
    'IPsec:',
    `  Tunnel ID    : ${i + 1}.2`,
    `  Local Addr   : ${local}/0/0`,
    `  Remote Addr  : ${remote}/0/0`,
    pair(`  Encryption   : ${cipher(encryption)}`, `Hashing      : ${hash(integrity)}`),
    '  Encapsulation: Tunnel',
    pair('  Rekey Int (T): 28800 Seconds', 'Rekey Left(T): 28188 Seconds'),
    pair('  Rekey Int (D): 4608000 K-Bytes', 'Rekey Left(D): 4608000 K-Bytes'),
    pair('  Idle Time Out: 30 Minutes', 'Idle TO Left : 29 Minutes'),
    pair('  Bytes Tx     : 0', 'Bytes Rx     : 0'),
    pair('  Pkts Tx      : 0', 'Pkts Rx      : 0'),
  ];
};

const none = 'INFO: There are presently no active sessions';

/** `show vpn-sessiondb l2l`. Users from afar have no sessions here. */
export const l2lSessions = (device: Device, space: Space): string => {
  const up = upIn(device, space);
  if (up.length === 0) return none;
  return [
    '',
    'Session Type: LAN-to-LAN',
    '',
    ...up.flatMap((tunnel, i) => [...head(device, space, tunnel, i), '']),
  ].join('\n');
};

/** `show vpn-sessiondb detail l2l`. */
export const detailedL2lSessions = (device: Device, space: Space): string => {
  const up = upIn(device, space);
  if (up.length === 0) return none;
  const text = device.text(space, false);
  const blocks = up.flatMap((tunnel, i) => [
    ...head(device, space, tunnel, i),
    '',
    'IKEv2 Tunnels: 1',
    'IPsec Tunnels: 1',
    '',
    ...ikePart(text, tunnel.peers[0] ?? '', i),
    '',
    ...ipsecPart(space, tunnel, i),
    '',
  ]);
  return ['', 'Session Type: LAN-to-LAN Detailed', '', ...blocks].join('\n');
};

const line = '-'.repeat(75);
const under = `${' '.repeat(29)}${'-'.repeat(46)}`;
const row = (name: string, count: number, peak: number): string =>
  `${name.padEnd(28)} : ${String(count).padStart(6)} : ${String(count).padStart(10)} : ${String(count).padStart(peak)}`;

/** `show vpn-sessiondb`: how many sessions there are. */
export const sessionSummary = (device: Device, space: Space): string => {
  const count = upIn(device, space).length;
  const total = String(count).padStart(6);
  return [
    line,
    'VPN Session Summary',
    line,
    `${' '.repeat(31)}Active : Cumulative : Peak Concur : Inactive`,
    under,
    ...(count === 0 ? [] : [row('Site-to-Site VPN', count, 11), row('  IKEv2 IPsec', count, 11)]),
    line,
    `Total Active and Inactive    : ${total}             Total Cumulative : ${total}`,
    'Device Total VPN Capacity    :    250',
    'Device Load                  :     0%',
    line,
    '',
    line,
    'Tunnels Summary',
    line,
    `${' '.repeat(31)}Active : Cumulative : Peak Concurrent`,
    under,
    ...(count === 0 ? [] : [row('IKEv2', count, 15), row('IPsec', count, 15)]),
    line,
    `Totals                       : ${String(2 * count).padStart(6)} : ${String(2 * count).padStart(10)}`,
    line,
  ].join('\n');
};
