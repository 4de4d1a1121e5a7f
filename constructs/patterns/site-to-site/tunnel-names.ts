import { DeviceServices } from '../../core/services';
import type { SiteToSiteDevice } from './props';

/** Tunnel interfaces of VPNs in modules. All platforms take these numbers, and what is numbered by hand is mostly below. */
const [first, count] = [200, 800];

/** FNV-1a, 32 bits: any spread of the paths over the numbers will do. */
const hash = (text: string): number =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5);

/**
 * The number of the tunnel interface of a VPN in a module, by its path, so that it is the same whatever other modules there are. Where
 * two paths fall on one number of a device, the one declared later takes the next.
 */
export const numberOfTunnel = (device: SiteToSiteDevice, path: string): number => {
  const taken = DeviceServices.of(device).state('tunnels', () => new Map<number, string>());
  let number = hash(path) % count;
  while (taken.has(number) && taken.get(number) !== path) number = (number + 1) % count;
  taken.set(number, path);
  return first + number;
};
