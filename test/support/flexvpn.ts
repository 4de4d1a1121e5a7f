import { IosXeRouter, Login, type VpnStack } from 'tunnelwright';
import { edgeConfig } from '../../lib/lab/world/edge-config';
import { siteConfig, type RigOptions } from './rig';
import { edge } from './scenario';

/* Routers of a FlexVPN: method lists decide on them already, because the line that says so is one or its opposite. */

/** The router of the lab, where method lists decide. */
export const hubRouter = (stack: VpnStack): IosXeRouter => edge(stack, { aaaNewModel: 'on' });
/** One of `sites` below. */
export const siteRouter = (stack: VpnStack, id: string, host: string): IosXeRouter =>
  new IosXeRouter(stack, id, { host, release: '17.9', login: Login.fromEnv('SITES'), aaaNewModel: 'on' });

const config = (name: string, n: number): string =>
  `aaa new-model\n!\ncrypto pki trustpoint CA-INTERNAL\n enrollment terminal\n!\n${siteConfig(name, `198.51.100.${n}`, `10.${n}.0.1`)}`;

/** The edge, and sites by the address that a program declares: `{ '192.0.2.20': 'spoke1' }`. */
export const flexWorld = (sites: Readonly<Record<string, string>>): RigOptions => ({
  router: { config: edgeConfig.replace('no aaa new-model', 'aaa new-model'), enrolled: ['CA-INTERNAL'] },
  routers: Object.fromEntries(
    Object.entries(sites).map(([host, name]) => [
      host,
      { config: config(name, Number(host.split('.')[3])), enrolled: ['CA-INTERNAL'] },
    ]),
  ),
});
