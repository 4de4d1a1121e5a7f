import {
  App,
  AsaFirewall,
  DuoAccount,
  DuoProxyHost,
  Fmc,
  IosXeRouter,
  IseServer,
  Login,
  Secret,
  VpnStack,
} from 'tunnelwright';
import type { LabDomain } from '../../lib/lab/devices/fmc';
import { defaultDevices } from '../../lib/lab/devices/fmc/inventory';
import type { Manifest } from '../../lib/run/manifest';
import type { AsaFirewallProps, DuoProxyHostProps, FmcProps, IosXeRouterProps } from 'tunnelwright';
import type { RigOptions } from './rig';

/**
 * `edited`: one thing is changed. `less`: something is left out. `nothing`: the devices stand alone, and all that was
 * on them goes.
 */
export type Variant = 'whole' | 'edited' | 'less' | 'nothing';

/** A network on which the common laws are tried. */
export interface Scenario {
  readonly title: string;
  /** What the devices have before the first run. */
  readonly world?: RigOptions;
  /** Environment variables that hold its secrets. */
  readonly secrets?: Readonly<Record<string, string>>;
  declare(stack: VpnStack, variant: Variant): void;
  /** What `edited` does to the devices: `edge update ikev2-profile/A`. */
  readonly edits: readonly string[];
  /** Some of it are lines in blocks of others, which the first plan changes. */
  readonly inOthers?: true;
  /** The edit is of a secret: a plan holds none, so its way back cannot bring the old one. */
  readonly changesSecret?: true;
  /** What `less` does to the devices. */
  readonly deletes: readonly string[];
  /** Tunnels that come up, as verify names them. */
  readonly up?: readonly string[];
}

export const edge = (stack: VpnStack, props: Partial<IosXeRouterProps> = {}): IosXeRouter =>
  new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE'), ...props });

export const asa = (stack: VpnStack, props: Partial<AsaFirewallProps> = {}): AsaFirewall =>
  new AsaFirewall(stack, 'asa', { host: 'asa.example.net', release: '9.18', login: Login.fromEnv('ASA'), ...props });

export const fmc = (stack: VpnStack, props: Partial<FmcProps> = {}, id = 'fmc'): Fmc =>
  new Fmc(stack, id, {
    host: 'fmc.example.net',
    version: '7.4.1',
    login: Login.fromEnv('FMC'),
    retrySeconds: 0.01,
    ...props,
  });

export const duoProxyHost = (stack: VpnStack, props: Partial<DuoProxyHostProps> = {}): DuoProxyHost =>
  new DuoProxyHost(stack, 'duo', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY'), ...props });
export const ise = (stack: VpnStack): IseServer =>
  new IseServer(stack, 'ise', { host: 'ise.example.net', login: Login.fromEnv('ISE'), retrySeconds: 0.01 });

export const duo = (stack: VpnStack): DuoAccount =>
  new DuoAccount(stack, 'duo', {
    host: 'api-lab.duosecurity.com',
    integrationKey: Secret.fromEnv('DUO_IKEY'),
    secretKey: Secret.fromEnv('DUO_SKEY'),
    retrySeconds: 0.01,
  });

/** A domain below Global that has the firewalls of the lab. */
export const branchDomain: LabDomain = { path: 'Global/Branch', devices: defaultDevices };

/** What a program declares, as plan and apply read it. */
export const manifestOf = (declare: (stack: VpnStack) => void): Manifest => {
  const stack = new VpnStack(new App(), 'net');
  declare(stack);
  expect(stack.problems).toEqual([]);
  return JSON.parse(JSON.stringify(stack.manifest)) as Manifest;
};

/** What is wrong with what a program declares: `path message`. */
export const problemsIn = (declare: (stack: VpnStack) => void): readonly string[] => {
  const stack = new VpnStack(new App(), 'net');
  declare(stack);
  return stack.problems.map((p) => `${p.path} ${p.message}${p.hint ? ` → ${p.hint}` : ''}`);
};
