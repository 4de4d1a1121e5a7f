import type { LabAccessPolicy } from './access';
import { Auth } from './auth';
import { issueCertificate } from '../../server/certificate';
import { makeCore, makeWorld, type Handler } from './core';
import { collectionAt, present } from './crud';
import { Deployment } from './deploy';
import type { FmcFaults } from './faults';
import { Flaps } from './flaps';
import { handsOf, type Touch } from './by-hand';
import { defaultDevices, type LabDevice } from './inventory';
import { Limits, requestsPerMinuteOf, type Counters } from './limits';
import { makeLocks } from './locks';
import { overridesOf } from './object-overrides';
import { listen, type LogLine } from './server';
import type { DeployedDevice } from './snapshot';
import { tunnelStatuses } from './tunnels';
import { domainId, itemsOf, type World } from './world';

export type { DeployedDevice, DeployedTopology } from './snapshot';
export type { FmcFaults } from './faults';
export type { LabAccessPolicy } from './access';
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

export interface LabFmc {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** PEM of the CA that signed the server's certificate. */
  readonly ca: string;
  /** SHA-256 of the server's certificate, upper-case hex with colons. */
  readonly fingerprint: string;
  /** What a client would read at `object/hosts` or `policy/ftds2svpns/<id>/endpoints`, all pages, expanded. */
  objects(collection: string): readonly object[];
  /** Another user makes or changes an object: its id. */
  touch(change: Touch): string;
  edit(collection: string, id: string, change: object, user?: string): void;
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

const worldOf = (options: FmcOptions, version: string, sick: () => string | undefined): World =>
  makeWorld({
    version,
    devices: options.devices ?? defaultDevices,
    enrollments: options.enrollments ?? ['CA-INTERNAL'],
    authorities: options.authorities ?? ['DIRECTORY-CA'],
    realms: options.realms ?? ['lab.example'],
    natPolicies: options.natPolicies ?? ['edge-nat'],
    accessPolicies: options.accessPolicies ?? [{ name: 'edge-access', categories: ['VPN'] }],
    sick,
    embeds: (options.topologyParts ?? 'embedded') === 'embedded',
  });

/** What a client would read in a collection, all of it. */
const shown = (world: World, collection: string): readonly object[] => {
  const spec = collectionAt(world, collection);
  return itemsOf(world, collection).map((item) =>
    spec ? present(world, spec, collection, item) : { ...item.body, id: item.id },
  );
};

/** Accounts, limits and version, as the options or an FMC of that version have them. */
const front = (options: FmcOptions, version: string) => ({
  auth: new Auth({
    username: options.username ?? 'api',
    password: options.password ?? 'lab-password',
    ...(options.bearer === undefined ? {} : { bearer: options.bearer }),
    tokenMs: options.tokenMs ?? 30 * 60_000,
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
  const core = makeCore(world, handlers, new Flaps(world, options.flapSeed ?? 1));
  const ports = { ...front(options, version), certificate, core, log, faults: () => lab.faults };
  const server = await listen(ports);
  const url = `https://127.0.0.1:${server.port}`;
  world.base = `${url}/api/fmc_config/v1/domain/${domainId}`;
  const lab: LabFmc = {
    url,
    host: '127.0.0.1',
    port: server.port,
    ca: certificate.ca,
    fingerprint: certificate.fingerprint,
    objects: (collection) => shown(world, collection),
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
