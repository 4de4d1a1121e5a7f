import type { ChildProcess } from 'node:child_process';
import type { figuresOf } from '../../attack/support/figures';
import { armed } from '../by-hand';
import type { Ran } from '../command';
import { afterBytes, countBytes, healthy } from '../killing';
import { randomOf } from '../random';
import type { Rig } from '../rig';
import type { Variant } from '../scenario';

/** What is killed: an apply at the edge router, and what its ledger says afterwards. */
export interface Killed {
  readonly rig: Rig;
  readonly figures: ReturnType<typeof figuresOf>;
  readonly kills: number;
  readonly seed: number;
  apply(variant: Variant, started?: (child: ChildProcess) => void): Promise<Ran>;
  /** Each object of the ledger with its state: `ikev2-proposal/A owned`. */
  entries(): Promise<readonly string[]>;
}

/** Kills runs at random bytes to the router, there and back; each time a second run finishes the work. */
export const killRuns = async ({ rig, figures, kills, seed, apply, entries }: Killed): Promise<void> => {
  const bytes = countBytes(rig);
  await apply('whole');
  const whole = { bytes: bytes(), config: rig.edge.runningConfig() };
  const unowned = async () => (await entries()).filter((one) => !one.endsWith(' owned'));
  expect((await entries()).length).toBeGreaterThan(0);
  expect(await unowned()).toEqual([]);
  await apply('nothing');
  const nothing = rig.edge.runningConfig();
  const random = randomOf(Number(process.env['KILL_SEED'] ?? seed));
  for (let n = 0; n < kills; n++) {
    const to: Variant = n % 2 === 0 ? 'whole' : 'nothing';
    const byte = 1 + Math.floor(random() * whole.bytes);
    const { code } = await apply(to, (child) => afterBytes(rig, byte, () => child.kill('SIGKILL')));
    healthy(rig);
    figures.count(code === null ? 'kills' : 'ended before');
    const next = await apply(to);
    expect(`${n} at byte ${byte}: ${next.out}${next.err}`).toMatch(/edge: (applied|unchanged)/);
    expect(rig.edge.runningConfig()).toBe(to === 'whole' ? whole.config : nothing);
    expect(await unowned()).toEqual([]);
    expect(await armed(rig.edge)).toEqual([]);
    figures.count('finished by the next run');
  }
};
