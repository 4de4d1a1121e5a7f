import { IkeV2Proposal, IosXeRouter, Login, Rollout, type RolloutProps, type VpnStack } from '../../constructs';
import type { LabRouter } from '../../lib/lab/devices/iosxe';
import { siteConfig, startRig, type Rig } from './rig';
import { manifestOf } from './scenario';

const hostOf = (n: number): string => `203.0.113.${n + 20}`;

/** Simulated routers that a program changes alike, in waves. */
export interface Fleet {
  readonly rig: Rig;
  /** The manifest of the program. */
  readonly file: string;
  readonly routers: readonly LabRouter[];
  close(): Promise<void>;
}

const declare = (stack: VpnStack, count: number, props: RolloutProps): void => {
  for (let n = 0; n < count; n += 1) {
    const router = new IosXeRouter(stack, `r${n}`, { host: hostOf(n), release: '17.9', login: Login.fromEnv('EDGE') });
    new IkeV2Proposal(router, 'fleet', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
  }
  new Rollout(stack, 'march', props);
};

/** `delayMs`: how long each answer of a router takes. */
export const startFleet = async (count: number, props: RolloutProps, delayMs = 0): Promise<Fleet> => {
  const routers = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      hostOf(n),
      { config: siteConfig(`r${n}`, `198.51.100.${n + 20}`, `10.${n + 20}.0.1`), delayMs },
    ]),
  );
  const rig = await startRig({ routers });
  return {
    rig,
    file: rig.save(manifestOf((stack) => declare(stack, count, props))),
    routers: Object.keys(routers).map((host) => rig.routers[host]!),
    close: () => rig.close(),
  };
};

/** Whether a router is as the program of the fleet declares it. */
export const isDeclared = (router: LabRouter): boolean =>
  /^crypto ikev2 proposal \S*fleet *$/m.test(router.runningConfig());
