import type { Impact, Undeployed } from '../contract/observation';
import { withoutLesser } from './impact';
import type { Absent, Dialect, Difference, Item, Share } from '../desired/item';
import { nothingToDo, type Operation, type Todo } from '../desired/operation';
import { problem, type Problem } from '../kernel/problem';
import { nameRemedy } from '../kernel/spelling';
import type { LedgerEntry } from './ledger';
import { destroyed, takenAlong } from './losses';
import { inDeletionOrder, inPlanOrder } from './order';
import {
  indexOf,
  isReplaced,
  othersIn,
  ownedOf,
  replacedWords,
  type Index,
  type Others,
  type Owning,
} from './ownership';

export type Action = 'create' | 'update' | 'delete' | 'adopt' | 'none';

/** What happens to one object of one target. */
export interface Change<C = unknown, S = unknown> {
  readonly action: Action;
  readonly address: string;
  /** The address under which the ledger has it so far. */
  readonly moved?: string;
  readonly kind: string;
  readonly name: string;
  /** What its device calls it; absent where that is the title of its noun and its name. */
  readonly title?: string;
  /** Construct path; of a deletion, the path of the construct that made it. */
  readonly path: string;
  readonly refs: readonly string[];
  /** What the program overrides in it, in words. */
  readonly overrides?: readonly string[];
  readonly before?: C;
  readonly after?: C;
  readonly differences: readonly Difference[];
  /** What is sent, in order. */
  readonly steps: readonly S[];
  /** What takes it back. */
  readonly undo: readonly S[];
  /** What it does to tunnels that are up. */
  readonly impact?: Impact;
  /** Lines in the same block that are not ours and stay. */
  readonly unmanaged: readonly string[];
  /** What is not ours in an object of ours that is deleted: it goes with it. Absent: nothing. */
  readonly takenAlong?: readonly string[];
}

/** What would happen on one target. Plain data: it is shown, saved, compared, and applied. */
export interface TargetPlan<C = unknown, S = unknown> {
  readonly changes: readonly Change<C, S>[];
  /** What is done on the device besides, after the changes are confirmed and saved. It is not taken back. */
  readonly operations: readonly Operation[];
  /** What a person or a server does before more of it can be done. */
  readonly waiting: readonly string[];
  /** Why it cannot be applied as it stands. */
  readonly blocked: readonly Problem[];
  /** Work of an earlier run that is still to be finished. */
  readonly unfinished: readonly string[];
  readonly warnings: readonly string[];
  /** What is stored where the device is managed and does not run on it, ours and others'. */
  readonly undeployed?: readonly Undeployed[];
}

export interface PlanInput<C, S> extends Owning<C, S> {
  /** Addresses of what other targets of the program make and this one looks up: they come with those. */
  readonly comes?: ReadonlySet<string>;
  /** What was looked for and is not there, by identity. */
  readonly absent?: ReadonlyMap<string, Absent>;
  /** Take over what is live under our names and not in the ledger. */
  readonly adopt: boolean;
  readonly impact?: (before: C | undefined, after: C | undefined) => Change['impact'];
  /** What the device still lacks besides its configuration. */
  readonly todo?: Todo;
  readonly unfinished: readonly string[];
  /** What the program says of the device and is not so. */
  readonly problems?: readonly Problem[];
  readonly warnings: readonly string[];
  /** What is a warning only where something changes. */
  readonly onChange?: readonly string[];
  readonly undeployed?: readonly Undeployed[];
}

/** Whether applying the plan would do anything. */
export const isEmpty = (plan: TargetPlan): boolean =>
  plan.changes.every((change) => change.action === 'none') &&
  plan.operations.length === 0 &&
  plan.unfinished.length === 0 &&
  plan.blocked.length === 0;

const affected = <C, S>(
  input: PlanInput<C, S>,
  before: C | undefined,
  after: C | undefined,
): Pick<Change, 'impact'> => {
  const impact = input.impact?.(before, after);
  return impact === undefined ? {} : { impact };
};

const titled = <C, S>({ dialect }: PlanInput<C, S>, content: C | undefined): Pick<Change, 'title'> => {
  const title = content === undefined ? undefined : dialect.title?.(content);
  return title === undefined ? {} : { title };
};

const changeOf = <C, S>(
  input: PlanInput<C, S>,
  item: Omit<Item<C>, 'content'>,
  before: C | undefined,
  after: C | undefined,
  action: Action,
  beside: Omit<Share<C>, 'ours'>,
  differences: readonly Difference[] = input.dialect.differences(before, after),
): Change<C, S> => ({
  // What is taken over as it stands touches no tunnel.
  ...(action === 'none' || (action === 'adopt' && differences.length === 0) ? {} : affected(input, before, after)),
  action,
  address: item.address,
  kind: item.kind,
  name: item.name,
  ...titled(input, after ?? before),
  path: item.path,
  refs: item.refs,
  ...(item.overrides === undefined ? {} : { overrides: item.overrides }),
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
  differences,
  // Nothing differs where nothing would be sent.
  steps: differences.length === 0 ? [] : input.dialect.steps(before, after),
  undo: input.dialect.steps(
    before === undefined && after !== undefined ? input.dialect.remember(after, undefined, undefined) : after,
    before,
  ),
  ...beside,
});

/** Why one object cannot be planned as it stands. `against`: what its content cannot be changed to or stand beside. */
const objections = <C, S>(
  { dialect, target, adopt }: PlanInput<C, S>,
  { path, content }: Item<C>,
  unowned: boolean,
  against: C | undefined,
): readonly Problem[] => {
  const identity = dialect.identity(content);
  const sealed = against && dialect.refusal(against, content);
  const found: Problem[] = [];
  if (unowned && !adopt)
    found.push(
      problem(
        'plan.unowned',
        path,
        `${identity} already exists on ${target} and is not managed by Tunnelwright`,
        'give yours another name, or take it over: --adopt',
      ),
    );
  if (sealed !== undefined) found.push(problem('plan.sealed', path, `${identity}: ${sealed}`));
  return found;
};

const planDeclared = <C, S>(
  input: PlanInput<C, S>,
  item: Item<C>,
  others: Others<C>,
  index: Index<C>,
): { readonly change: Change<C, S>; readonly blocked: readonly Problem[] } => {
  const { dialect, live } = input;
  const { entry, moved } = ownedOf(input, index, item);
  // What we own under another identity is replaced, never left behind: a certificate map of another sequence.
  const seen = live.get(dialect.identity(item.content)) ?? (entry && live.get(dialect.identity(entry.content)));
  const { ours, ...beside } =
    seen === undefined
      ? { ours: undefined, unmanaged: [] }
      : dialect.share(seen, item.content, entry?.content, others(item.address, seen));
  const unowned = ours !== undefined && entry === undefined && !dialect.shared(item.content);
  // What a device has without a line is there already.
  const differences = dialect.differences(ours, item.content);
  const same = differences.length === 0;
  const action: Action = unowned ? 'adopt' : same ? 'none' : ours === undefined ? 'create' : 'update';
  const change = changeOf(input, item, ours, item.content, action, beside, differences);
  const rival = dialect.rivals?.(item.content).flatMap((identity) => live.get(identity) ?? [])[0];
  return {
    change: moved === undefined ? change : { ...change, moved },
    // What can never be changed is not taken over either, also where it is as declared: it could not be removed.
    blocked: objections(input, item, unowned, same && !unowned ? undefined : (ours ?? rival)),
  };
};

/** What the ledger says is ours and is no longer declared. */
const planOrphaned = <C, S>(
  input: PlanInput<C, S>,
  entry: LedgerEntry<C>,
  others: Others<C>,
  isMoved: boolean,
): Change<C, S> => {
  const seen = input.live.get(input.dialect.identity(entry.content));
  if (seen === undefined || isMoved || isReplaced(input, entry))
    return changeOf(input, entry, undefined, undefined, 'none', { unmanaged: [] });
  const { ours, ...beside } = input.dialect.share(seen, undefined, entry.content, others(entry.address, seen));
  return changeOf(input, entry, ours, undefined, ours === undefined ? 'none' : 'delete', beside);
};

/** Whether a change is refused while what is to go is still there. */
const waits = <C, S>({ goesFirst }: Dialect<C, S>, { after, steps }: Change<C, S>, gone: Change<C, S>): boolean =>
  after !== undefined && steps.length > 0 && gone.before !== undefined && (goesFirst?.(gone.before, after) ?? false);

const missing = (target: string, path: string, title: string, { name, there }: Absent): Problem =>
  problem(
    'plan.missing',
    path,
    `refers to ${title}, which is not on ${target}`,
    nameRemedy(name, there, 'make it there first'),
  );

/** What is referred to and not there: what is declared as such, and what is only mentioned. */
const absent = <C, S>(input: PlanInput<C, S>): readonly Problem[] => {
  const { desired, live, dialect, target, comes, absent: known = new Map<string, Absent>() } = input;
  const nothing: Absent = { name: '', there: [] };
  return [
    ...desired.externals
      .filter(({ address, content }) => !live.has(dialect.identity(content)) && !comes?.has(address))
      .map(({ path, title, content }) => missing(target, path, title, known.get(dialect.identity(content)) ?? nothing)),
    ...desired.items.flatMap(({ path, content }) =>
      (dialect.mentions?.(content) ?? []).flatMap((identity) => {
        const one = known.get(identity);
        return one?.title === undefined ? [] : [missing(target, path, one.title, one)];
      }),
    ),
  ];
};

/**
 * What it takes to make the live state as declared. Pure: the same reading, ledger and declaration give the same plan.
 * Creations and updates come in reference order, deletions last and in reverse, but for those that a change waits for.
 * What is not declared and the ledger does not know is never touched.
 */
export const plan = <C, S>(input: PlanInput<C, S>): TargetPlan<C, S> => {
  const others = othersIn(input);
  const index = indexOf(input);
  const declared = input.desired.items.map((item) => planDeclared(input, item, others, index));
  const gone = inDeletionOrder(index.orphans);
  const interrupted = input.ledger.entries.some(({ state }) => state !== 'owned') ? ['finish an interrupted run'] : [];
  const moved = new Set(declared.flatMap((d) => d.change.moved ?? []));
  const deletions = gone.map((entry) => planOrphaned(input, entry, others, moved.has(entry.address)));
  const ordered = inPlanOrder(
    declared.map((d) => d.change),
    deletions,
    (change, gone) => waits(input.dialect, change, gone),
  );
  const changes = withoutLesser(ordered);
  const { operations, waiting, problems } = input.todo ?? nothingToDo;
  const busy = changes.some((change) => change.action !== 'none');
  const warnings = [...replacedWords(input, (address) => moved.has(address)), ...input.warnings];
  const made: TargetPlan<C, S> = {
    changes,
    operations: [...deletions.flatMap((change) => destroyed(input, change)), ...operations],
    waiting,
    blocked: [
      ...(input.problems ?? []),
      ...absent(input),
      ...declared.flatMap((d) => d.blocked),
      ...takenAlong(input, deletions),
      ...problems,
    ],
    unfinished: [...input.unfinished, ...(busy ? [] : interrupted)],
    warnings,
    ...(input.undeployed === undefined ? {} : { undeployed: input.undeployed }),
  };
  return isEmpty(made) ? made : { ...made, warnings: [...(input.onChange ?? []), ...warnings] };
};
