import type { PlatformId } from '../../model/targets';
import type { UnmanagedPeer } from '../../model/unmanaged-peer';
import { startAsa } from '../devices/asa';
import { startDuo } from '../devices/duo-admin';
import { startProxyHost } from '../devices/duo-proxy';
import { startIse } from '../devices/ise';
import { startRouter } from '../devices/iosxe';
import { asaTunnels } from './asa-tunnels';
import { asaBoot, routerBoot } from './initial-config';
import { describeDevices, type Standing } from './describe';
import { groupBy } from '../../kernel/group';
import { join, remembered, type Manager, type Terminal } from './join';
import { startManager, type Pace } from './manager';
import { joinPlaces, type Place } from './place';
import { routerTunnels } from './router-tunnels';
import { peerTunnels } from './peer-tunnels';
import { overSsh, standingDuo, standingFmc, standingIse } from './running-device';

interface Started {
  readonly standing: Standing;
  readonly terminal?: Terminal;
  readonly runningConfig?: () => string;
  readonly manager?: Manager;
}

const titled = (title: string, { release }: Place): string => (release === undefined ? title : `${title} ${release}`);

const router = async (place: Place): Promise<Started> => {
  const { config, enrolled } = routerBoot(place);
  const device = await startRouter({ config, enrolled, ...(place.release ? { release: place.release } : {}) });
  return {
    standing: overSsh(place.host, titled('IOS-XE', place), device),
    terminal: { device, tunnels: remembered(() => device.runningConfig(), routerTunnels) },
    runningConfig: () => device.runningConfig(),
  };
};

const asa = async (place: Place): Promise<Started> => {
  const { config, enrolled } = asaBoot(place);
  const device = await startAsa({ config, enrolled, ...(place.release ? { release: place.release } : {}) });
  return {
    standing: overSsh(place.host, titled('ASA', place), device),
    terminal: { device, tunnels: remembered(() => device.runningConfig(), asaTunnels) },
    runningConfig: () => device.runningConfig(),
  };
};

const manager = async (places: readonly Place[], pace: Pace): Promise<Started> => {
  const started = await startManager(places, pace);
  const [place] = places as readonly [Place];
  return { standing: standingFmc(place.host, titled('FMC', place), started.fmc), manager: started };
};

type Maker = (places: readonly Place[], pace: Pace) => Promise<Started>;
/** What is one device, however many targets it is. */
const one =
  (make: (place: Place) => Promise<Started>): Maker =>
  (places) =>
    make(joinPlaces(places));

/** Where the lab says what stands for a target of each platform; undefined: it is on this machine anyway. */
const makers: { readonly [P in PlatformId]: Maker | undefined } = {
  iosxe: one(router),
  asa: one(asa),
  fmc: manager,
  folder: undefined,
  'duo-proxy': one(async ({ host }) => ({
    standing: overSsh(host, 'Duo proxy', await startProxyHost(), 'sftp -P'),
  })),
  ise: one(async ({ host }) => ({ standing: standingIse(host, 'ISE', await startIse()) })),
  'duo-admin': one(async ({ host }) => ({ standing: standingDuo(host, 'Duo', await startDuo()) })),
};

/** Platforms whose devices can boot with a backup. */
export const bootable: readonly PlatformId[] = ['iosxe', 'asa'];

/** Simulated devices in the place of the targets of programs: one for each host. */
export interface Rehearsal {
  readonly devices: readonly Standing[];
  /** The running configuration of the router or ASA that programs declare at this host; undefined of other devices. */
  runningConfig(host: string): string | undefined;
  /** Writes how to reach them below a directory; returns the file for `--lab`. */
  describe(directory: string): string;
  close(): Promise<void>;
}

/** What a lab is besides devices in places. */
export interface RehearsalOptions extends Pace {
  /** The ends of tunnels that no program manages. */
  readonly peers?: readonly UnmanagedPeer[];
}

export const startRehearsal = async (
  places: readonly Place[],
  { peers = [], ...pace }: RehearsalOptions = {},
): Promise<Rehearsal> => {
  // Targets at one host are one device: a domain of an FMC each, or the same in several programs.
  const hosts = groupBy(places, ({ platform, host }) => `${platform} ${host}`);
  const started = await Promise.all(
    [...hosts.values()].map(async (there) => makers[there[0]!.platform]?.(there, pace)),
  );
  const all = started.filter((each) => each !== undefined);
  join({
    terminals: all.flatMap(({ terminal }) => terminal ?? []),
    managers: all.flatMap((each) => each.manager ?? []),
    peers: peerTunnels(peers),
  });
  const devices = all.map(({ standing }) => standing);
  return {
    devices,
    runningConfig: (host) => all.find(({ standing }) => standing.host === host)?.runningConfig?.(),
    describe: (directory) => describeDevices(directory, devices),
    close: async () => void (await Promise.all(devices.map((device) => device.close()))),
  };
};
