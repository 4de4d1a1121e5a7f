import { networkOf } from '../../kernel/ip';
import type { Resource } from '../../model/network';
import { isRef, type Ref } from '../../model/noun';
import { prefix } from './address';
import { overrideOn } from './overrides';
import type { DeviceView, NetworkView } from '../engine/network-view';

/**
 * What one end protects, where a list says it, of a policy-based end or of a tunnel: packets from `here` to `there`.
 * Networks with their length.
 */
export interface Selector {
  readonly device: DeviceView;
  readonly at: Resource;
  readonly here: string;
  readonly there: string;
}
type Networks = readonly string[];

/** All of IPv4. */
export const everything = '0.0.0.0/0';
const networkText = (text: string): Networks => {
  if (text === 'any' || text === 'any4') return [everything];
  const whole = prefix(text);
  return whole === undefined ? [] : [networkOf(whole)];
};

type Member = string | Ref<'network-object' | 'network-group' | 'fqdn-object'>;
const valueOn = (to: Ref<'network-object'>, device: DeviceView, firewall: string | undefined): string =>
  (overrideOn(to, firewall, device) ?? device.to(to))?.noun.value ?? '';
const membersOn = (to: Ref<'network-group'>, device: DeviceView, firewall: string | undefined) =>
  (overrideOn(to, firewall, device) ?? device.to(to))?.noun.members;

/** A domain name is no network. `firewall`: one of an FMC, on which objects may have values of their own. */
export const ofNetworks = (members: readonly Member[] | undefined, device: DeviceView, firewall?: string): Networks =>
  (members ?? []).flatMap((member) => {
    if (typeof member === 'string') return networkText(member);
    if (member.ref === 'network-object') return networkText(valueOn(member as Ref<'network-object'>, device, firewall));
    return member.ref === 'network-group'
      ? ofNetworks(membersOn(member as Ref<'network-group'>, device, firewall), device, firewall)
      : [];
  });

/** Of a list that denies something, or that looks at ports, one cannot say it in networks. */
const ofList = (
  list: Resource<'access-list'> | undefined,
  device: DeviceView,
  firewall?: string,
): readonly (readonly [string, string])[] => {
  const rules = (list?.noun.entries ?? []).flatMap((entry) =>
    'remark' in entry || /\binactive$/.test(entry.options ?? '') ? [] : [entry],
  );
  const plain = rules.every(({ action, protocol = 'ip' }) => action === 'permit' && protocol === 'ip');
  if (!plain) return [];
  return rules.flatMap(({ source, destination = 'any' }) =>
    ofNetworks([source], device, firewall).flatMap((here) =>
      ofNetworks([destination], device, firewall).map((there) => [here, there] as const),
    ),
  );
};

/** A hub talks to spokes and a spoke to hubs; peers talk to all. */
const meetsIn = (one: string, other: string): boolean => one === 'peer' || one !== other;

const ofEndpoint = (end: Resource<'vpn-endpoint'>, device: DeviceView): readonly Omit<Selector, 'device'>[] => {
  const { noun } = end;
  if (noun.device === undefined) return [];
  if (noun.traffic !== undefined)
    return ofList(device.to(noun.traffic), device, noun.device.name).map(([here, there]) => ({ at: end, here, there }));
  const others = device
    .all('vpn-endpoint')
    .filter((other) => other !== end && other.noun.topology.name === noun.topology.name)
    .filter((other) => meetsIn(noun.role, other.noun.role))
    .flatMap((other) => ofNetworks(other.noun.networks, device, other.noun.device?.name));
  return ofNetworks(noun.networks, device, noun.device.name).flatMap((here) =>
    others.map((there) => ({ at: end, here, there })),
  );
};

const selectorsOn = (device: DeviceView): readonly Selector[] =>
  [
    ...device.all('crypto-map-entry').flatMap((at) =>
      ofList(isRef(at.noun.match) ? device.to(at.noun.match) : undefined, device).map(([here, there]) => ({
        at,
        here,
        there,
      })),
    ),
    ...device.all('vpn-endpoint').flatMap((end) => ofEndpoint(end, device)),
    ...device
      .all('tunnel-interface')
      .flatMap((at) =>
        ofList(device.to(at.noun.protectionPolicy), device).map(([here, there]) => ({ at, here, there })),
      ),
  ].map((selector) => ({ ...selector, device }));

export const selectorsOf = (network: NetworkView): readonly Selector[] => network.devices.flatMap(selectorsOn);

/** The network itself and all that hold it, from the narrowest to the widest. */
export const around = (network: string): Networks => {
  const [address = '', length = '32'] = network.split('/');
  return Array.from({ length: Number(length) }, (_, i) => networkOf(`${address}/${Number(length) - i}`));
};
