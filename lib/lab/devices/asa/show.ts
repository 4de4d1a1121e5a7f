import { stamp } from '../../server/clock';
import type { Device, Space } from './types';
import { showCertificates, showKeys } from './pki';
import { printConfig } from './config';
import { ipsecSas } from './show-ipsec';
import { detailedL2lSessions, l2lSessions, sessionSummary } from './show-sessions';
import { ikeSuite, proofOf, type IkeSuite } from './suite';
import { spiOf, tunnelsIn } from './tunnels';

/** The IKE suite in the words of an SA. */
const cipher = ({ encryption, integrity, group }: IkeSuite): string => {
  const [, , mode, size = '128'] = /^(aes)(-gcm)?(?:-(\d+))?$/.exec(encryption) ?? [];
  const kind = mode === undefined ? 'AES-CBC' : 'AES-GCM';
  const named = encryption.startsWith('aes') ? `${kind}, keysize: ${size}` : encryption.toUpperCase();
  return `      Encr: ${named}, Hash: ${integrity?.toUpperCase() ?? 'N/A'}, DH Grp:${group}`;
};

const spi = (i: number, way: 'in' | 'out'): string => `0x${spiOf(i, way).toString(16)}`;

/** `show crypto ikev2 sa`. */
const sas = (device: Device, space: Space): string => {
  const up = tunnelsIn(space.running()).filter((tunnel) => device.tunnelUp(tunnel.name));
  if (up.length === 0) return '\nThere are no IKEv2 SAs\n';
  const text = device.text(space, false);
  const suite = ikeSuite(text);
  const blocks = up.flatMap(({ local, peers }, i) => [
    '',
    `Session-id:${i + 1}, Status:UP-ACTIVE, IKE count:1, CHILD count:1`,
    '',
    'Tunnel-id Local                                               Remote                                                  Status         Role',
    `${String(3686011 + i).padStart(9)} ${`${local}/500`.padEnd(51)} ${`${peers[0]}/500`.padEnd(55)} READY    INITIATOR`,
    `${cipher(suite)}, Auth sign: ${proofOf(text, peers[0] ?? '', 'local')}, Auth verify: ${proofOf(text, peers[0] ?? '', 'remote')}`,
    `      Life/Active Time: ${suite.life}/612 sec`,
    'Child sa: local selector  0.0.0.0/0 - 255.255.255.255/65535',
    '          remote selector 0.0.0.0/0 - 255.255.255.255/65535',
    `          ESP spi in/out: ${spi(i, 'in')}/${spi(i, 'out')}  `,
  ]);
  return ['', 'IKEv2 SAs:', ...blocks].join('\n');
};

/** What the buffer keeps of negotiations that failed. */
const aborted = (device: Device): string =>
  device
    .ikeFailures()
    .map(
      ({ local, remote, error }) =>
        `%ASA-4-750003: Local:${local}:500 Remote:${remote}:500 Username:Unknown IKEv2 Negotiation aborted due to ERROR: ${error}`,
    )
    .join('\n');

const reloadState = (device: Device): string => {
  const pending = device.reloading();
  if (pending === undefined) return 'No reload is scheduled.';
  const left = Math.max(0, Math.ceil((pending.until.getTime() - device.clock.now().getTime()) / 60000));
  return `Reload scheduled for ${stamp(pending.until)} (in ${left} minutes) by ${pending.user} from ssh`;
};

const version = (device: Device): string =>
  [
    `Cisco Adaptive Security Appliance Software Version ${device.release} `,
    'SSP Operating System Version 2.12(1.48)',
    'Device Manager Version 7.18(1)152',
    '',
    'Compiled on Mon 01-Jan-24 10:00 GMT by builders',
    'System image file is "boot:/asa9184-smp-k8.bin"',
    'Config file at boot was "startup-config"',
    '',
    `${device.hostname()} up 10 days 2 hours`,
    'Hardware:   ASAv, 2048 MB RAM, CPU Pentium II 2400 MHz',
    `Serial Number: ${device.options.serial ?? ''}`,
  ].join('\n');

const inventory = (device: Device): string =>
  [
    'Name: "Chassis", DESCR: "ASAv Adaptive Security Virtual Appliance"',
    `PID: ASAv              , VID: V01     , SN: ${device.options.serial ?? ''}`,
  ].join('\n');

/** Where failover was never set up. */
const withoutFailover = [
  'Failover Off ',
  'Failover unit Secondary',
  'Failover LAN Interface: not Configured',
  'Reconnect timeout 0:00:00',
  'Unit Poll frequency 1 seconds, holdtime 15 seconds',
  'Interface Poll frequency 5 seconds, holdtime 25 seconds',
  'Interface Policy 1',
  'Monitored Interfaces 1 of 61 maximum',
  'MAC Address Move Notification Interval not set',
];

const failover = ({ options: { serial, mate } }: Device): string =>
  mate === undefined ? withoutFailover.join('\n') : `Failover On\nSerial Number: Ours ${serial ?? ''}, Mate ${mate}`;

/** What is shown, by the words of the command. */
export const shows: Readonly<Record<string, (device: Device, space: Space) => string>> = {
  'more system:running-config': (device, space) => device.text(space, true),
  'show running-config': (device, space) => device.text(space, false),
  'show startup-config': (device, space) => printConfig(space.startup(), device.release, false),
  'show version': version,
  'show clock': (device) => stamp(device.clock.now(), true),
  'show reload': reloadState,
  'show failover': failover,
  'show inventory': inventory,
  'show crypto ikev2 sa': sas,
  'show crypto ipsec sa': ipsecSas,
  'show vpn-sessiondb': sessionSummary,
  'show vpn-sessiondb summary': sessionSummary,
  'show vpn-sessiondb l2l': l2lSessions,
  'show vpn-sessiondb detail l2l': detailedL2lSessions,
  'show logging | include 750003': aborted,
  'show crypto key mypubkey rsa': showKeys,
  'show crypto ca certificates': showCertificates,
  'show curpriv': (device) =>
    `Username : lab\nCurrent privilege level : ${device.faults().privilege ?? 15}\nCurrent Mode/s : P_PRIV`,
};
