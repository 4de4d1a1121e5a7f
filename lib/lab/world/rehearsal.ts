import type { PlatformId } from '../../model/targets';
import type { UnmanagedPeer } from '../../model/unmanaged-peer';
import { startAsa } from '../devices/asa';
import { startDuo } from '../devices/duo-admin';
import { startProxyHost } from '../devices/duo-proxy';
import { startFmc, type FmcOptions, type LabAccessPolicy } from '../devices/fmc';
import { startIse } from '../devices/ise';
import { startRouter } from '../devices/iosxe';
import { asaTunnels } from './asa-tunnels';
import { asaBoot, routerBoot } from './initial-config';
import { describeDevices, type Standing } from './describe';
import { fill } from './fill';
import { join, remembered, type Manager, type Terminal } from './join';
import type { Place } from './place';
import { providerEnrolment } from './looked-up';
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

/** Access control policies of others, each with the rules and categories that the program names. */
const accessPoliciesOf = ({ externals, text }: Place, devices: readonly string[]): readonly LabAccessPolicy[] => {
  const named = (kind: string) => externals.flatMap((each) => (each.kind === kind ? [each.name] : []));
  const put = [...text.matchAll(/\{accesspolicies:([^}]+)\}\/accessrules\?category=([^\s"&]+)/g)];
  return named('access-policy').map((name) => ({
    name,
    devices,
    rules: named('access-rule').flatMap((rule) => (rule.startsWith(`${name}/`) ? [rule.slice(name.length + 1)] : [])),
    categories: [
      ...new Set(put.flatMap(([, policy, category]) => (policy === name ? [decodeURIComponent(category!)] : []))),
    ],
  }));
};

/** How fast an FMC of the lab is, and how much its answers vary. Default: as a real one. */
export type Pace = Pick<FmcOptions, 'requestsPerMinute' | 'deployMs' | 'delayMs' | 'flapSeed'>;

const manager = async (place: Place, pace: Pace): Promise<Started> => {
  const named = (kind: string) => place.externals.flatMap((each) => (each.kind === kind ? [each.name] : []));
  const devices = named('ftd-device');
  const ports = (device: string): readonly string[] => [
    ...new Set([
      'outside',
      'inside',
      ...[...place.text.matchAll(/\{interfaces:([^/}]+)\/([^}#]+)[}#]/g)].flatMap(([, of, port]) =>
        of === device ? [port!] : [],
      ),
    ]),
  ];
  const fmc = await startFmc({
    ...pace,
    ...(place.release ? { version: place.release } : {}),
    ...(place.domain ? { domain: place.domain } : {}),
    enrollments: [...named('cert-trustpoint'), ...(named('saml-server').length > 0 ? [providerEnrolment] : [])],
    authorities: named('trusted-ca'),
    realms: named('realm'),
    natPolicies: named('nat-policy'),
    accessPolicies: accessPoliciesOf(place, devices),
    devices: devices.map((name) => ({
      name,
      interfaces: ports(name).map((ifname, i) => ({ ifname, name: `GigabitEthernet0/${i}` })),
    })),
  });
  try {
    fill(fmc, place);
  } catch (error) {
    await fmc.close();
    throw error;
  }
  return { standing: standingFmc(place.host, titled('FMC', place), fmc), manager: { fmc, devices } };
};

/** Where the lab says what stands for a target of each platform; undefined: it is on this machine anyway. */
const makers: { readonly [P in PlatformId]: ((place: Place, pace: Pace) => Promise<Started>) | undefined } = {
  iosxe: router,
  asa,
  fmc: manager,
  folder: undefined,
  'duo-proxy': async ({ host }) => ({
    standing: overSsh(host, 'Duo proxy', await startProxyHost(), 'sftp -P'),
  }),
  ise: async ({ host }) => ({ standing: standingIse(host, 'ISE', await startIse()) }),
  'duo-admin': async ({ host }) => ({ standing: standingDuo(host, 'Duo', await startDuo()) }),
};

/** Platforms whose devices can boot with a backup. */
export const bootable: readonly PlatformId[] = ['iosxe', 'asa'];

/** A simulated device in the place of each target of a program. */
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
  const started = await Promise.all(places.map(async (place) => makers[place.platform]?.(place, pace)));
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
