import type { Device } from './types';
import { stamp } from '../../server/clock';

/** `17.9.5` is `17.09.05` in the first line and `17.9.5` in the second. */
export const version = (device: Device): string => {
  const [major = '17', minor = '9', patch = '1'] = device.release.split('.');
  const padded = [major, minor.padStart(2, '0'), patch.replace(/^\d+/, (n) => n.padStart(2, '0'))].join('.');
  const minutes = Math.floor((device.clock.now().getTime() - device.booted.getTime()) / 60000);
  return [
    `Cisco IOS XE Software, Version ${padded}`,
    `Cisco IOS Software [Cupertino], ASR1000 Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version ${device.release}, RELEASE SOFTWARE (fc1)`,
    'Technical Support: http://www.cisco.com/techsupport',
    '',
    'This is a simulated router of the Tunnelwright lab. No Cisco IOS-XE software runs here.',
    '',
    'ROM: 17.3(1r)',
    '',
    `${device.hostname()} uptime is ${minutes} minutes`,
    `Uptime for this control processor is ${minutes} minutes`,
    'System returned to ROM by reload',
    `System restarted at ${stamp(device.booted)}`,
    `System image file is "bootflash:asr1000-universalk9.${padded}.SPA.bin"`,
    'Last reload reason: Reload Command',
    '',
    'License Type: Smart License is permanent',
    'License Level: adventerprise',
    '',
    'cisco ASR1001-HX (1NG) processor (revision 1NG) with 3789012K/6147K bytes of memory.',
    `Processor board ID ${device.options.serial ?? ''}`,
    'Router operating mode: Autonomous',
    '3 Gigabit Ethernet interfaces',
    '32768K bytes of non-volatile configuration memory.',
    '16777216K bytes of physical memory.',
    '',
    'Configuration register is 0x2102',
  ].join('\n');
};
