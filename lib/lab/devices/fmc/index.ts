import type { LabAccessPolicy } from './collections/access';
import { Auth } from './service/auth';
import { issueCertificate } from '../../server/certificate';
import { makeCore, makeWorld, type Handler } from './core';
import { Deployment } from './deployment/deploy';
import type { FmcFaults } from './service/faults';
import { Flaps } from './service/flaps';
import { handsOf, type Hands } from './by-hand';
import { defaultDevices, type LabDevice } from './inventory';
import { Limits, requestsPerMinuteOf, type Counters } from './service/limits';
import { makeLocks } from './service/locks';
import { overridesOf } from './object-overrides';
import { listen, type LogLine, type Ports } from './service/server';
import type { DeployedDevice } from './deployment/snapshot';
import { tunnelStatuses } from './tunnels';
import type { Domain, World } from './world';

export type { DeployedDevice, DeployedTopology } from './deployment/snapshot';
export type { Hands } from './by-hand';
export type { FmcFaults } from './service/faults';
export type { LabAccessPolicy } from './collections/access';
export type { LabDevice, LabInterface } from './inventory';

export interface FmcOptions {
  /** Default: 7.4.1. */
  readonly version?: string;
  /** Default: `api` and `lab-password`. */
  readonly username?: string;
  /** A token of an API user, which it takes besides, as one that is delivered from the cloud. Default: none. */
  readonly bearer?: string;
  readonly password?: string;
  /** Default: 0, a free one. */
  readonly port?: number;
  /** Default: the pair mumbai-pair and branch-ftd, which stands alone. */
  readonly devices?: readonly LabDevice[];
  /** Certificate enrolments that exist and are enrolled on all devices. Default: `CA-INTERNAL`. */
  readonly enrollments?: readonly string[];
  /**
   * A sub-domain that it has below Global, like `Global/Branch`: it has the firewalls, and sees the objects of Global. Default:
   * none, all is in Global.
   */
  readonly domain?: string;
  /** Trusted CAs that exist. Default: `DIRECTORY-CA`. */
  readonly authorities?: readonly string[];
  /** Realms that exist. Default: `lab.example`. */
  readonly realms?: readonly string[];
  /** NAT policies that exist, without rules. Default: `edge-nat`. */
  readonly natPolicies?: readonly string[];
  /** Access control policies that exist, with rules of others. Default: `edge-access`, which blocks all, on no device. */
  readonly accessPolicies?: readonly LabAccessPolicy[];
  /** Seed of the unstable children of remote access policies; 0: they are stable. Default: 1. */
  readonly flapSeed?: number;
  /** Default: 120, and 300 from 7.4.1. 0: no limit. */
  readonly requestsPerMinute?: number;
  /** How long a deployment takes, in milliseconds. Default: 300. */
  readonly deployMs?: number;
  /** How long every request takes, in milliseconds. Default: 2, so that parallel requests meet. */
  readonly delayMs?: number;
  /** Whether a topology is answered with its settings in it, or with links to them. Default: `embedded`. */
  readonly topologyParts?: 'embedded' | 'references';
  /** Life of an access token in milliseconds. Default: 30 minutes. */
  readonly tokenMs?: number;
}

export interface LabFmc extends Hands {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** PEM of the CA that signed the server's certificate. */
  readonly ca: string;
  /** SHA-256 of the server's certificate, upper-case hex with colons. */
  readonly fingerprint: string;
  /** Of a sub-domain: what is in Global, and what others do there. */
  readonly above: Hands | undefined;
  /** Another user deploys everything that is pending on these devices. */
  deployAs(user: string, devices: readonly string[]): void;
  /** A user locks a policy. */
  lock(id: string, user: string): void;
  /** What runs on a device, by the name of the device, the pair or a member. */
  readonly deployed: (device: string) => DeployedDevice | undefined;
  /** Decides what `health/tunnelstatuses` says. Default: every tunnel is down. */
  tunnelUp: (topology: string) => boolean;
  faults: FmcFaults;
  readonly counters: Counters;
  readonly log: readonly LogLine[];
  /** It refuses nothing for its rate: for who must not wait, like most tests. */
  readonly takesAnyRate: boolean;
  close(): Promise<void>;
}

const builds: Readonly<Record<string, string>> = { '7.2': '31', '7.4': '172', '7.6': '113', '7.7': '91' };
const trainOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** The domain that the lab is of, below Global where it is a sub-domain: that has the firewalls. */
const worldOf = (options: FmcOptions, version: string, sick: () => string | undefined): World => {
  const { domain: name } = options;
  const common = {
    version,
    devices: options.devices ?? defaultDevices,
    enrollments: options.enrollments ?? ['CA-INTERNAL'],
    authorities: options.authorities ?? ['DIRECTORY-CA'],
    realms: options.realms ?? ['lab.example'],
    natPolicies: options.natPolicies ?? ['edge-nat'],
    accessPolicies: options.accessPolicies ?? [{ name: 'edge-access', categories: ['VPN'] }],
    sick,
    embeds: (options.topologyParts ?? 'embedded') === 'embedded',
  };
  if (name === undefined) return makeWorld(common);
  const above = makeWorld({ ...common, devices: [], accessPolicies: [] });
  return makeWorld({ ...common, above, domain: { id: above.newId('uuid'), name } });
};

/** The domain of a lab, and the one above. */
const family = (world: World): readonly World[] => (world.above === undefined ? [world] : [world.above, world]);

/** Global beside its sub-domain: it has no firewall to deploy to. */
const coreAbove = (world: World): ReturnType<typeof makeCore> => {
  const deployment = new Deployment(world, { deployMs: 0, failing: () => undefined, stuck: () => undefined });
  return makeCore(world, [(one) => deployment.handle(one), overridesOf(world)], new Flaps(world, 0));
};
const coresOf = (world: World, core: ReturnType<typeof makeCore>): Ports['cores'] =>
  new Map(family(world).map((each) => [each.domain.id, each === world ? core : coreAbove(each)]));

/** Accounts, limits and version, as the options or an FMC of that version have them. */
const front = (options: FmcOptions, version: string, domains: readonly Domain[]) => ({
  domains,
  auth: new Auth({
    username: options.username ?? 'api',
    password: options.password ?? 'lab-password',
    ...(options.bearer === undefined ? {} : { bearer: options.bearer }),
    tokenMs: options.tokenMs ?? 30 * 60_000,
    domains,
  }),
  limits: new Limits(options.requestsPerMinute ?? requestsPerMinuteOf(version)),
  serverVersion: `${version} (build ${builds[trainOf(version)] ?? '100'})`,
  port: options.port ?? 0,
  delayMs: options.delayMs ?? 2,
});

/** A Firepower Management Center on 127.0.0.1 that keeps its state until it is closed. */
export const startFmc = async (options: FmcOptions = {}): Promise<LabFmc> => {
  const { version = '7.4.1' } = options;
  const certificate = await issueCertificate('Lab FMC CA');
  const log: LogLine[] = [];
  const world = worldOf(options, version, () => lab.faults.sickMember);
  const deployment = new Deployment(world, {
    deployMs: options.deployMs ?? 300,
    failing: () => lab.faults.failDeploy,
    stuck: () => lab.faults.stuckDeploy,
    warnings: () => lab.faults.deployWarnings ?? [],
  });
  const locks = makeLocks(world);
  const [deployed, tunnelUp] = [() => deployment.all(), (topology: string) => lab.tunnelUp(topology)];
  const statuses = tunnelStatuses(world, deployed, tunnelUp);
  const handlers: readonly Handler[] = [locks.handle, (one) => deployment.handle(one), statuses, overridesOf(world)];
  const cores = coresOf(world, makeCore(world, handlers, new Flaps(world, options.flapSeed ?? 1)));
  const domains = family(world).map(({ domain }) => domain);
  const ports = { ...front(options, version, domains), certificate, cores, log, faults: () => lab.faults };
  const server = await listen(ports);
  const url = `https://127.0.0.1:${server.port}`;
  for (const each of family(world)) each.base = `${url}/api/fmc_config/v1/domain/${each.domain.id}`;
  const lab: LabFmc = {
    url,
    host: '127.0.0.1',
    port: server.port,
    ca: certificate.ca,
    fingerprint: certificate.fingerprint,
    ...handsOf(world),
    lock: locks.lock,
    deployed: (device) => deployment.deployed(device),
    deployAs: (user, devices) => deployment.deployAs(user, devices),
    tunnelUp: () => false,
    faults: {},
    counters: ports.limits.counters,
    takesAnyRate: options.requestsPerMinute === 0,
    log,
    close: server.close,
  };
  return lab;
};
