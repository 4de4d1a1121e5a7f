import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { sameJson } from '../kernel/json';
import { fail } from '../kernel/problem';
import { defaultLedgerKey, ledgerKeyVariable, type LedgerPlace } from '../model/ledger-place';
import { keyFrom, secretAt } from '../run/ledger/key-source';
import { openStore } from '../run/ledger/open-store';
import { fileStore, type KeyPlace, type LedgerStore } from '../run/ledger/store';
import { withFileFaults } from '../run/ledger/store-faults';
import { namedPlace } from '../run/ledger/store-url';
import { ledgersOfLab, readLab } from './lab-overlay';
import type { CommonOptions } from './options';
import { manifestsOf } from './source';

/** What says where the ledgers are, besides a program. */
export type LedgerOptions = Pick<CommonOptions, 'ledger' | 'store' | 'ledgerKey' | 'lab'>;

/** A manifest, or a saved plan: it names a place, or leaves it to the command. */
export interface Placed {
  readonly ledger?: LedgerPlace;
}

const variables = { '--ledger': 'TUNNELWRIGHT_LEDGER', '--store': 'TUNNELWRIGHT_STORE' } as const;
type Option = keyof typeof variables;

/** An option that says a place. `typed`: on the command line, and not in its variable. */
interface Said {
  readonly option: Option;
  readonly value: string;
  readonly typed: boolean;
}

/** What was typed counts before what the environment says; two that count alike contradict each other. */
const saidIn = ({ ledger, store }: LedgerOptions): Said | undefined => {
  const all = Object.entries({ '--ledger': ledger, '--store': store }).flatMap(([name, value]): readonly Said[] => {
    const option = name as Option;
    return value === undefined ? [] : [{ option, value, typed: value !== process.env[variables[option]] }];
  });
  const typed = all.filter((one) => one.typed);
  const [first, second] = typed.length > 0 ? typed : all;
  if (second === undefined) return first;
  const names = first!.typed ? '--ledger and --store' : Object.values(variables).join(' and ');
  return fail('store.twice', names, 'both say where the ledgers are', 'give one of them');
};

/** Whether the command is told where the ledgers are, so that no program is asked for that. */
const isSaid = (options: LedgerOptions): boolean => options.lab !== undefined || saidIn(options) !== undefined;

/** The nearest directory upwards that is a project, so that Terraform, which runs below `cdktf.out`, finds the same ledgers. */
const projectRoot = (from = process.cwd()): string => {
  if (existsSync(join(from, 'cdktf.json'))) return from;
  return dirname(from) === from ? process.cwd() : projectRoot(dirname(from));
};

/** One key for all projects of a person on a machine, where it lies beside no ledger. */
const ownKey = (): string =>
  join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'tunnelwright', 'fingerprint.key');

/** The key that the option or the variable gives; undefined where neither does. */
const keyGiven = ({ ledgerKey }: LedgerOptions): KeyPlace | undefined => {
  if (ledgerKey !== undefined) return () => keyFrom(secretAt(ledgerKey, '--ledger-key'));
  return process.env[ledgerKeyVariable] ? () => keyFrom(defaultLedgerKey) : undefined;
};

/** Where the key of ledgers in files is: where it is told; else where an earlier version has made it; else at home. */
const keyOfFiles = (directory: string, options: LedgerOptions): KeyPlace => {
  const beside = join(directory, 'fingerprint.key');
  return keyGiven(options) ?? (existsSync(beside) ? beside : ownKey());
};

const filesIn = (directory: string, options: LedgerOptions): LedgerStore =>
  withFileFaults((place) => fileStore(place, keyOfFiles(place, options)), resolve(directory));

const keyed = (place: LedgerPlace, { ledgerKey }: LedgerOptions): LedgerPlace =>
  ledgerKey === undefined ? place : { ...place, key: secretAt(ledgerKey, '--ledger-key') };

const storeAt = async ({ option, value, typed }: Said, options: LedgerOptions): Promise<LedgerStore> => {
  // A pipeline gives a secret that is not set as an empty variable; files in its checkout would begin anew each time.
  if (value === '')
    fail(
      'store.empty',
      typed ? option : variables[option],
      'is empty, so it is not known where the ledgers are',
      'set it, or leave it out. Example: postgres://ledger@db.example.net/ledgers',
    );
  if (option === '--ledger') return filesIn(value, options);
  const named = namedPlace(value, { option: typed ? option : variables[option], typed });
  return named.kind === 'files' ? filesIn(named.directory, options) : openStore(keyed(named.place, options), named.url);
};

/**
 * What happens in a lab is never written into the ledgers of the real devices. A key that is given counts there too, so
 * that its rotation and its loss can be rehearsed; without one the lab has a key beside its ledgers.
 */
const storeOfLab = (lab: string, options: LedgerOptions): LedgerStore => {
  const said = saidIn(options);
  if (said?.typed)
    fail(
      'lab.ledger',
      said.option,
      'a lab has ledgers of its own, below its directory',
      `leave ${said.option} out with --lab`,
    );
  return withFileFaults((place) => fileStore(place, keyGiven(options)), resolve(ledgersOfLab(readLab(lab))));
};

/** The place that the stacks name, which must be one: a command has one store. */
const placeOf = (placed: readonly Placed[]): LedgerPlace | undefined => {
  const [first, ...rest] = placed;
  if (rest.every(({ ledger }) => sameJson(ledger ?? null, first?.ledger ?? null))) return first?.ledger;
  return fail(
    'store.several',
    'ledgers',
    'the stacks of this program keep their ledgers in different places',
    'declare one place for the app, or give one stack at a time: --manifest cdktf.out/stacks/NAME',
  );
};

/**
 * The one place where a command finds its ledgers: those of the lab; else where it is told; else where the program keeps
 * them; else in the directory of the project.
 */
export const storeOf = async (options: LedgerOptions, placed: readonly Placed[]): Promise<LedgerStore> => {
  if (options.lab !== undefined) return storeOfLab(options.lab, options);
  const said = saidIn(options);
  if (said !== undefined) return storeAt(said, options);
  const place = placeOf(placed);
  if (place !== undefined) return openStore(keyed(place, options));
  return filesIn(join(projectRoot(), '.tunnelwright'), options);
};

/** The store of `--from` and `--to`. */
export const storeNamed = (value: string, option: string): Promise<LedgerStore> => {
  const named = namedPlace(value, { option, typed: true });
  return named.kind === 'files' ? Promise.resolve(filesIn(named.directory, {})) : openStore(named.place, named.url);
};

/** Works on the ledgers without devices: a program is run only where nothing else says where they are. */
export const withLedgers = async <T>(
  options: LedgerOptions & Pick<CommonOptions, 'app' | 'manifest'>,
  work: (store: LedgerStore) => Promise<T>,
): Promise<T> => {
  const hasProgram = options.app !== undefined || options.manifest !== undefined || existsSync('cdktf.json');
  const store = await storeOf(options, !isSaid(options) && hasProgram ? await manifestsOf(options) : []);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};
