import type { Item } from '../../desired/item';
import { nothingToDo, type Operation, type Todo } from '../../desired/operation';
import type { Section } from '../../desired/cli/section';
import { problem, type Problem } from '../../kernel/problem';
import type { DeviceCertificate } from '../../contract/observation';
import type { Ports } from '../../contract/session';
import type { Console } from '../../wire/console';
import type { CliOperations } from '../cli/device';
import { saveLines } from '../cli/save';
import { certificatesIn } from './certificates';
import type { PkiDevice } from './device';
import { operateOn } from './perform';
import { todoOf } from './pending';
import { wantedOf } from './declared';

/**
 * Keys and certificates: what is left to do, and the dialogues that do it. Nothing is remembered of earlier runs: what
 * the device holds says what comes next, so that a run which was killed goes on from there.
 */
export class PkiOperations implements CliOperations {
  /** Certificates that were signed in this session and are not on the device yet, by trustpoint. */
  private readonly signed = new Map<string, string>();

  constructor(
    private readonly console: Console,
    private readonly device: PkiDevice,
    private readonly ports: Ports,
  ) {}

  async operations(items: readonly Item<Section>[]): Promise<Todo> {
    const { wanted, problems } = await wantedOf(items, this.device.trustpoint, this.ports);
    if (wanted.length === 0) return { ...nothingToDo, problems };
    const facts = await this.device.readFacts(this.console);
    const todos = await Promise.all(wanted.map((each) => todoOf(each, facts, this.signed, this.device, this.ports)));
    // Two trustpoints may share a key: it is made once.
    const all = todos.flatMap((todo) => todo.operations);
    const once = all.filter(
      (one, i) => one.kind !== 'generate-key' || all.findIndex((o) => o.words === one.words) === i,
    );
    return { operations: once, waiting: todos.flatMap((todo) => todo.waiting), problems };
  }

  async operate(operation: Operation, items: readonly Item<Section>[]): Promise<readonly Problem[]> {
    const { console, device, ports, signed } = this;
    const { wanted } = await wantedOf(items, device.trustpoint, ports);
    const of = wanted.find(({ address }) => address === operation.address);
    if (of === undefined) return [];
    ports.progress(operation.words);
    const problems = await operateOn({ console, device, wanted: of, operation, ports, signed });
    if (problems.length > 0) return problems;
    const words = await saveLines(console);
    if (words === undefined) return [];
    const message = `${operation.words}: done and not saved: ${words}`;
    return [problem('device.save', operation.path, message, 'run again: it goes on')];
  }

  async certificates(): Promise<readonly DeviceCertificate[]> {
    return certificatesIn((await this.console.send([this.device.list]))[0]!.output);
  }
}
