import type { Construct } from 'constructs';
import { IpSla } from '../../generated/interfaces/ip-sla';
import { IpSlaSchedule } from '../../generated/interfaces/ip-sla-schedule';
import { TrackedObject } from '../../generated/interfaces/tracked-object';
import type { TunnelInterface } from '../../custom/interfaces/tunnel-interface';
import type { TunnelEnd } from './pairs';

/** What asks the other end of a tunnel through it, and whether it answers. */
export interface Probe {
  /** What is asked, and how often. */
  readonly operation: IpSla;
  /** From when on, and for how long. */
  readonly schedule: IpSlaSchedule;
  /** Down when two questions in a row had no answer, up when two had. */
  readonly track: TrackedObject;
}

/** The number that a probe has by itself: that of the tunnel interface. */
export const probeNumber = (own: TunnelEnd, far: TunnelEnd): number =>
  (own.end.secondLine ?? far.end.secondLine)?.probe?.number ?? Number(own.interface.replace('Tunnel', ''));

/** The probe of the first of two tunnels, where the VPN has one. */
export const probeOf = (
  scope: Construct,
  own: TunnelEnd,
  far: TunnelEnd,
  sourceInterface: TunnelInterface,
): Probe | undefined => {
  const probe = (own.end.secondLine ?? far.end.secondLine)?.probe;
  if (probe === undefined || own.second) return undefined;
  const { interval: frequency = 10 } = probe;
  const name = String(probeNumber(own, far));
  const operation = new IpSla(scope, 'probe', {
    name,
    icmpEcho: {
      destination: far.address.split('/')[0]!,
      sourceInterface,
      frequency,
      timeout: Math.min(5, frequency) * 1000,
    },
  });
  const schedule = new IpSlaSchedule(scope, 'probe-schedule', { name, operation });
  const seconds = Math.min(2 * frequency, 180);
  const track = new TrackedObject(scope, 'track', { name, operation, delay: { down: seconds, up: seconds } });
  return { operation, schedule, track };
};
