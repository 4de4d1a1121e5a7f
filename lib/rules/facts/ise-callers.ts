import { isIpv4 } from '../../kernel/ip';
import type { Resource } from '../../model/network';
import type { SecretRef } from '../../model/secret';
import { platformOf } from '../../platforms';
import { contains } from './address';
import { sourceOf } from './duo-callers';
import type { DeviceView, NetworkView } from '../engine/network-view';

/** A device of the stack that asks an ISE of the stack, with its secret. */
export interface Call {
  readonly caller: DeviceView;
  readonly asked: Resource;
  readonly key: SecretRef | undefined;
  readonly engine: DeviceView;
  /** Addresses that it may ask from. */
  readonly from: readonly string[];
  /** It asks from that address and no other. */
  readonly exactly: boolean;
}

const hostOf = ({ settings }: DeviceView): string | undefined => ('host' in settings ? settings.host : undefined);

/** IPv4 addresses that a device is known to have. */
const addressesOf = (device: DeviceView): readonly string[] =>
  [
    hostOf(device),
    ...device.all('loopback-interface').map(({ noun }) => noun.address),
    ...device.all('interface-lines').map(({ noun }) => noun.address),
    ...device.all('tunnel-interface').map(({ noun }) => noun.address),
  ]
    .map((address) => address?.split('/')[0])
    .filter((address): address is string => address !== undefined && isIpv4(address));

/** Firewalls ask, not the manager that declares their servers: where from is not known there. */
const asksItself = ({ platform }: DeviceView): boolean => platformOf(platform).manages !== true;

type Asked = Omit<Call, 'engine' | 'caller'> & { readonly hosts: readonly string[] };

const askedBy = (caller: DeviceView): readonly Asked[] => {
  const own = addressesOf(caller);
  return [
    ...caller.all('radius-server').map((asked): Asked => {
      const source = sourceOf({ caller, asked });
      const from = source === undefined ? own : [source];
      return { asked, key: asked.noun.key, from, exactly: source !== undefined, hosts: [asked.noun.address.host] };
    }),
    ...caller
      .all('aaa-server')
      .filter(({ noun }) => noun.protocol === 'radius')
      .flatMap((asked) =>
        asked.noun.hosts.map(({ key, host }): Asked => ({ asked, key, from: own, exactly: false, hosts: [host] })),
      ),
    ...caller.all('duo-radius-client').map((asked): Asked => {
      const { secret, hosts } = asked.noun;
      return { asked, key: secret, from: own, exactly: false, hosts: hosts.map(({ address }) => address) };
    }),
  ];
};

/** An ISE of whose network devices the stack says nothing has them from elsewhere. */
const isesOf = (network: NetworkView): readonly DeviceView[] =>
  network.devices.filter((device) => device.all('ise-network-device').length > 0);

export const callsOf = (network: NetworkView): readonly Call[] => {
  const ises = isesOf(network);
  if (ises.length === 0) return [];
  return network.devices
    .filter(asksItself)
    .flatMap((caller) =>
      askedBy(caller).flatMap(({ hosts, ...asked }) =>
        ises.filter((each) => hosts.includes(hostOf(each)!)).map((engine) => ({ ...asked, caller, engine })),
      ),
    );
};

/** The network devices that ISE takes a call for. */
export const entriesFor = ({ engine, from }: Call): readonly Resource<'ise-network-device'>[] =>
  engine
    .all('ise-network-device')
    .filter(({ noun }) => noun.addresses.some((address) => from.some((each) => contains(address, each))));
