import { stamp } from '../../server/clock';
import type { Device } from './types';
import { linesAt } from './tree';
import { version } from './show-version';
import { showKeys } from './pki/keys';
import { certificates, trustpointStatus } from './pki/show';
import { archiveDifferences, diagnosis, session } from './show-crypto';
import { detailedSas, ikev2Sessions, sas } from './show-ikev2';
import { ipsecSas } from './show-ipsec';
import { accessLists, interfaceBrief, interfaces, ipInterfaces, ipv6Interfaces } from './show-interfaces';

const changedLine = (device: Device): string => {
  const { at, by } = device.changed();
  return `! Last configuration change at ${stamp(at)}${by === undefined ? '' : ` by ${by}`}`;
};

const runningConfig = (device: Device): string => {
  if (device.faults().emptyShow) return '';
  const text = device.runningText();
  return [
    'Building configuration...',
    '',
    `Current configuration : ${Buffer.byteLength(text)} bytes`,
    '!',
    changedLine(device),
    '!',
    text,
  ].join('\n');
};

const startupConfig = (device: Device): string => {
  const text = device.startupText();
  return [`Using ${Buffer.byteLength(text)} out of 33554432 bytes`, '!', changedLine(device), '!', text].join('\n');
};

const ntpStatus = (device: Device): string => {
  const server = device.running().find((line) => line.text.startsWith('ntp server '));
  if (server === undefined) return '%NTP is not enabled.';
  return [
    `Clock is synchronized, stratum 3, reference is ${server.text.split(' ')[2]}`,
    'nominal freq is 250.0000 Hz, actual freq is 250.0000 Hz, precision is 2**10',
    'ntp uptime is 8640000 (1/100 of seconds), resolution is 4000',
    `reference time is E9000000.00000000 (${stamp(device.clock.now(), true)})`,
    'clock offset is 0.4100 msec, root delay is 5.61 msec',
    'root dispersion is 7.12 msec, peer dispersion is 1.20 msec',
    "loopfilter state is 'CTRL' (Normal Controlled Loop), drift is 0.000000000 s/s",
    'system poll interval is 64, last update was 12 sec ago.',
  ].join('\n');
};

const ntpAssociations = (device: Device): string => {
  const servers = device.running().flatMap(({ text }) => /^ntp server (?:vrf \S+ )?(\S+)/.exec(text)?.[1] ?? []);
  if (servers.length === 0) return '%NTP is not enabled.';
  const rows = servers.map(
    (server, i) =>
      `${i === 0 ? '*' : '+'}~${`${server} `.padEnd(16)}.GPS.            2     12     64   377  5.610   0.410  1.200`,
  );
  return [
    '  address         ref clock       st   when   poll reach  delay  offset   disp',
    ...rows,
    ' * sys.peer, # selected, + candidate, - outlyer, x falseticker, ~ configured',
  ].join('\n');
};

/** `User` and `Timer value` are what public tools read from this output; the rest of its form is unproven. */
const rollbackTimer = (device: Device): string => {
  const armed = device.rollback();
  if (armed === undefined) return '%No Rollback Confirmed Change pending';
  return [
    `Time configured: ${stamp(armed.since)}`,
    'Timer type: absolute timer',
    `Timer value: ${armed.minutes} min`,
    `User: ${armed.user}`,
  ].join('\n');
};

const reloadState = (device: Device): string => {
  const pending = device.reloading();
  if (pending === undefined) return 'No reload is scheduled.';
  const left = Math.max(0, Math.ceil((pending.until.getTime() - device.clock.now().getTime()) / 60000));
  return `Reload scheduled for ${stamp(pending.until)} (in ${left} minutes) by ${pending.user} on vty0 (127.0.0.1)\nReload reason: Reload Command`;
};

const inventory = ({ options: { serial = '' } }: Device): string =>
  [
    'NAME: "Chassis", DESCR: "Cisco ASR1001-HX Chassis"',
    `PID: ASR1001-HX        , VID: V01  , SN: ${serial}`,
    '',
    'NAME: "module R0", DESCR: "Cisco ASR1001-HX Route Processor"',
    `PID: ASR1001-HX        , VID: V01  , SN: ${serial}`,
    '',
  ].join('\n');

const memory = (): string =>
  [
    'Tracekey : 1#00000000000000000000000000000000',
    '',
    '                Head    Total(b)     Used(b)     Free(b)   Lowest(b)  Largest(b)',
    'Processor  7F0000000010   3879948288   402653184   3477295104   3474915328   3221225372',
  ].join('\n');

const cpu = (): string =>
  [
    'CPU utilization for five seconds: 2%/0%; one minute: 1%; five minutes: 1%',
    ' PID Runtime(ms)     Invoked      uSecs   5Sec   1Min   5Min TTY Process',
    '   1           4          39        102  0.00%  0.00%  0.00%   0 Chunk Manager',
  ].join('\n');

const directory = (device: Device): string =>
  [
    'Directory of bootflash:/',
    '',
    `   11  -rw-        827360256  ${stamp(device.booted)}  asr1000-universalk9.SPA.bin`,
    '',
    '29209763840 bytes total (26843545600 bytes free)',
  ].join('\n');

const archiveMaximum = (device: Device): string =>
  linesAt(device.running(), ['archive'])
    .find(({ slot }) => slot === 'maximum')
    ?.text.split(' ')[1] ?? '10';
const archive = (device: Device): string => {
  const path = device.archivePath();
  return path === undefined
    ? ' Archive feature not enabled'
    : `The maximum archive configurations allowed is ${archiveMaximum(device)}.\nThere are currently 0 archive configurations saved.\nThe next archive file will be named ${path}-<timestamp>-0`;
};

/** Of names only the domain of its own is known here. */
const hosts = (device: Device): string => {
  const domain = device
    .running()
    .find(({ text }) => /^ip domain[ -]name /.test(text))
    ?.text.split(' ')
    .at(-1);
  return `Name lookup view: Global\nDefault domain is ${domain ?? 'not set'}\nName servers are 255.255.255.255`;
};

/** What is shown, by the words of the command. */
export const shows: Readonly<Record<string, (device: Device, words: readonly string[]) => string>> = {
  'show running-config': runningConfig,
  'show startup-config': startupConfig,
  'show version': version,
  'show clock': (device) => `*${stamp(device.clock.now(), true)}`,
  'show ntp status': ntpStatus,
  'show ntp associations': ntpAssociations,
  'show inventory': inventory,
  'show privilege': (device) => `Current privilege level is ${device.faults().privilege ?? 15}`,
  'show parser view': (device) =>
    device.faults().view === undefined
      ? 'No view is active ! Currently in Privilege Level Context'
      : `Current view is '${device.faults().view}'`,
  'show interfaces': interfaces,
  'show ip interface': ipInterfaces,
  'show ip interface brief': interfaceBrief,
  'show ipv6 interface': ipv6Interfaces,
  'show access-lists': accessLists,
  'show lldp': () => '% LLDP is not enabled',
  'show lldp interface': () => '% LLDP is not enabled',
  'show snmp user': () => '',
  'show cdp': () => '% CDP is not enabled',
  'show memory statistics': memory,
  'show processes cpu': cpu,
  dir: directory,
  'show archive': archive,
  'show archive config rollback timer': rollbackTimer,
  'show archive config differences': archiveDifferences,
  'show reload': reloadState,
  'show crypto session': session,
  'show crypto session detail': session,
  'show crypto ipsec sa': ipsecSas,
  'show crypto ikev2 sa': sas,
  'show crypto ikev2 sa detailed': detailedSas,
  'show crypto ikev2 session': ikev2Sessions,
  'show crypto ikev2 diagnose error': diagnosis,
  'show crypto pki trustpoints status': trustpointStatus,
  'show crypto pki trustpoints': trustpointStatus,
  'show crypto pki trustpoints <rest>': trustpointStatus,
  'show crypto pki certificates': certificates,
  'show crypto pki certificates <rest>': certificates,
  'show crypto key mypubkey rsa': showKeys,
  'show crypto key mypubkey rsa <rest>': showKeys,
  'show crypto key mypubkey ec': showKeys,
  'show crypto key mypubkey ec <rest>': showKeys,
  'show hosts': hosts,
  'show logging': () => 'Syslog logging: enabled',
};
