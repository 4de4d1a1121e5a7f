import type { LabAccessPolicy } from './collections/access';
import { Auth, type LabAccount } from './service/auth';
import { issueCertificate } from '../../server/certificate';
import { makeCore, type Handler } from './core';
import { Deployment } from './deployment/deploy';
import type { FmcFaults } from './service/faults';
import { Flaps } from './service/flaps';
import { handsOf, type Hands } from './by-hand';
import { defaultDevices, type LabDevice } from './inventory';
import { Limits, requestsPerMinuteOf, type Counters } from './service/limits';
import { makeLocks } from './service/locks';
import { domainPath } from '../../../model/manager/domain-path';
import { overridesOf } from './object-overrides';
import type { JobOptions } from './deployment/jobs';
import { listen, type LogLine } from './service/server';
import type { DeployedDevice } from './deployment/snapshot';
import { makeDomains, type LabDomain } from './tree';
import { tunnelStatuses } from './tunnels';
import { unitNamed, type Domain, type World } from './world';

export type { DeployedDevice, DeployedTopology } from './deployment/snapshot';
export type { Hands } from './by-hand';
export type { FmcFaults } from './service/faults';
export type { LabAccessPolicy } from './collections/access';
export type { LabDevice, LabInterface } from './inventory';
export type { LabDomain } from './tree';

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
  /** Accounts besides: each has a session of its own. Default: none. */
  readonly others?: readonly LabAccount[];
  /**
   * Firewalls of Global. Default: the pair mumbai-pair and branch-ftd, which stands alone; none where there are domains
   * below it.
   */
  readonly devices?: readonly LabDevice[];
  /** Certificate enrolments that exist and are enrolled on all devices. Default: `CA-INTERNAL`. */
  readonly enrollments?: readonly string[];
  /** Domains below Global. Default: none, all is in Global. */
  readonly domains?: readonly LabDomain[];
  /** Trusted CAs that exist. Default: `DIRECTORY-CA`. */
  readonly authorities?: readonly string[];
  /** Realms that exist. Default: `lab.example`. */
  readonly realms?: readonly string[];
  /** NAT policies of Global, without rules. Default: `edge-nat`. */
  readonly natPolicies?: readonly string[];
  /** Access control policies of Global, with rules of others. Default: `edge-access`, which blocks all, on no device. */
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

/** What is in Global, and what others do there, is with the FMC itself. */
export interface LabFmc extends Hands {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** PEM of the CA that signed the server's certificate. */
  readonly ca: string;
  /** SHA-256 of the server's certificate, upper-case hex with colons. */
  readonly fingerprint: string;
  /** The paths of its domains, Global first. */
  readonly domains: readonly string[];
  /** What is in a domain, and what others do there. Throws where there is none of this path. */
  in(domain: string): Hands;
  /** What is stored runs on every device, as from the beginning: for what is there before a program comes. */
  begin(): void;
  /** Another user deploys everything that is pending on these devices. */
  deployAs(user: string, devices: readonly string[]): void;
  /** A user locks a policy. */
  lock(id: string, user: string): void;
  /** What runs on a device, by the name of the device, the pair or a member. */
  readonly deployed: (device: string) => DeployedDevice | undefined;
  /** Decides what `health/tunnelstatuses` says, by the name and the id of a topology. Default: every tunnel is down. */
  tunnelUp: (topology: string, id: string) => boolean;
  faults: FmcFaults;
  readonly counters: Counters;
  readonly log: readonly LogLine[];
  /** It refuses nothing for its rate: for who must not wait, like most tests. */
  readonly takesAnyRate: boolean;
  close(): Promise<void>;
}

const builds: Readonly<Record<string, string>> = { '7.2': '31', '7.4': '172', '7.6': '113', '7.7': '91' };
const trainOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** Its domains, Global first. */
const worldsOf = (options: FmcOptions, version: string, sick: () => string | undefined): readonly World[] => {
  const { domains = [] } = options;
  const top = {
    version,
    devices: options.devices ?? (domains.length > 0 ? [] : defaultDevices),
    enrollments: options.enrollments ?? ['CA-INTERNAL'],
    authorities: options.authorities ?? ['DIRECTORY-CA'],
    realms: options.realms ?? ['lab.example'],
    natPolicies: options.natPolicies ?? ['edge-nat'],
    accessPolicies: options.accessPolicies ?? [{ name: 'edge-access', categories: ['VPN'] }],
    sick,
    embeds: (options.topologyParts ?? 'embedded') === 'embedded',
  };
  return makeDomains(top, domains);
};

/** Accounts, limits and version, as the options or an FMC of that version have them. */
const front = (options: FmcOptions, version: string, domains: readonly Domain[]) => ({
  domains,
  auth: new Auth({
    accounts: [
      { username: options.username ?? 'api', password: options.password ?? 'lab-password' },
      ...(options.others ?? []),
    ],
    ...(options.bearer === undefined ? {} : { bearer: options.bearer }),
    tokenMs: options.tokenMs ?? 30 * 60_000,
    domains,
  }),
  limits: new Limits(options.requestsPerMinute ?? requestsPerMinuteOf(version)),
  serverVersion: `${version} (build ${builds[trainOf(version)] ?? '100'})`,
  port: options.port ?? 0,
  delayMs: options.delayMs ?? 2,
});

/** What is asked of the FMC while it runs. */
interface Running {
  readonly flapSeed: number;
  readonly jobs: JobOptions;
  readonly locks: ReturnType<typeof makeLocks>;
  readonly tunnelUp: LabFmc['tunnelUp'];
}

/** A domain as it answers: its firewalls are deployed to there. */
const domainOf = (world: World, { flapSeed, jobs, locks, tunnelUp }: Running) => {
  const deployment = new Deployment(world, jobs);
  const handlers: readonly Handler[] = [
    locks.handlerIn(world),
    (one) => deployment.handle(one),
    tunnelStatuses(world, () => deployment.all(), tunnelUp),
    overridesOf(world),
  ];
  return { world, deployment, core: makeCore(world, handlers, new Flaps(world, flapSeed)) };
};
type RunningDomain = ReturnType<typeof domainOf>;

/** What is there, and what others do, in all domains. */
const handsIn = (parts: readonly RunningDomain[]) => ({
  ...handsOf(parts[0]!.world),
  domains: parts.map(({ world }) => world.domain.name),
  in: (domain: string): Hands => {
    const found = parts.find(({ world }) => domainPath(world.domain.name) === domainPath(domain));
    if (found === undefined) throw new Error(`lab: no domain ${domain}`);
    return handsOf(found.world);
  },
  deployed: (device: string): DeployedDevice | undefined =>
    parts.map(({ deployment }) => deployment.deployed(device)).find((one) => one !== undefined),
  begin: (): void => parts.forEach(({ deployment }) => deployment.begin()),
  deployAs: (user: string, devices: readonly string[]): void => {
    for (const { world, deployment } of parts)
      if (devices.some((name) => unitNamed(world, name) !== undefined)) deployment.deployAs(user, devices);
  },
});

/** A Firepower Management Center on 127.0.0.1 that keeps its state until it is closed. */
export const startFmc = async (options: FmcOptions = {}): Promise<LabFmc> => {
  const { version = '7.4.1', deployMs = 300, flapSeed = 1 } = options;
  const certificate = await issueCertificate('Lab FMC CA');
  const log: LogLine[] = [];
  const jobs: JobOptions = {
    deployMs,
    failing: () => lab.faults.failDeploy,
    stuck: () => lab.faults.stuckDeploy,
    warnings: () => lab.faults.deployWarnings ?? [],
  };
  const locks = makeLocks();
  const running = { flapSeed, jobs, locks, tunnelUp: (...of: [string, string]) => lab.tunnelUp(...of) };
  const parts = worldsOf(options, version, () => lab.faults.sickMember).map((world) => domainOf(world, running));
  const cores = new Map(parts.map(({ world, core }) => [world.domain.id, core]));
  const domains = parts.map(({ world }) => world.domain);
  const ports = { ...front(options, version, domains), certificate, cores, log, faults: () => lab.faults };
  const server = await listen(ports);
  const url = `https://127.0.0.1:${server.port}`;
  for (const { world } of parts) world.base = `${url}/api/fmc_config/v1/domain/${world.domain.id}`;
  const lab: LabFmc = {
    url,
    host: '127.0.0.1',
    port: server.port,
    ca: certificate.ca,
    fingerprint: certificate.fingerprint,
    ...handsIn(parts),
    lock: locks.lock,
    tunnelUp: () => false,
    faults: {},
    counters: ports.limits.counters,
    takesAnyRate: options.requestsPerMinute === 0,
    log,
    close: server.close,
  };
  return lab;
};
