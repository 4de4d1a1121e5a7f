import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stableJson } from '../../kernel/json';
import { startAsa, type AsaOptions, type LabAsa } from '../asa';
import { startFmc, type FmcOptions, type LabFmc } from '../fmc';
import { startRouter, type LabRouter, type RouterOptions } from '../router';
import { agree, agreeTunnels, deployedOnBoth } from './agreement';
import { asaConfig } from './asa-config';
import { asaTunnels } from './asa-tunnels';
import { edgeConfig } from './edge-config';
import { routerTunnels, type RouterTunnel } from './router-tunnels';

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

/** Tunnels come up when both ends would agree: running configurations with each other and with what is deployed. */
const connect = (edge: LabRouter, asa: LabAsa, fmc: LabFmc): void => {
  const onEdge = () => routerTunnels(edge.runningConfig());
  const onAsa = () => asaTunnels(asa.runningConfig());
  const between = () =>
    onEdge().flatMap((a) =>
      onAsa()
        .filter((b) => agreeTunnels(a, b, ['cn = edge.example.net', 'cn = asa.example.net']))
        .map((b) => ({ edge: a.name, asa: b.name })),
    );
  const deployed = () => devices.map((name) => fmc.deployed(name));
  const withFirewalls = (tunnels: readonly RouterTunnel[]) =>
    tunnels.flatMap((tunnel) =>
      deployed().flatMap((device) =>
        (device?.topologies ?? [])
          .filter((topology) => agree(tunnel, device!, topology))
          .map((topology) => ({ tunnel: tunnel.name, topology: topology.name })),
      ),
    );
  const amongFirewalls = (name: string): boolean =>
    deployed().some((device) => device?.topologies.some((t) => t.name === name && deployedOnBoth(t, deployed())));
  edge.tunnelUp = (name) =>
    withFirewalls(onEdge()).some((pair) => pair.tunnel === name) || between().some((pair) => pair.edge === name);
  asa.tunnelUp = (name) =>
    withFirewalls(onAsa()).some((pair) => pair.tunnel === name) || between().some((pair) => pair.asa === name);
  fmc.tunnelUp = (name) =>
    withFirewalls([...onEdge(), ...onAsa()]).some((pair) => pair.topology === name) || amongFirewalls(name);
};

export const startWorld = async (options: WorldOptions = {}): Promise<World> => {
  const edge = await startRouter({ config: edgeConfig, enrolled: ['CA-INTERNAL'], ...options.router });
  const fmc = await startFmc(options.fmc);
  const asa = await startAsa({ config: asaConfig, enrolled: ['CA-INTERNAL'], ...options.asa });
  connect(edge, asa, fmc);

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
