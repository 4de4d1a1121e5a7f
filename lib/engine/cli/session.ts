import type { CliStep } from '../../desired/cli/step';
import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import type { Item } from '../../desired/item';
import type { Operation, Todo } from '../../desired/operation';
import { identityAt, identityWords, isSameDevice, mark, type DeviceIdentity } from '../../contract/identity';
import { notBegun } from '../../contract/interrupted';
import type { DeviceCertificate, Observation, TunnelState } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { fail, problem, problemsOf, type Problem } from '../../kernel/problem';
import type { Console } from '../../wire/console';
import { ArmedChange } from './armed-change';
import { movedBetween, movedWords } from './compare';
import type { CliDevice, CliLook, CliOperations } from './device';
import { logIn } from './login';
import { save } from './save';
import { untypable } from './untypable';

const openConsoleOf = async <L extends CliLook>(device: CliDevice<L>, ports: Ports): Promise<Console> => {
  const console = await logIn(device.target, ports, device.prepare);
  try {
    await device.enter?.(console);
    return console;
  } catch (error) {
    console.close();
    throw error;
  }
};

/** Which device is at the other end. */
const identityOf = async <L extends CliLook>(device: CliDevice<L>, console: Console): Promise<DeviceIdentity> =>
  identityAt(device.target.settings, [
    ...(await device.marks(console)),
    ...mark('SSH host key', 'key', console.hostKey),
  ]);

/**
 * A further session to the device of the first one. An address may move to another device meanwhile, and that one is not
 * to be judged, or taken back, by what was typed here.
 */
const openAnother = async <L extends CliLook>(
  device: CliDevice<L>,
  ports: Ports,
  first: DeviceIdentity,
): Promise<Console> => {
  const console = await openConsoleOf(device, ports);
  try {
    const shown = await identityOf(device, console);
    if (isSameDevice(first, shown)) return console;
    return fail(
      'device.other',
      device.target.id,
      `another device answers than the one that is being changed: ${identityWords(shown)}, and before ${identityWords(first)}. Nothing was changed there`,
      'declare an address that belongs to one device only, and run again',
    );
  } catch (error) {
    console.close();
    throw error;
  }
};

const untouched = (problems: readonly Problem[]): Outcome => ({
  state: 'reverted',
  problems,
  notes: [],
  untouched: true,
});

/** A session with a device whose configuration is typed. */
export class CliSession<L extends CliLook> implements Session<Section, CliStep> {
  private readonly pki: CliOperations;
  /** What `observe` saw last. */
  private last: L | undefined;
  /** The configuration that the plan was made on; undefined after a change of ours. */
  private planned: readonly Node[] | undefined;
  private shown: DeviceIdentity | undefined;

  private constructor(
    private readonly device: CliDevice<L>,
    private readonly ports: Ports,
    private readonly console: Console,
  ) {
    this.pki = device.operations(console);
  }

  static async open<L extends CliLook>(device: CliDevice<L>, ports: Ports): Promise<CliSession<L>> {
    return new CliSession(device, ports, await openConsoleOf(device, ports));
  }

  async identity(): Promise<DeviceIdentity> {
    this.shown ??= await identityOf(this.device, this.console);
    return this.shown;
  }

  settle(ours: boolean): Promise<void> {
    return this.device.settle(this.console, ours);
  }

  async observe(scope: readonly Section[]): Promise<Observation<Section>> {
    this.last = await this.device.look(this.console, scope);
    this.planned = this.last.roots;
    return this.last.observation;
  }

  async apply(request: Push<Section, CliStep>): Promise<Outcome> {
    const { device, ports, console } = this;
    const { id } = device.target;
    if (request.changes.every((change) => change.steps.length === 0)) return save(id, console, ports);
    const broken = untypable(request.changes, ports);
    if (broken.length > 0) return untouched(broken);
    const now = await this.readAgain();
    if ('problems' in now) return untouched(now.problems);
    if (ports.stopped?.()) return untouched([notBegun(id)]);
    this.planned = undefined;
    const first = await this.identity();
    const open = (): Promise<Console> => openAnother(device, ports, first);
    return new ArmedChange(device, ports, console, open, { last: this.last, roots: now.roots }, request).run();
  }

  /**
   * Nothing is typed on the strength of one reading: a line that was damaged on its way looks like an object that is not
   * there, or like one that is. So the device is read once more, and must show what the plan was made on.
   */
  private async readAgain(): Promise<{ readonly roots: readonly Node[] } | { readonly problems: readonly Problem[] }> {
    const { device, ports, console } = this;
    ports.progress('reading once more');
    let roots: readonly Node[];
    try {
      this.planned ??= (await device.read(console)).roots;
      ({ roots } = await device.read(console));
    } catch (error) {
      return { problems: problemsOf(error, device.target.id) };
    }
    const moved = movedBetween(this.planned, roots);
    if (moved.length === 0) return { roots };
    const message = `nothing was changed: read once more, the configuration is not the one that the plan was made on: ${movedWords(moved)}`;
    const hint = 'plan again: it was changed in between, or a reading was damaged';
    return { problems: [problem('device.moved', device.target.id, message, hint)] };
  }

  tunnels(scope: readonly Section[]): Promise<readonly TunnelState[]> {
    return this.device.tunnels(this.console, scope, this.last?.observation.live ?? new Map());
  }

  operations(items: readonly Item<Section>[]): Promise<Todo> {
    return this.pki.operations(items);
  }

  operate(operation: Operation, items: readonly Item<Section>[]): Promise<readonly Problem[]> {
    return this.pki.operate(operation, items);
  }

  async configuration(): Promise<string> {
    return (await this.device.read(this.console)).text;
  }

  certificates(): Promise<readonly DeviceCertificate[]> {
    return this.pki.certificates();
  }

  async close(): Promise<void> {
    this.console.close();
  }
}
