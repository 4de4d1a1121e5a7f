import type { Item } from '../../desired/item';
import { nothingToDo, type Todo } from '../../desired/operation';
import type { Section } from '../../desired/cli/section';
import { problem, type Problem } from '../../kernel/problem';
import type { Ports, Session } from '../../contract/session';
import type { Console } from '../../wire/console';
import { certificatesIn } from './certificates';
import type { PkiDevice } from './device';
import { operateOn } from './perform';
import { todoOf } from './pending';
import { wantedOf } from './declared';

type Operations = Required<Pick<Session<Section, never>, 'operations' | 'operate' | 'certificates'>>;

/**
 * Keys and certificates: what is left to do, and the dialogues that do it. Nothing is remembered of earlier runs: what
 * the device holds says what comes next, so that a run which was killed goes on from there.
 */
export const pkiOf = (
  console: Console,
  device: PkiDevice,
  ports: Ports,
  save: () => Promise<string | undefined>,
): Operations => {
  const signed = new Map<string, string>();

  const operations = async (items: readonly Item<Section>[]): Promise<Todo> => {
    const { wanted, problems } = await wantedOf(items, device.trustpoint, ports);
    if (wanted.length === 0) return { ...nothingToDo, problems };
    const facts = await device.readFacts(console);
    const todos = await Promise.all(wanted.map((each) => todoOf(each, facts, signed, device, ports)));
    // Two trustpoints may share a key: it is made once.
    const all = todos.flatMap((todo) => todo.operations);
    const once = all.filter(
      (one, i) => one.kind !== 'generate-key' || all.findIndex((o) => o.words === one.words) === i,
    );
    return { operations: once, waiting: todos.flatMap((todo) => todo.waiting), problems };
  };

  const operate: Operations['operate'] = async (operation, items): Promise<readonly Problem[]> => {
    const { wanted } = await wantedOf(items, device.trustpoint, ports);
    const of = wanted.find(({ address }) => address === operation.address);
    if (of === undefined) return [];
    ports.progress(operation.words);
    const problems = await operateOn({ console, device, wanted: of, operation, ports, signed });
    if (problems.length > 0) return problems;
    const words = await save();
    return words === undefined
      ? []
      : [
          problem(
            'device.save',
            operation.path,
            `${operation.words}: done and not saved: ${words}`,
            'run again: it goes on',
          ),
        ];
  };

  const certificates: Operations['certificates'] = async () =>
    certificatesIn((await console.send([device.list]))[0]!.output);

  return { operations, operate, certificates };
};
