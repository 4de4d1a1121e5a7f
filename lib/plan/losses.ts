import type { Desired, Dialect, Live } from '../desired/item';
import type { Operation } from '../desired/operation';
import { problem, type Problem } from '../kernel/problem';
import type { Ledger } from './ledger';

/** What is declared, owned and there. */
interface Around<C, S> {
  readonly desired: Desired<C>;
  readonly live: Live<C>;
  readonly ledger: Ledger<C>;
  readonly dialect: Dialect<C, S>;
}
/** A change of something that is no longer declared. */
interface Gone<C> {
  readonly action: string;
  readonly address: string;
  readonly path: string;
  readonly before?: C;
}

/** What goes with an object that is removed and comes back with no configuration. */
export const destroyed = <C, S>(
  { dialect }: Pick<Around<C, S>, 'dialect'>,
  { action, before, address, path }: Gone<C>,
): readonly Operation[] => {
  const lost = action === 'delete' && before !== undefined ? dialect.holds?.(before) : undefined;
  if (lost === undefined) return [];
  return [
    { address, path, kind: 'destroy', words: `${dialect.identity(before!)} goes, and ${lost} with it`, destroys: true },
  ];
};

/** Lines of others that a device would take away by itself with what is removed: nothing of others goes without a word. */
export const takenAlong = <C, S>(
  { dialect, live, desired, ledger }: Around<C, S>,
  deletions: readonly Gone<C>[],
): readonly Problem[] => {
  const { goesWith } = dialect;
  const gone = deletions.filter(({ action }) => action === 'delete');
  if (goesWith === undefined || gone.length === 0) return [];
  const ours = new Set([...desired.items, ...ledger.entries].map(({ content }) => dialect.identity(content)));
  const others = [...live].flatMap(([identity, content]) => (ours.has(identity) ? [] : [content]));
  return gone.flatMap(({ before, path }) => {
    const along = others.filter((other) => goesWith(before!, other)).map((other) => dialect.identity(other));
    return along.length === 0
      ? []
      : [
          problem(
            'plan.along',
            path,
            `${dialect.identity(before!)} would go, and with it what is not managed by Tunnelwright: ${along.join('; ')}`,
            'remove these lines by hand, or let them lead elsewhere, first',
          ),
        ];
  });
};
