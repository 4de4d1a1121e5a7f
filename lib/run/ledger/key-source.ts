import { advised } from '../../kernel/advised';
import { fail, ProblemError, problemsOf } from '../../kernel/problem';
import type { SecretRef } from '../../model/secret';
import { called, readSecret, unsetVariables } from '../secrets/read';
import type { LedgerStore } from './store';

const bytes = 32;

/** A new key compares with no fingerprint that is there: it is no way out where ledgers have been written. */
const whereNone = (): string =>
  `Only where no ledger has been written yet, make one for all who plan and apply, and keep it with your other secrets: openssl rand -hex 32. Where the key is lost, make another, and then: ${advised('state', 'key', 'forget')}`;

/**
 * The key of the fingerprints, from where a secret is kept: 64 hexadecimal digits. Anything else is refused: fingerprints
 * made with a short key could be guessed.
 */
export const keyFrom = async (ref: SecretRef): Promise<Buffer> => {
  const at = 'key of the ledgers';
  const text = await readSecret(ref, at).catch((error: unknown) => {
    const { problems: [first] = [] } = error as { readonly problems?: readonly { readonly message: string }[] };
    if (first === undefined) throw error;
    return fail(
      'ledger.key',
      at,
      `${first.message}. Fingerprints of secrets are made with it, and it is never kept beside ledgers that are shared`,
      `give the key that the ledgers were written with. ${whereNone()}`,
    );
  });
  if (new RegExp(`^[0-9a-fA-F]{${bytes * 2}}$`).test(text.trim())) return Buffer.from(text.trim(), 'hex');
  return fail(
    'ledger.key',
    at,
    `${called(ref)} is not ${bytes} bytes in hex: ${bytes * 2} digits are needed, and it has ${text.trim().length} characters. Fingerprints made with such a key could be guessed, so nothing was read or changed`,
    `give the whole key that the ledgers were written with: it may have been cut. ${whereNone()}`,
  );
};

/** `env:NAME`, `file:PATH` or `command:PROGRAM ARGUMENT…`, as an option says where a secret is kept. */
export const secretAt = (text: string, option: string): SecretRef => {
  const [, kind, rest] = /^(env|file|command):(.+)$/s.exec(text) ?? [];
  if (kind === 'env') return { secret: 'env', name: rest! };
  if (kind === 'file') return { secret: 'file', path: rest! };
  if (kind === 'command') return { secret: 'command', command: rest!.trim().split(/\s+/) };
  // What was given may be the secret itself.
  return fail(
    'option.invalid',
    option,
    'does not say where the secret is',
    'write env:NAME, file:PATH or command:PROGRAM',
  );
};

/** The key of the ledgers, asked together with the variables that `refs` name: all that is not set is said at once. */
export const keyWithVariables = async (
  store: Pick<LedgerStore, 'key'>,
  refs: unknown,
  path: string,
): Promise<Buffer> => {
  const missing = unsetVariables(refs, path);
  try {
    const key = await store.key();
    if (missing.length === 0) return key;
  } catch (error) {
    throw missing.length === 0 ? error : new ProblemError([...problemsOf(error, path), ...missing]);
  }
  throw new ProblemError(missing);
};
