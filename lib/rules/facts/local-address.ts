import { isIpv4 } from '../../kernel/ip';
import { isRef } from '../../model/noun';
import type { NounOf } from '../../model/nouns';
import type { DeviceView } from '../engine/network-view';

/** The address of an interface that only stands in text. */
const shown = (name: string, device: DeviceView): string | undefined => {
  const at = device.text.indexOf(`interface ${name}`);
  if (at === -1) return undefined;
  const next = device.text.findIndex((line, i) => i > at && line.startsWith('interface '));
  const lines = device.text.slice(at + 1, next === -1 ? undefined : next);
  return lines.map((line) => /^ip address (\d\S+) \d/.exec(line)?.[1]).find((address) => address !== undefined);
};

/** The address that a tunnel leaves by, as far as it is known here. */
export const localAddress = ({ source }: NounOf<'tunnel-interface'>, device: DeviceView): string | undefined => {
  if (source === undefined) return undefined;
  if (isRef(source)) return device.to(source)?.noun.address?.split('/')[0];
  if (isIpv4(source)) return source;
  const known = device.find('loopback-interface', source) ?? device.find('interface-lines', source);
  return known?.noun.address?.split('/')[0] ?? shown(source, device);
};
