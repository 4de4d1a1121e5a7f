import { startAsa, type AsaOptions, type LabAsa } from '../devices/asa';
import { startProxyHost, type LabProxyHost, type ProxyHostOptions } from '../devices/duo-proxy';
import { startDuo, type DuoOptions, type LabDuo } from '../devices/duo-admin';
import { startIse, type IseOptions, type LabIse } from '../devices/ise';
import { defaultDevices } from '../devices/fmc/inventory';
import { startFmc, type FmcOptions, type LabFmc } from '../devices/fmc';
import { startRouter, type LabRouter, type RouterOptions } from '../devices/iosxe';
import { asaConfig } from './asa-config';
import { asaTunnels } from './asa-tunnels';
import { describeDevices, type Standing } from './describe';
import { edgeConfig } from './edge-config';
import { join, remembered } from './join';
import { routerTunnels } from './router-tunnels';
import { overSsh, standingDuo, standingFmc, standingIse } from './running-device';

export interface WorldOptions {
  readonly router?: RouterOptions;
  readonly fmc?: FmcOptions;
  readonly asa?: AsaOptions;
  readonly duoProxy?: ProxyHostOptions;
  readonly ise?: IseOptions;
  readonly duo?: DuoOptions;
}

/**
 * An edge router at 192.0.2.1, an ASA at asa.example.net, and an FMC at fmc.example.net with a firewall pair and a single
 * firewall, joined by a network; an ISE at ise.example.net and a Duo account at api-lab.duosecurity.com.
 */
export interface World {
  readonly edge: LabRouter;
  readonly fmc: LabFmc;
  readonly asa: LabAsa;
  /** The host of a Duo proxy at 192.0.2.97. */
  readonly duoProxy: LabProxyHost;
  readonly ise: LabIse;
  readonly duo: LabDuo;
  readonly devices: readonly Standing[];
  /** Writes how to reach them below a directory; returns the file for `--lab`. */
  describe(directory: string): string;
  close(): Promise<void>;
}

export const startWorld = async (options: WorldOptions = {}): Promise<World> => {
  const edge = await startRouter({ config: edgeConfig, enrolled: ['CA-INTERNAL'], ...options.router });
  const fmc = await startFmc(options.fmc);
  const asa = await startAsa({ config: asaConfig, enrolled: ['CA-INTERNAL'], ...options.asa });
  const duoProxy = await startProxyHost(options.duoProxy);
  const [ise, duo] = await Promise.all([startIse(options.ise), startDuo(options.duo)]);
  join({
    terminals: [
      {
        device: edge,
        tunnels: remembered(() => edge.runningConfig(), routerTunnels),
        subject: 'cn = edge.example.net',
      },
      { device: asa, tunnels: remembered(() => asa.runningConfig(), asaTunnels), subject: 'cn = asa.example.net' },
    ],
    managers: [{ fmc, devices: (options.fmc?.devices ?? defaultDevices).map(({ name }) => name) }],
  });
  const devices = [
    overSsh('192.0.2.1', 'router', edge),
    overSsh('asa.example.net', 'ASA', asa),
    overSsh('192.0.2.97', 'Duo proxy', duoProxy, 'sftp -P'),
    standingFmc('fmc.example.net', 'FMC', fmc),
    standingIse('ise.example.net', 'ISE', ise),
    standingDuo('api-lab.duosecurity.com', 'Duo', duo),
  ];
  const close = async (): Promise<void> => void (await Promise.all(devices.map((device) => device.close())));
  return { edge, asa, fmc, duoProxy, ise, duo, devices, describe: (to) => describeDevices(to, devices), close };
};
