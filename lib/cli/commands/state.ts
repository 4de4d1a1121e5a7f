import type { Command } from 'commander';
import { stableJson } from '../../kernel/json';
import { plural } from '../../kernel/plural';
import { fail } from '../../kernel/problem';
import type { Ledger } from '../../plan/ledger';
import { identityWords, isSameDevice } from '../../contract/identity';
import { platformOf } from '../../platforms';
import { forget, ledgerNamed, rebind, renameLedger, renameObject } from '../../run/ledger/corrections';
import type { LedgerStore } from '../../run/ledger/store';
import { askIdentity } from '../../run/ask-device';
import { ledgerName } from '../../run/target';
import { consent, unasked } from './carry-out';
import { addKey } from './state-key';
import { addPlaces } from './state-places';
import { withLedgers } from '../ledgers';
import { withCommon, withLedger, withSource, type CommonOptions, type Run } from '../options';
import { watched, type Watch } from '../watch';
import { undeclared } from '../orphans';
import { exit, paint, say, tellBeside } from '../output/report';

type StateOptions = Omit<CommonOptions, 'target'>;

const deviceOf = ({ device }: Ledger): string => (device === undefined ? 'no device yet' : identityWords(device));
const objects = (n: number): string => plural(n, 'object');
/** What was done, for a person or a program. */
const done = (options: StateOptions, words: string, json: object): number => {
  say(options.json ? stableJson(json, 2) : words);
  return exit.clean;
};

const listCommand = async (store: LedgerStore, options: StateOptions): Promise<number> => {
  const all = await Promise.all([...(await store.list())].sort().map((name) => store.read(name)));
  const lines = all.map(
    (ledger) => `${paint.strong(ledger.target)}  ${objects(ledger.entries.length)}  ${deviceOf(ledger)}`,
  );
  return done(
    options,
    lines.length === 0 ? 'There is no ledger: nothing has been applied yet.' : lines.join('\n'),
    all.map(({ target, device, entries }) => ({ target, device: device ?? null, objects: entries.length })),
  );
};

/** No device is asked: what the ledgers say. */
const undeclaredWatched = async (options: StateOptions, watch: Watch): Promise<number> => {
  const all = await undeclared(await watch.works(), options, watch.run.store);
  const lines = all.map(({ line }) => line);
  const none = 'Nothing of ours is on a device that the program declares no more.';
  done(options, lines.length === 0 ? none : lines.map((line) => paint.warn(`! ${line}`)).join('\n'), lines);
  return all.every(({ isRead }) => isRead) ? exit.clean : exit.unknown;
};

const showCommand = async (store: LedgerStore, target: string, options: StateOptions): Promise<number> => {
  const ledger = await store.read(await ledgerNamed(store, target));
  const lines = ledger.entries.map(
    ({ address, path, state }) => `  ${address}${state === 'owned' ? '' : ` (${state})`}  ${paint.faint(`[${path}]`)}`,
  );
  const { device, entries } = ledger;
  return done(options, [`${paint.strong(ledger.target)}  ${deviceOf(ledger)}`, ...lines].join('\n'), {
    target: ledger.target,
    device: device ?? null,
    objects: entries.map(({ address, path, state, refs }) => ({ address, path, state, refs })),
  });
};

const mvCommand = async (
  store: LedgerStore,
  target: string,
  from: string,
  to: string | undefined,
  options: StateOptions,
): Promise<number> => {
  const name = await ledgerNamed(store, target);
  if (to === undefined) await renameLedger(store, name, from);
  else await renameObject(store, name, from, to);
  const words = to === undefined ? `${name} is ${from} now.` : `${name}: ${from} is ${to} now.`;
  return done(options, `${words} No device was asked.`, {
    target: name,
    from: to === undefined ? name : from,
    to: to ?? from,
  });
};

const rmCommand = async (
  store: LedgerStore,
  target: string,
  addresses: readonly string[],
  options: StateOptions & { readonly all?: boolean },
): Promise<number> => {
  if ((addresses.length === 0) !== (options.all === true))
    return fail('state.rm', target, 'says not what to remove', 'name addresses, or write --all for the whole ledger');
  const name = await ledgerNamed(store, target);
  const count = await forget(store, name, addresses);
  return done(options, `${name}: ${objects(count)} not owned any more. On the device nothing was changed.`, {
    target: name,
    removed: addresses,
    objects: count,
  });
};

interface RebindOptions extends CommonOptions {
  readonly yes?: boolean;
}

const rebindQuestion =
  'From now on the ledger describes this device. What it owns and the program does not declare will be deleted there. Rebind?';

const rebindWatched = async (target: string, options: RebindOptions, watch: Watch): Promise<number> => {
  const { store } = watch.run;
  const all = await watch.works();
  const name = await ledgerNamed(store, target);
  const works = all.filter((work) => ledgerName(work) === name);
  if (works.length === 0)
    return fail('target.unknown', name, 'is not a target of this program', 'give the program that declares it: --app');
  const [shown] = await watch.onEach(works, (work) => askIdentity(work, { ...watch.run, adopt: false }));
  const { device, entries } = await store.read(name);
  const same = device !== undefined && isSameDevice(device, shown!);
  const beside = tellBeside(options);
  beside(
    `${paint.strong(name)}: ${objects(entries.length)} owned`,
    `  the ledger describes  ${device === undefined ? 'no device yet' : identityWords(device)}`,
    `  the device shows      ${identityWords(shown!)}`,
    ...(same ? ['  It is the same device.'] : []),
  );
  const ended = { target: name, before: device ?? null, device: shown! };
  if (!(options.yes || (await consent(watch, [], rebindQuestion)))) {
    beside(unasked('rebind'));
    if (options.json) say(stableJson({ ...ended, rebound: false }, 2));
    return exit.error;
  }
  await rebind(store, name, shown!, platformOf(works[0]!.target.platform).dialect);
  return done(options, 'The ledger is bound to this device. Run plan before apply.', { ...ended, rebound: true });
};

const rebindCommand = (target: string, options: RebindOptions): Promise<number> =>
  watched(options, (watch) => rebindWatched(target, options, watch));

const addLists = (state: Command, run: Run): void => {
  withLedger(
    withSource(state.command('list').description('list the ledgers, and the device that each describes')),
  ).action(run((options: StateOptions) => withLedgers(options, (store) => listCommand(store, options))));
  withLedger(
    withSource(
      state.command('undeclared').description('say what is ours on devices that the program declares no more'),
    ),
  ).action(run((options: StateOptions) => watched(options, (watch) => undeclaredWatched(options, watch))));
};

/** `tunnelwright state …`: what the ledgers say, and corrections to it by a person. Each is locked and noted in the journal. */
export const addState = (root: Command, run: Run): void => {
  const state = root.command('state').description('show and correct what the ledgers say is ours');
  addLists(state, run);
  withLedger(withSource(state.command('show').description('show the objects that a ledger owns')))
    .argument('<target>', 'STACK/TARGET, or TARGET where one stack only has it')
    .action(
      run((target: string, options: StateOptions) =>
        withLedgers(options, (store) => showCommand(store, target, options)),
      ),
    );
  withLedger(
    withSource(
      state.command('mv').description('give a ledger, or one of its objects, another name; no device is asked'),
    ),
  )
    .argument('<target>', 'the ledger: STACK/TARGET')
    .argument('<from>', 'its new name STACK/TARGET; or the address of an object: ikev2-proposal/OLD')
    .argument('[to]', 'the new address of the object: ikev2-proposal/NEW')
    .action(
      run((target: string, from: string, to: string | undefined, options: StateOptions) =>
        withLedgers(options, (store) => mvCommand(store, target, from, to, options)),
      ),
    );
  withLedger(withSource(state.command('rm').description('own objects no more; on the device they stay as they are')))
    .argument('<target>', 'the ledger: STACK/TARGET')
    .argument('[addresses...]', 'addresses of objects, as state show prints them')
    .option('--all', 'the whole ledger')
    .action(
      run((target: string, addresses: readonly string[], options: StateOptions) =>
        withLedgers(options, (store) => rmCommand(store, target, addresses, options)),
      ),
    );
  withCommon(state.command('rebind').description('accept that a device was replaced: the ledger describes the new one'))
    .argument('<target>', 'the ledger: STACK/TARGET')
    .option('--yes', 'do not ask')
    .action(run((target: string, options: CommonOptions) => rebindCommand(target, options)));
  addPlaces(state, run);
  addKey(state, run);
};
