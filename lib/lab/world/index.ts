import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stableJson } from '../../kernel/json';
import { startAsa, type AsaOptions, type LabAsa } from '../asa';
import { startProxyHost, type LabProxyHost, type ProxyHostOptions } from '../duo-proxy';
import { labKeys, startDuo, type DuoOptions, type LabDuo } from '../duo';
import { startIse, type IseOptions, type LabIse } from '../ise';
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
  const duoProxy = await startProxyHost(options.duoProxy);
  const [ise, duo] = await Promise.all([startIse(options.ise), startDuo(options.duo)]);
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
    void (await Promise.all([edge, asa, fmc, duoProxy, ise, duo].map((device) => device.close())));
  return { edge, asa, fmc, duoProxy, ise, duo, describe, close };
};
