import { advised } from '../../kernel/advised';
import type { Command } from 'commander';
import { stableJson } from '../../kernel/json';
import { plural } from '../../kernel/plural';
import type { LedgerStore } from '../../run/ledger/store';
import { transfer, type Transferred } from '../../run/ledger/transfer';
import { rolloutKept } from '../../run/rollout/rollout-log';
import { storeNamed, withLedgers } from '../ledgers';
import { withLedger, withSource, type CommonOptions, type Run } from '../options';
import { exit, paint, say } from '../output/report';

type PlaceOptions = Omit<CommonOptions, 'target'>;

const showMoved = (moved: readonly Transferred[], options: PlaceOptions): number => {
  if (options.json) say(stableJson(moved, 2));
  else if (moved.length === 0) say('There is no ledger to move.');
  else
    for (const { target, ledger, runs, otherKey } of moved) {
      const rollout = rolloutKept(target);
      if (rollout !== undefined) say(`${paint.strong(rollout)}  rollout moved, ${plural(runs, 'record')}`);
      else if (!ledger) say(`${paint.strong(target)}  has no ledger, ${plural(runs, 'run')} moved`);
      else say(`${paint.strong(target)}  moved, with ${plural(runs, 'run')}`);
      if (otherKey > 0)
        say(
          paint.warn(
            `! the key there is another than that of ${plural(otherKey, 'fingerprint')}: give the one that they were made with (fingerprint.key, of ledgers in files). Where it is lost: ${advised('state', 'key', 'forget')}`,
          ),
        );
    }
  return exit.clean;
};

/** Moves ledgers between the place of this project, and another one that is named. */
const moving = async (options: PlaceOptions, other: string, name: '--from' | '--to'): Promise<number> =>
  withLedgers(options, async (own) => {
    const far = await storeNamed(other, name);
    const [from, to]: readonly LedgerStore[] = name === '--from' ? [far, own] : [own, far];
    try {
      return showMoved(await transfer(from!, to!), options);
    } finally {
      await far.close();
    }
  });

/** `state push`, `state pull`. */
export const addPlaces = (state: Command, run: Run): void => {
  withLedger(
    withSource(
      state
        .command('push')
        .description('move ledgers into the place of this project: --store, or where the program keeps them'),
    ),
  )
    .option('--from <place>', 'where they are now: a directory, or a URL as --store takes it', '.tunnelwright')
    .action(run((options: PlaceOptions & { readonly from: string }) => moving(options, options.from, '--from')));
  withLedger(withSource(state.command('pull').description('move ledgers out of the place of this project')))
    .option('--to <place>', 'where to: a directory, or a URL as --store takes it', '.tunnelwright')
    .action(run((options: PlaceOptions & { readonly to: string }) => moving(options, options.to, '--to')));
};
