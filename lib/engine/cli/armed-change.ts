import type { CliStep } from '../../desired/cli/step';
import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import type { Armed } from '../../contract/interrupted';
import type { Outcome, Ports, Push } from '../../contract/session';
import { sameJson } from '../../kernel/json';
import { problem, problemsOf, type Problem } from '../../kernel/problem';
import { holdsSecretMarker } from '../../model/secret';
import type { Console } from '../../wire/console';
import { movedBetween, movedWords } from './compare';
import type { CliDevice, CliLook } from './device';
import type { Guard } from './guard';
import { pushLines } from './push';
import { save } from './save';

type CliPush = Push<Section, CliStep>;

/** The device counts from when it takes the command; we from when it has answered, which is later. */
const armedBy = ({ what, minutes }: Guard): Armed => ({
  words: `the change is not confirmed: ${what}`,
  ...(minutes === undefined ? {} : { until: Date.now() + minutes * 60_000 }),
});

/** The device as it was before a change. */
export interface Before<L extends CliLook> {
  /** What the plan was made on. */
  readonly last: L | undefined;
  /** The whole configuration, read right before the change. */
  readonly roots: readonly Node[];
}

/** One change of a device: armed, typed, checked over a new session, let go and saved; or taken back. */
export class ArmedChange<L extends CliLook> {
  private readonly guard: Guard;

  /** `console`: where the change is typed. `open`: a new session to the same device. */
  constructor(
    private readonly device: CliDevice<L>,
    private readonly ports: Ports,
    private readonly console: Console,
    private readonly open: () => Promise<Console>,
    private readonly before: Before<L>,
    private readonly request: CliPush,
  ) {
    this.guard = device.guard(before.last);
  }

  private get target(): string {
    return this.device.target.id;
  }

  async run(): Promise<Outcome> {
    const words = await this.arm();
    if (words !== undefined) {
      const message = `nothing was changed: the device does not arm the rollback: ${words}`;
      const unarmed = problem('device.arm', this.target, message);
      return { state: 'reverted', problems: [unarmed], notes: [], untouched: true };
    }
    try {
      this.ports.progress('typing the change');
      const { refused, lost } = await this.type();
      if (lost.length > 0) return await this.takeBackAnew(refused.length > 0 ? refused : lost);
      if (refused.length > 0) return await this.takeBack(this.console, refused);
      return await this.confirm();
    } catch (error) {
      return this.unconfirmed(problemsOf(error, this.target));
    }
  }

  private unconfirmed(problems: readonly Problem[]): Outcome {
    return { state: 'unknown', problems, notes: [`the change is not confirmed: ${this.guard.what}`] };
  }

  /** Words: why the device did not arm its rollback. */
  private async arm(): Promise<string | undefined> {
    const { guard, ports } = this;
    ports.progress(`arming: ${guard.what}`);
    ports.armed?.(armedBy(guard));
    const words = await guard.arm(this.console);
    ports.armed?.(words === undefined ? armedBy(guard) : undefined);
    return words;
  }

  private type() {
    const { device, ports, console, before } = this;
    const holding = (header: string): boolean => before.last?.observation.live.get(header)?.holds !== undefined;
    const { manners, files } = device;
    return pushLines({ target: this.target, console, manners, ports, holding, files }, this.request.changes);
  }

  private async confirm(): Promise<Outcome> {
    const { device, guard, ports, request } = this;
    ports.progress('checking over a new session');
    const second = await this.open();
    try {
      const seen = await device.look(second, request.scope);
      const lacking = await request.check(seen.observation);
      if (lacking.length > 0) return await this.takeBack(second, lacking);
      const kept = await guard.release(second);
      if (kept !== undefined) {
        const message = `the device does not confirm the change: ${kept}`;
        return { state: 'unknown', problems: [problem('device.confirm', this.target, message)], notes: [guard.what] };
      }
      ports.armed?.({ words: 'the change is confirmed and not saved yet' });
      await device.files?.release(second);
      return await save(this.target, second, ports);
    } finally {
      second.close();
    }
  }

  /** The lines that take the change back. A secret that is not known here cannot be typed: its marker must never be. */
  private undo(): readonly string[] {
    return [...this.request.changes]
      .reverse()
      .flatMap((change) => change.undo.flatMap(({ lines, file }) => (file === undefined ? lines : [])))
      .map(this.ports.secrets.reveal)
      .filter((line) => !holdsSecretMarker(line));
  }

  /** After a refused line or a failed check: back to what was, and look whether it is. */
  private async takeBack(via: Console, problems: readonly Problem[]): Promise<Outcome> {
    const { device, guard, ports, request, before } = this;
    ports.progress('taking the change back');
    await guard.revert(via, this.undo());
    await device.files?.restore(via);
    const { observation, roots } = await device.look(via, request.scope);
    const live = before.last?.observation.live;
    const same = request.scope.every((section) =>
      sameJson(live?.get(section.header), observation.live.get(section.header)),
    );
    const moved = movedBetween(before.roots, roots);
    if (!same || moved.length > 0) {
      const how = moved.length === 0 ? '' : ` (${movedWords(moved)})`;
      return { state: 'unknown', problems, notes: [`the device is not as it was yet${how}; ${guard.what}`] };
    }
    await guard.disarm(via);
    ports.armed?.(undefined);
    return { state: 'reverted', problems, notes: [] };
  }

  /** The session is gone: a new one takes the change back, where there is one; else the device does so by itself. */
  private async takeBackAnew(problems: readonly Problem[]): Promise<Outcome> {
    try {
      const second = await this.open();
      try {
        return await this.takeBack(second, problems);
      } finally {
        second.close();
      }
    } catch {
      return this.unconfirmed(problems);
    }
  }
}
