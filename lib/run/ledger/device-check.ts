import { advised } from '../../kernel/advised';
import { plural } from '../../kernel/plural';
import { fail } from '../../kernel/problem';
import type { Ledger } from '../../plan/ledger';
import { identityWords, isSameDevice, refreshed, type DeviceIdentity } from '../../contract/identity';

/** A ledger as a run works with it, and what a person should know of that. */
export interface Bound {
  readonly ledger: Ledger;
  readonly notes: readonly string[];
}

/** Another device than the ledger describes: what is ours on that one would be planned against this one. */
const refuse = (known: DeviceIdentity, shown: DeviceIdentity, target: string, name: string): never =>
  fail(
    'ledger.device',
    target,
    `the ledger describes ${identityWords(known)}, and this is another device: ${identityWords(shown)}. Nothing was planned or changed`,
    `check host and port; if the device was replaced, accept it: ${advised('state', 'rebind', name)}`,
  );

/** The ledger of the device that answered. Throws where it describes another one. */
export const bindDevice = (ledger: Ledger, shown: DeviceIdentity, target: string): Bound => {
  const { device: known } = ledger;
  if (known !== undefined && !isSameDevice(known, shown)) return refuse(known, shown, target, ledger.target);
  const notes =
    known === undefined && ledger.entries.length > 0
      ? [
          `the ledger was written by an earlier version and does not say which device it describes; apply binds it to ${identityWords(shown)}`,
        ]
      : [];
  return { ledger: { ...ledger, device: refreshed(known, shown) }, notes };
};

/** What was there before a run was there on the device that it was made on: rebinding a ledger takes no run along. */
export const checkRunDevice = (
  { run, device: made }: { readonly run: string; readonly device?: DeviceIdentity | undefined },
  now: DeviceIdentity | undefined,
  target: string,
): void => {
  if (made === undefined || now === undefined || isSameDevice(made, now)) return;
  fail(
    'rollback.device',
    target,
    `run ${run} was made on ${identityWords(made)}, and this is another device: ${identityWords(now)}. Nothing was changed`,
    'change the program, plan, and apply what you want',
  );
};

/** How many fingerprints of a ledger were made with another key than this one, by its id: they compare with nothing. */
export const printsOfAnotherKey = ({ secrets, key: made }: Ledger, key: string): number =>
  made === undefined || made === key ? 0 : Object.keys(secrets).length;

/**
 * The ledger with the id of the key that is here. Throws where its fingerprints were made with another: they compare with
 * nothing.
 */
export const bindKey = (ledger: Ledger, key: string, target: string): Ledger => {
  const secrets = printsOfAnotherKey(ledger, key);
  if (secrets > 0)
    fail(
      'ledger.key',
      target,
      `the key of the fingerprints is not the one that this ledger was written with, so ${plural(secrets, 'secret')} cannot be compared. Nothing was planned or changed`,
      `give that key: TUNNELWRIGHT_LEDGER_KEY, --ledger-key or, for ledgers in files, fingerprint.key; where it is lost: ${advised('state', 'key', 'forget', '--target', ledger.target)}`,
    );
  return { ...ledger, key };
};
