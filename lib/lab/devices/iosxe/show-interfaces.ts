import { lengthOfMask } from '../../../kernel/ip';
import type { Device } from './types';
import type { Line } from './tree';

/** An interface as it stands: what the configuration says, and whether a tunnel is up. */
export interface Port {
  readonly name: string;
  readonly lines: readonly string[];
  /** `198.51.100.10/24`, the first one; undefined without one. */
  readonly address: string | undefined;
  readonly shutdown: boolean;
  readonly status: string;
  readonly protocol: 'up' | 'down';
}

const addressIn = (text: string): string | undefined => {
  const [, address, mask] = /^ip address (\d[\d.]+) ([\d.]+)$/.exec(text) ?? [];
  const length = mask === undefined ? undefined : lengthOfMask(mask);
  return length === undefined ? undefined : `${address}/${length}`;
};

const portOf = (device: Device, line: Line): Port => {
  const name = line.slot.replace('interface ', '');
  const lines = (line.lines ?? []).map(({ text }) => text);
  const shutdown = lines.includes('shutdown');
  const tunnel = name.startsWith('Tunnel');
  const up = !shutdown && (!tunnel || device.tunnelUp(name));
  const address = lines.map(addressIn).find((each) => each !== undefined);
  const status = shutdown ? 'administratively down' : up || tunnel ? 'up' : 'down';
  return { name, lines, address, shutdown, status, protocol: up ? 'up' : 'down' };
};

export const portsOf = (device: Device): readonly Port[] =>
  device
    .running()
    .filter((line) => line.mode === 'interface')
    .map((line) => portOf(device, line));

export const interfaceBrief = (device: Device): string => {
  const row = (name: string, address: string, method: string, status: string, protocol: string) =>
    `${name.padEnd(23)}${address.padEnd(16)}YES ${method.padEnd(7)}${status.padEnd(22)}${protocol}`;
  const rows = portsOf(device).map(({ name, address, status, protocol }) =>
    row(name, address?.split('/')[0] ?? 'unassigned', address ? 'NVRAM' : 'unset', status, protocol),
  );
  return ['Interface              IP-Address      OK? Method Status                Protocol', ...rows].join('\n');
};

/** `aaaa.bbbb.cccc`, its own for each interface. */
const mac = (at: number): string => `0200.5e00.${at.toString(16).padStart(4, '0')}`;

const hardware = ({ name, lines }: Port, at: number): readonly string[] => {
  const value = (lead: string): string | undefined =>
    lines.find((line) => line.startsWith(`${lead} `))?.slice(lead.length + 1);
  const mtu = (standard: number): string => value('mtu') ?? String(standard);
  const rate = (standard: number): string => value('bandwidth') ?? String(standard);
  if (name.startsWith('Loopback'))
    return ['  Hardware is Loopback', `  MTU ${mtu(1514)} bytes, BW ${rate(8000000)} Kbit/sec, DLY 5000 usec,`];
  if (/^(Tunnel|Virtual)/.test(name))
    return ['  Hardware is Tunnel', `  MTU ${mtu(9976)} bytes, BW ${rate(100)} Kbit/sec, DLY 50000 usec,`];
  return [
    `  Hardware is BUILT-IN-2T+6X1GE, address is ${mac(at)} (bia ${mac(at)})`,
    `  MTU ${mtu(1500)} bytes, BW ${rate(1000000)} Kbit/sec, DLY 10 usec,`,
    '  Full Duplex, 1000Mbps, link type is auto, media type is RJ45',
  ];
};

const heading = ({ name, status, protocol }: Port): string => `${name} is ${status}, line protocol is ${protocol}`;
const described = (lines: readonly string[], words: string): readonly string[] =>
  lines.filter((line) => line.startsWith('description ')).map((line) => `  ${words}${line.slice(12)}`);

export const interfaces = (device: Device): string =>
  portsOf(device)
    .flatMap((port, at) => [
      `${heading(port)} `,
      ...hardware(port, at).slice(0, 1),
      ...described(port.lines, 'Description: '),
      ...(port.address === undefined ? [] : [`  Internet address is ${port.address}`]),
      ...hardware(port, at).slice(1),
    ])
    .join('\n');

export const ipInterfaces = (device: Device): string =>
  portsOf(device)
    .flatMap((port) => [
      heading(port),
      ...(port.address === undefined
        ? ['  Internet protocol processing disabled']
        : [`  Internet address is ${port.address}`, '  Broadcast address is 255.255.255.255']),
    ])
    .join('\n');

/** Only the interfaces that have an address, as the device prints it. */
export const ipv6Interfaces = (device: Device): string =>
  portsOf(device)
    .flatMap((port) => {
      const addresses = port.lines.flatMap((line) => /^ipv6 address (\S+\/\d+)$/.exec(line)?.[1] ?? []);
      return addresses.length === 0
        ? []
        : [
            heading(port),
            '  IPv6 is enabled',
            '  Global unicast address(es):',
            ...addresses.map((each) => `    ${each.split('/')[0]}, subnet is ${each}`),
          ];
    })
    .join('\n');

/** `permit 10.0.0.0 0.255.255.255` is shown with its wildcard named. */
const asShown = (kind: string, text: string): string =>
  kind === 'Standard' ? text.replace(/ (\d[\d.]+) (\d[\d.]+)$/, ' $1, wildcard bits $2') : text;

/** Named lists as blocks, numbered ones as lines at the top level; each with its sequence numbers. */
export const accessLists = (device: Device): string => {
  const lists = new Map<string, { readonly title: string; readonly kind: string; readonly lines: string[] }>();
  const add = (kind: string, name: string, lines: readonly string[]): void => {
    const title = kind === 'IPv6' ? `IPv6 access list ${name}` : `${kind} IP access list ${name}`;
    const list = lists.get(title) ?? { title, kind, lines: [] };
    lists.set(title, list);
    list.lines.push(...lines.filter((line) => !/^(\d+ )?remark /.test(line)));
  };
  for (const line of device.running()) {
    const own = (line.lines ?? []).map(({ text }) => text);
    const [, kind, name] = /^ip access-list (standard|extended) (\S+)/.exec(line.text) ?? [];
    const v6 = /^ipv6 access-list (\S+)/.exec(line.text)?.[1];
    const [, number, rule] = /^access-list (\d+) (.+)/.exec(line.text) ?? [];
    if (name !== undefined) add(kind === 'standard' ? 'Standard' : 'Extended', name, own);
    else if (v6 !== undefined) add('IPv6', v6, own);
    else if (number !== undefined) add(/^(\d\d?|1[3-9]\d\d)$/.test(number) ? 'Standard' : 'Extended', number, [rule!]);
  }
  return [...lists.values()]
    .flatMap(({ title, kind, lines }) => [
      title,
      ...lines.map((line, at) => `    ${asShown(kind, /^\d/.test(line) ? line : `${(at + 1) * 10} ${line}`)}`),
    ])
    .join('\n');
};
