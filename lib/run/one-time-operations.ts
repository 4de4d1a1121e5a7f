import type { Operation, Todo } from '../desired/operation';
import type { Ledger } from '../plan/ledger';

/** How the ledger names what is done once for an object. */
export const onceName = ({ kind, address }: Pick<Operation, 'kind' | 'address'>): string => `${kind} ${address}`;
export const isOnceOf = (name: string, address: string): boolean => name.endsWith(` ${address}`);

/**
 * What of it is still to be done. What a run began and did not see the end of is not done again: it is said, and a
 * person decides.
 */
export const leftToDo = (todo: Todo, { once = {} }: Pick<Ledger, 'once'>): Todo => {
  const stateOf = (operation: Operation) => (operation.once ? once[onceName(operation)] : undefined);
  const doubtful = todo.operations.filter((operation) => stateOf(operation) === 'begun');
  return {
    ...todo,
    operations: todo.operations.filter((operation) => stateOf(operation) === undefined),
    waiting: [
      ...todo.waiting,
      ...doubtful.map(
        ({ words, path }) =>
          `${words}: a run was cut while it did this, and it is not done twice. If it did not arrive, do it by hand [${path}]`,
      ),
    ],
  };
};
