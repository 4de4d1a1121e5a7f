import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stableJson } from '../../kernel/json';
import { startAsa, type AsaOptions, type LabAsa } from '../asa';
import { startFmc, type FmcOptions, type LabFmc } from '../fmc';
import { startRouter, type LabRouter, type RouterOptions } from '../router';
import { agree } from './agreement';
import { asaConfig } from './asa-config';
import { edgeConfig } from './edge-config';
import { routerTunnels } from './router-tunnels';

export interface WorldOptions {
  readonly router?: RouterOptions;
  readonly fmc?: FmcOptions;
  readonly asa?: AsaOptions;
}

/**
 * An edge router at 192.0.2.1, an ASA at asa.example.net, and an FMC at fmc.example.net with a firewall pair and a single
 * firewall, joined by a network.
 */
export interface World {
  readonly edge: LabRouter;
  readonly fmc: LabFmc;
  readonly asa: LabAsa;
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
  const asa = await startAsa({ config: asaConfig, enrolled: ['CA-INTERNAL'], ...options.asa });
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
        'asa.example.net': {
          host: asa.host,
          port: asa.port,
          login: login('lab'),
          trust: { file: put('known_hosts_asa', `${asa.knownHosts.trim()}\n`) },
        },
        'fmc.example.net': {
          host: fmc.host,
          port: fmc.port,
          login: login('api'),
          trust: { file: put('ca.pem', fmc.ca) },
        },
      },
    };
    return put('lab.json', `${stableJson(lab, 2)}\n`);
  };

  return {
    edge,
    fmc,
    asa,
    describe,
    close: async () => void (await Promise.all([edge.close(), fmc.close(), asa.close()])),
  };
};
