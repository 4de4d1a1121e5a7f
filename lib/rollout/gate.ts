import type { GateResult, RolloutState } from './state';

/** A device that a gate asks. */
export interface AskedDevice {
  readonly id: string;
  /** Tunnels that were up before it was changed. */
  readonly up: readonly string[];
}

/** What does not hold at a device. */
export interface DeviceFaults {
  readonly id: string;
  readonly words: readonly string[];
}

/** The devices that the gate of a wave asks: those that were changed. */
export const askedBy = (state: RolloutState, wave: number): readonly AskedDevice[] =>
  state.waves[wave]!.steps.flat().flatMap((id) => {
    const { status, up } = state.device(id);
    return status === 'done' ? [{ id, up }] : [];
  });

/** What comes of a gate: passed where no device that was asked has a fault. */
export const gateOf = (asked: number, faults: readonly DeviceFaults[]): GateResult =>
  faults.length === 0
    ? {
        passed: true,
        words: [`${asked} ${asked === 1 ? 'device is' : 'devices are'} as declared, tunnels as before`],
      }
    : { passed: false, words: faults.flatMap(({ words }) => words) };
