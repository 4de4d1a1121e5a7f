import type { CliStep } from '../../desired/cli/dialect';
import type { Section } from '../../desired/cli/section';
import type { Live } from '../../desired/item';
import type { Node } from '../../desired/cli/tree';
import { sameJson } from '../../kernel/json';
import { problem, problemsOf, type Problem } from '../../kernel/problem';
import { holdsSecretMarker } from '../../model/secret';
import type { Console } from '../../wire/console';
import type { Manners } from '../../wire/typing';
import type { Guard } from './guard';
import { identityAt, mark, type Mark } from '../../contract/identity';
import { logIn, type CliTarget } from './login';
import { pushLines, saveLines, type Files } from './push';
import { notBegun, type Armed } from '../../contract/interrupted';
import type { Observation, TunnelState } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { movedBetween, movedWords } from './compare';
import { untypable } from './untypable';

/** What was seen, and what a guard is chosen by. */
export interface CliLook {
  readonly observation: Observation<Section>;
  /** The whole configuration that it was read from. */
  readonly roots: readonly Node[];
}

/** What one platform with a command line does in its own way. */
export interface CliDevice<L extends CliLook> {
  readonly target: CliTarget;
  /** Typed after each login: paging off. */
  readonly prepare: readonly string[];
  /** Where the platform has several rooms behind one login: the way into the declared one. */
  enter?(console: Console): Promise<void>;
  /** What tells it from others, besides its host key. */
  marks(console: Console): Promise<readonly Mark[]>;
  readonly manners: Manners;
  readonly files?: Files;
  look(console: Console, scope: readonly Section[]): Promise<L>;
  /** The whole configuration as it is now. */
  reread(console: Console): Promise<readonly Node[]>;
  /** `last`: what was seen before the change. */
  guard(last: L | undefined): Guard;
  settle(console: Console, ours: boolean): Promise<void>;
  /** `live`: what the last look has read. */
  tunnels(console: Console, scope: readonly Section[], live: Live<Section>): Promise<readonly TunnelState[]>;
}

/** The device counts from when it takes the command; we from when it has answered, which is later. */
const armedBy = ({ what, minutes }: Guard): Armed => ({
  words: `the change is not confirmed: ${what}`,
  ...(minutes === undefined ? {} : { until: Date.now() + minutes * 60_000 }),
});

/** A session with a device whose configuration is typed: armed, typed, checked over a new session, let go, saved. */
export const cliSession = async <L extends CliLook>(
  device: CliDevice<L>,
  ports: Ports,
): Promise<{ readonly session: Session<Section, CliStep>; readonly console: Console }> => {
  const { target } = device;
  const open = async (): Promise<Console> => {
    const opened = await logIn(target, ports, device.prepare);
    try {
      await device.enter?.(opened);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  };
  const console = await open();
  let last: L | undefined;
  /** What the plan was made on; undefined after a change of ours. */
  let planned: readonly Node[] | undefined;
  /** The whole configuration before the change that is being made. */
  let before: readonly Node[] = [];

  const observe = async (scope: readonly Section[]): Promise<Observation<Section>> => {
    last = await device.look(console, scope);
    planned = last.roots;
    return last.observation;
  };

  /**
   * Nothing is typed on the strength of one reading: a line that was damaged on its way looks like an object that is not
   * there, or like one that is. So the device is read once more, and must show what the plan was made on.
   */
  const movedSincePlan = async (): Promise<readonly Problem[]> => {
    ports.progress('reading once more');
    try {
      planned ??= await device.reread(console);
      before = await device.reread(console);
    } catch (error) {
      return problemsOf(error, target.id);
    }
    const moved = movedBetween(planned, before);
    if (moved.length === 0) return [];
    return [
      problem(
        'device.moved',
        target.id,
        `nothing was changed: read once more, the configuration is not the one that the plan was made on: ${movedWords(moved)}`,
        'plan again: it was changed in between, or a reading was damaged',
      ),
    ];
  };

  /** After a refused line or a failed check: back to what was, and look whether it is. */
  const takeBack = async (
    guard: Guard,
    via: Console,
    request: Push<Section, CliStep>,
    problems: readonly Problem[],
  ): Promise<Outcome> => {
    ports.progress('taking the change back');
    // A secret that is not known here cannot be typed back; its marker must never become one.
    const undo = [...request.changes]
      .reverse()
      .flatMap((change) => change.undo.flatMap(({ lines, file }) => (file === undefined ? lines : [])))
      .map(ports.secrets.reveal)
      .filter((line) => !holdsSecretMarker(line));
    const live = last?.observation.live;
    await guard.revert(via, undo);
    await device.files?.restore(via);
    const { observation, roots } = await device.look(via, request.scope);
    const same = request.scope.every((section) =>
      sameJson(live?.get(section.header), observation.live.get(section.header)),
    );
    const moved = movedBetween(before, roots);
    if (!same || moved.length > 0) {
      const how = moved.length === 0 ? '' : ` (${movedWords(moved)})`;
      return { state: 'unknown', problems, notes: [`the device is not as it was yet${how}; ${guard.what}`] };
    }
    await guard.disarm(via);
    ports.armed?.(undefined);
    return { state: 'reverted', problems, notes: [] };
  };

  /** The session is gone: a new one takes the change back, where there is one; else the device does so by itself. */
  const takeBackAnew = async (
    guard: Guard,
    request: Push<Section, CliStep>,
    problems: readonly Problem[],
  ): Promise<Outcome> => {
    try {
      const second = await open();
      try {
        return await takeBack(guard, second, request, problems);
      } finally {
        second.close();
      }
    } catch {
      return { state: 'unknown', problems, notes: [`the change is not confirmed: ${guard.what}`] };
    }
  };

  const confirmed = async (guard: Guard, request: Push<Section, CliStep>): Promise<Outcome> => {
    ports.progress('checking over a new session');
    const second = await open();
    try {
      const seen = await device.look(second, request.scope);
      const lacking = request.check(seen.observation);
      if (lacking.length > 0) return await takeBack(guard, second, request, lacking);
      const kept = await guard.release(second);
      if (kept !== undefined)
        return {
          state: 'unknown',
          problems: [problem('device.confirm', target.id, `the device does not confirm the change: ${kept}`)],
          notes: [guard.what],
        };
      ports.armed?.({ words: 'the change is confirmed and not saved yet' });
      await device.files?.release(second);
      return await saved(second);
    } finally {
      second.close();
    }
  };

  const saved = async (via: Console): Promise<Outcome> => {
    ports.progress('saving');
    const words = await saveLines(via).catch((error: unknown) => problemsOf(error, target.id)[0]!.message);
    if (words !== undefined)
      return {
        state: 'failed',
        problems: [
          problem(
            'device.save',
            target.id,
            `the change is made and not saved: ${words}`,
            'run again: it saves what is left',
          ),
        ],
        notes: [],
      };
    ports.armed?.(undefined);
    return { state: 'applied', problems: [], notes: [] };
  };

  const holding = (header: string): boolean => last?.observation.live.get(header)?.holds !== undefined;

  const apply = async (request: Push<Section, CliStep>): Promise<Outcome> => {
    if (request.changes.every((change) => change.steps.length === 0)) return saved(console);
    const broken = untypable(request.changes, ports);
    if (broken.length > 0) return { state: 'reverted', problems: broken, notes: [], untouched: true };
    const moved = await movedSincePlan();
    if (moved.length > 0) return { state: 'reverted', problems: moved, notes: [], untouched: true };
    if (ports.stopped?.()) return { state: 'reverted', problems: [notBegun(target.id)], notes: [], untouched: true };
    planned = undefined;
    const guard = device.guard(last);
    ports.progress(`arming: ${guard.what}`);
    const armed = (): void => ports.armed?.(armedBy(guard));
    armed();
    const words = await guard.arm(console);
    if (words !== undefined) ports.armed?.(undefined);
    else armed();
    if (words !== undefined)
      return {
        state: 'reverted',
        problems: [
          problem('device.arm', target.id, `nothing was changed: the device does not arm the rollback: ${words}`),
        ],
        notes: [],
        untouched: true,
      };
    try {
      ports.progress('typing the change');
      const { refused, lost } = await pushLines(
        target.id,
        console,
        device.manners,
        request.changes,
        ports,
        holding,
        device.files,
      );
      if (lost.length > 0) return await takeBackAnew(guard, request, refused.length > 0 ? refused : lost);
      if (refused.length > 0) return await takeBack(guard, console, request, refused);
      return await confirmed(guard, request);
    } catch (error) {
      return {
        state: 'unknown',
        problems: problemsOf(error, target.id),
        notes: [`the change is not confirmed: ${guard.what}`],
      };
    }
  };

  const identity = async () =>
    identityAt(target.settings, [...(await device.marks(console)), ...mark('SSH host key', 'key', console.hostKey)]);

  const session: Session<Section, CliStep> = {
    identity,
    settle: (ours) => device.settle(console, ours),
    observe,
    apply,
    tunnels: (scope) => device.tunnels(console, scope, last?.observation.live ?? new Map()),
    close: async () => console.close(),
  };
  return { session, console };
};
