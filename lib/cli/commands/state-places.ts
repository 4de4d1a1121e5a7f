import type { Command } from 'commander';
import { stableJson } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { isGenerated } from '../../model/secret';
import { keyFrom, secretAt } from '../../run/ledger/key-source';
import { rotateKey } from '../../run/ledger/rotate-key';
import type { LedgerStore } from '../../run/ledger/store';
import { transfer, type Transferred } from '../../run/ledger/transfer';
import { rolloutKept, rolloutsUnderWay } from '../../run/rollout/rollout-log';
import { resealPrograms } from '../../run/rollout/sealed-program';
import { readableSecrets } from '../../run/secrets/read';
import { ledgerName } from '../../run/target';
import { storeNamed, withLedgers } from '../ledgers';
import { withCommon, withLedger, withSource, type CommonOptions, type Run } from '../options';
import { exit, paint, say } from '../output/report';
import { watched, type Watch } from '../watch';

type PlaceOptions = Omit<CommonOptions, 'target'>;
const plural = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

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
            `! the key there is another: ${plural(otherKey, 'secret')} that the device does not show will be written again. To avoid that, give the key that they were made with (fingerprint.key, of ledgers in files)`,
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

interface RotateOptions extends CommonOptions {
  readonly to: string;
}

const rotateWatched = async (options: RotateOptions, watch: Watch): Promise<number> => {
  const works = await watch.works();
  const { store } = watch.run;
  const [from, to] = [await store.key(), await keyFrom(secretAt(options.to, '--to'))];
  const running = await rolloutsUnderWay(store);
  if (running.length > 0)
    return fail(
      'key.rollout',
      running.join(', '),
      'it has not ended, and goes on with the old key. Nothing was changed',
      'let it end first: tunnelwright rollout resume, also after tunnelwright rollout abort',
    );
  const known = new Set(await store.list());
  const rotated: object[] = [];
  for (const work of works.filter((one) => known.has(ledgerName(one)))) {
    const { desired, path } = work.target;
    const values = await readableSecrets(
      desired.secrets.filter((ref) => !isGenerated(ref)),
      path,
    );
    const name = ledgerName(work);
    const { renewed, dropped } = await rotateKey(store, name, { from, to, values: values.values() });
    rotated.push({ target: name, renewed, dropped });
    known.delete(name);
    if (options.json) continue;
    const lost = dropped === 0 ? '' : `; ${plural(dropped, 'secret')} not known here will be written again`;
    say(`${paint.strong(name)}  ${plural(renewed, 'fingerprint')} made anew${lost}`);
  }
  await resealPrograms(store, from, to);
  if (options.json) say(stableJson({ rotated, left: [...known].sort() }, 2));
  else {
    for (const name of [...known].sort()) say(paint.warn(`! ${name} is not in this program and keeps the old key`));
    say(
      'From now on give the new key wherever you plan and apply; with the old one these secrets would be written again.',
    );
  }
  return exit.clean;
};

/** `state push`, `state pull`, `state key rotate`. */
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
  const key = state.command('key').description('the key that fingerprints of secrets are made with');
  withCommon(key.command('rotate').description('make the fingerprints anew with another key; no device is asked'))
    .requiredOption('--to <place>', 'where the new key is: env:NAME, file:PATH or command:PROGRAM')
    .action(run((options: RotateOptions) => watched(options, (watch) => rotateWatched(options, watch))));
};
