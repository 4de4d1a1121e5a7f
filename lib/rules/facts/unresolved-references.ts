import type { Resource } from '../../model/network';
import { addressOf, refsOf, type Ref } from '../../model/noun';
import { nouns, type Kind } from '../../model/nouns';
import type { DeviceView, NetworkView } from '../engine/network-view';

/** Devices have them without a line: smart defaults, and the method lists that are used where none is named. */
const builtIn = (ref: Ref): boolean => ref.name === 'default';
const made = (ref: Ref): boolean => nouns[ref.ref as Kind].made?.test(ref.name) ?? false;

const isUnreadable = (ref: Ref, device: DeviceView): boolean =>
  device.read?.unreadable?.some(({ kind, name }) => kind === ref.ref && name === ref.name) ?? false;

const lost = (ref: Ref, device: DeviceView): boolean =>
  !ref.external &&
  !builtIn(ref) &&
  ref.ref in nouns &&
  !made(ref) &&
  device.find(ref.ref as Kind, ref.name) === undefined &&
  !isUnreadable(ref, device);

/** References of an object that lead to nothing of their kind, each once. */
export const unresolvedRefs = (resource: Resource, device: DeviceView, network: NetworkView): readonly Ref[] => {
  // Files that are not device (what a RADIUS server or a client is given) refer to objects of the devices of the stack.
  const where = 'host' in device.settings || device.whole ? [device] : network.devices;
  const all = refsOf(resource.noun).filter((ref) => where.every((each) => lost(ref, each)));
  return [...new Map(all.map((ref) => [addressOf(ref.ref, ref.name), ref])).values()];
};
