import type { DeviceView } from '../engine/network-view';

/** Security zones that tunnels of firewalls are in, by name. */
export const tunnelZones = (device: DeviceView): ReadonlySet<string> =>
  new Set(
    [...device.all('tunnel-interface'), ...device.all('ftd-dynamic-tunnel')].flatMap(
      ({ noun }) => noun.zone?.name ?? [],
    ),
  );
