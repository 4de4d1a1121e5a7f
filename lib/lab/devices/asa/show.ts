import { stamp } from '../../server/clock';
import type { Device, Space } from './types';
import { showCertificates, showKeys } from './pki';
import { printConfig } from './config';
import { tunnelsIn } from './tunnels';

/** `show crypto ikev2 sa`. */
const sas = (device: Device, space: Space): string => {
  const up = tunnelsIn(space.running()).filter((tunnel) => device.tunnelUp(tunnel.name));
  if (up.length === 0) return '\nThere are no IKEv2 SAs\n';
  const blocks = up.flatMap(({ local, peers }, i) => [
    '',
    `Session-id:${i + 1}, Status:UP-ACTIVE, IKE count:1, CHILD count:1`,
    '',
    'Tunnel-id Local                                               Remote                                                  Status         Role',
    `${String(3686011 + i).padStart(9)} ${`${local}/500`.padEnd(51)} ${`${peers[0]}/500`.padEnd(55)} READY    INITIATOR`,
    '      Encr: AES-GCM, keysize: 256, Hash: N/A, DH Grp:19, Auth sign: PSK, Auth verify: PSK',
    '      Life/Active Time: 86400/612 sec',
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

const failover = ({ options: { serial, mate } }: Device): string =>
  mate === undefined ? 'Failover Off' : `Failover On\nSerial Number: Ours ${serial ?? ''}, Mate ${mate}`;

/** What is shown, by the words of the command. */
export const shows: Readonly<Record<string, (device: Device, space: Space) => string>> = {
  'more system:running-config': (device, space) => device.text(space, true),
  'show running-config': (device, space) => device.text(space, false),
  'show startup-config': (device, space) => printConfig(space.startup(), device.release, false),
  'show version': version,
  'show clock': (device) => stamp(device.clock.now(), true),
  'show reload': reloadState,
  'show failover': failover,
  'show crypto ikev2 sa': sas,
  'show logging | include 750003': aborted,
  'show crypto key mypubkey rsa': showKeys,
  'show crypto ca certificates': showCertificates,
  'show curpriv': (device) =>
    `Username : lab\nCurrent privilege level : ${device.faults().privilege ?? 15}\nCurrent Mode/s : P_PRIV`,
};
