import { advised, shellWord } from '../../kernel/advised';
import type { Command } from 'commander';
import { stableJson } from '../../kernel/json';
import { plural } from '../../kernel/plural';
import { fail } from '../../kernel/problem';
import { isGenerated } from '../../model/secret';
import { printsOfAnotherKey } from '../../run/ledger/device-check';
import { keyId } from '../../run/ledger/fingerprint-key';
import { keyFrom, secretAt } from '../../run/ledger/key-source';
import { rotateKey } from '../../run/ledger/rotate-key';
import { rolloutsUnderWay } from '../../run/rollout/rollout-log';
import { resealPrograms } from '../../run/rollout/sealed-program';
import { readableSecrets } from '../../run/secrets/read';
import type { LedgerStore } from '../../run/ledger/store';
import { ledgerName, type TargetJob } from '../../run/target';
import { withCommon, type CommonOptions, type Run } from '../options';
import { exit, paint, say, tellBeside } from '../output/report';
import { watched, type Watch } from '../watch';
import { consent, unasked } from './carry-out';

interface RotateOptions extends CommonOptions {
  readonly to: string;
}

const demandNoRollout = async (store: LedgerStore): Promise<void> => {
  const running = await rolloutsUnderWay(store);
  if (running.length > 0)
    fail(
      'key.rollout',
      running.join(', '),
      'it has not ended, and goes on with the old key. Nothing was changed',
      `let it end first: ${advised('rollout', 'resume', running[0]!)}, also after ${advised('rollout', 'abort', running[0]!)}`,
    );
};

const rotateWatched = async (options: RotateOptions, watch: Watch): Promise<number> => {
  const works = await watch.works();
  const { store } = watch.run;
  const [from, to] = [await store.key(), await keyFrom(secretAt(options.to, '--to'))];
  await demandNoRollout(store);
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
      `From now on give the new key wherever you plan and apply, --ledger-key ${shellWord(options.to)} or TUNNELWRIGHT_LEDGER_KEY; with the old one nothing is planned.`,
    );
  }
  return exit.clean;
};

interface ForgetOptions extends CommonOptions {
  readonly yes?: boolean;
}

/** The ledgers of the program with fingerprints of another key than the one that is here. */
const ofAnotherKey = async (
  store: LedgerStore,
  works: readonly TargetJob[],
  key: string,
): Promise<ReadonlyMap<string, number>> => {
  const known = new Set(await store.list());
  const found = new Map<string, number>();
  for (const name of works.map(ledgerName).filter((one) => known.has(one))) {
    const prints = printsOfAnotherKey(await store.read(name), key);
    if (prints > 0) found.set(name, prints);
  }
  return found;
};

const forgetQuestion =
  'Forget the fingerprints of these secrets? The next apply writes again what the devices do not show of them.';

const forgetWatched = async (options: ForgetOptions, watch: Watch): Promise<number> => {
  const works = await watch.works();
  const { store } = watch.run;
  const key = await store.key();
  const found = await ofAnotherKey(store, works, keyId(key));
  const beside = tellBeside(options);
  const ended = (forgotten: boolean): void => {
    if (options.json) say(stableJson({ targets: [...found.keys()], forgotten }, 2));
  };
  if (found.size === 0) {
    beside('Every ledger of this program was written with the key that is here.');
    ended(false);
    return exit.clean;
  }
  beside(
    ...[...found].map(([name, prints]) => `${paint.strong(name)}  ${plural(prints, 'fingerprint')} of another key`),
  );
  if (!(options.yes || (await consent(watch, [], forgetQuestion)))) {
    beside(unasked('forget'));
    ended(false);
    return exit.error;
  }
  for (const name of found.keys()) await rotateKey(store, name, { from: key, to: key, values: [] });
  beside('They are forgotten. Run plan before apply.');
  ended(true);
  return exit.clean;
};

/** `state key rotate`, `state key forget`. */
export const addKey = (state: Command, run: Run): void => {
  const key = state.command('key').description('the key that fingerprints of secrets are made with');
  withCommon(key.command('rotate').description('make the fingerprints anew with another key; no device is asked'))
    .requiredOption('--to <place>', 'where the new key is: env:NAME, file:PATH or command:PROGRAM')
    .action(run((options: RotateOptions) => watched(options, (watch) => rotateWatched(options, watch))));
  withCommon(
    key
      .command('forget')
      .description(
        'where the key of ledgers is lost: their fingerprints are forgotten, and the key that is here goes on',
      ),
  )
    .option('--yes', 'do not ask')
    .action(run((options: ForgetOptions) => watched(options, (watch) => forgetWatched(options, watch))));
};
