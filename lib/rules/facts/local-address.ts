import { isIpv4 } from '../../kernel/ip';
import { isRef } from '../../model/noun';
import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import type { DeviceView } from '../engine/network-view';

/** Interfaces that only stand in text, each with its lines. An ASA calls one by its `nameif` too. */
const shownInterfaces = (device: DeviceView): readonly (readonly string[])[] => {
  const blocks: string[][] = [];
  for (const line of device.text.map((each) => each.trim()))
    if (line.startsWith('interface ')) blocks.push([line]);
    else blocks[blocks.length - 1]?.push(line);
  return blocks;
};

const addressIn = (lines: readonly string[]): string | undefined =>
  lines
    .map((line) => /^ip address (\d\S+) \d(?!.* secondary)/.exec(line)?.[1])
    .find((address) => address !== undefined);

/** The address of an interface by its name, on an ASA its logical one too. */
export const addressOfInterface = (name: string, device: DeviceView): string | undefined => {
  const declared = device.find('loopback-interface', name) ?? device.find('interface-lines', name);
  if (declared !== undefined) return declared.noun.address?.split('/')[0];
  const block = shownInterfaces(device).find(
    ([first, ...lines]) => first === `interface ${name}` || lines.includes(`nameif ${name}`),
  );
  return addressIn(block ?? []);
};

/** The address that a tunnel leaves by, as far as it is known here. */
export const localAddress = ({ source }: NounOf<'tunnel-interface'>, device: DeviceView): string | undefined => {
  if (source === undefined) return undefined;
  if (isRef(source)) return device.to(source)?.noun.address?.split('/')[0];
  return isIpv4(source) ? source : addressOfInterface(source, device);
};

/** Addresses of an end on the way to its peers: that of its interface, else the one at which a composite says it is reached. */
export const waysTo = (own: string | undefined, { reached }: Resource): readonly string[] =>
  [own ?? reached].filter((address) => address !== undefined);

/** All addresses of a device that are known here: what peers may dial. */
export const addressesOf = (device: DeviceView): readonly string[] => [
  ...[...device.all('loopback-interface'), ...device.all('interface-lines')].flatMap(
    ({ noun }) => noun.address?.split('/')[0] ?? [],
  ),
  ...shownInterfaces(device).flatMap((lines) => addressIn(lines) ?? []),
];
