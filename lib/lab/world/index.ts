import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stableJson } from '../../kernel/json';
import { startProxyHost, type LabProxyHost, type ProxyHostOptions } from '../duo-proxy';
import { labKeys, startDuo, type DuoOptions, type LabDuo } from '../duo';
import { startIse, type IseOptions, type LabIse } from '../ise';
import { startFmc, type FmcOptions, type LabFmc } from '../fmc';
import { startRouter, type LabRouter, type RouterOptions } from '../router';
import { agree } from './agreement';
import { edgeConfig } from './edge-config';
import { routerTunnels } from './router-tunnels';

export interface WorldOptions {
  readonly router?: RouterOptions;
  readonly fmc?: FmcOptions;
  readonly duoProxy?: ProxyHostOptions;
  readonly ise?: IseOptions;
  readonly duo?: DuoOptions;
}

/**
 * An edge router at 192.0.2.1 and an FMC at fmc.example.net with a firewall pair and a single firewall, joined by a
 * network; an ISE at ise.example.net and a Duo account at api-lab.duosecurity.com.
 */
export interface World {
  readonly edge: LabRouter;
  readonly fmc: LabFmc;
  /** The host of a Duo proxy at 192.0.2.97. */
  readonly duoProxy: LabProxyHost;
  readonly ise: LabIse;
  readonly duo: LabDuo;
  /** Writes how to reach them below a directory; returns the file for `--lab`. */
  describe(directory: string): string;
  close(): Promise<void>;
}

const devices = ['mumbai-pair', 'branch-ftd'];

/** Tunnels come up when both ends would agree: the router's running configuration with what is deployed on a firewall. */
const connect = (edge: LabRouter, fmc: LabFmc): void => {
  const up = (): readonly { readonly tunnel: string; readonly topology: string }[] =>
    routerTunnels(edge.runningConfig()).flatMap((tunnel) =>
      devices.flatMap((name) => {
        const device = fmc.deployed(name);
        return (device?.topologies ?? [])
          .filter((topology) => agree(tunnel, device!, topology))
          .map((topology) => ({ tunnel: tunnel.name, topology: topology.name }));
      }),
    );
  edge.tunnelUp = (name) => up().some((pair) => pair.tunnel === name);
  fmc.tunnelUp = (name) => up().some((pair) => pair.topology === name);
};

export const startWorld = async (options: WorldOptions = {}): Promise<World> => {
  const edge = await startRouter({ config: edgeConfig, enrolled: ['CA-INTERNAL'], ...options.router });
  const fmc = await startFmc(options.fmc);
  const duoProxy = await startProxyHost(options.duoProxy);
  const [ise, duo] = await Promise.all([startIse(options.ise), startDuo(options.duo)]);
  connect(edge, fmc);

  const describe = (directory: string): string => {
    mkdirSync(directory, { recursive: true });
    const put = (name: string, text: string): string => {
      writeFileSync(join(directory, name), text);
      return join(directory, name);
    };
    const password = put('password', 'lab-password\n');
    const login = (username: string) => ({ username, password: { secret: 'file', path: password } });
    const lab = {
      devices: {
        '192.0.2.1': {
          host: edge.host,
          port: edge.port,
          login: login('lab'),
          trust: { file: put('known_hosts', `${edge.knownHosts.trim()}\n`) },
        },
        '192.0.2.97': {
          host: duoProxy.host,
          port: duoProxy.port,
          login: login('lab'),
          trust: { file: put('known_hosts-duo-proxy', `${duoProxy.knownHosts.trim()}\n`) },
        },
        'fmc.example.net': {
          host: fmc.host,
          port: fmc.port,
          login: login('api'),
          trust: { file: put('ca.pem', fmc.ca) },
        },
        'ise.example.net': {
          host: ise.host,
          port: ise.port,
          login: login('ers-admin'),
          trust: { file: put('ise-ca.pem', ise.ca) },
        },
        'api-lab.duosecurity.com': {
          host: duo.host,
          port: duo.port,
          login: {
            username: labKeys.integrationKey,
            password: { secret: 'file', path: put('duo-secret-key', `${labKeys.secretKey}\n`) },
          },
          trust: { file: put('duo-ca.pem', duo.ca) },
        },
      },
    };
    return put('lab.json', `${stableJson(lab, 2)}\n`);
  };

  const close = async (): Promise<void> =>
    void (await Promise.all([edge, fmc, duoProxy, ise, duo].map((device) => device.close())));
  return { edge, fmc, duoProxy, ise, duo, describe, close };
};
