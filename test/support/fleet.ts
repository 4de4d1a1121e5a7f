import { IkeV2Proposal, IosXeRouter, Labels, Login, Rollout, type RolloutProps, type VpnStack } from '../../constructs';
import type { LabRouter } from '../../lib/lab/devices/iosxe';
import type { Manifest } from '../../lib/run/manifest';
import { siteConfig, startRig, type Rig } from './rig';
import { manifestOf } from './scenario';

/** Addresses of the benchmark network, which has room for thousands. */
const hostOf = (n: number): string => `198.18.${Math.floor(n / 200)}.${(n % 200) + 20}`;

/** Simulated routers that a program changes alike, in waves. */
export interface Fleet {
  readonly rig: Rig;
  /** The manifest of the program. */
  readonly file: string;
  readonly manifest: Manifest;
  readonly routers: readonly LabRouter[];
  close(): Promise<void>;
}

const declare = (
  stack: VpnStack,
  count: number,
  props: RolloutProps,
  place: (n: number) => string | undefined,
): void => {
  for (let n = 0; n < count; n += 1) {
    const router = new IosXeRouter(stack, `r${n}`, { host: hostOf(n), release: '17.9', login: Login.fromEnv('EDGE') });
    new IkeV2Proposal(router, 'fleet', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
    const site = place(n);
    if (site !== undefined) Labels.of(router).add('site', site);
  }
  new Rollout(stack, 'march', props);
};

/** `delayMs`: how long each answer of a router takes. `place`: the value of its label `site`. */
export const startFleet = async (
  count: number,
  props: RolloutProps,
  delayMs = 0,
  place: (n: number) => string | undefined = () => undefined,
): Promise<Fleet> => {
  const routers = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      hostOf(n),
      { config: siteConfig(`r${n}`, `198.51.100.${(n % 200) + 20}`, `10.${(n % 200) + 20}.0.1`), delayMs },
    ]),
  );
  const rig = await startRig({ routers });
  const manifest = manifestOf((stack) => declare(stack, count, props, place));
  return {
    rig,
    file: rig.save(manifest),
    manifest,
    routers: Object.keys(routers).map((host) => rig.routers[host]!),
    close: () => rig.close(),
  };
};

/** Whether a router is as the program of the fleet declares it. */
export const isDeclared = (router: LabRouter): boolean =>
  /^crypto ikev2 proposal \S*fleet *$/m.test(router.runningConfig());
