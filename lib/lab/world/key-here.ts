import { existsSync, readFileSync } from 'node:fs';
import type { SecretRef } from '../../model/secret';

/**
 * The value of a secret, where this machine has it in a variable or a file; no program is started for one. Undefined: the
 * lab does not know it, and lets any key be the right one.
 */
export const keyHere = (ref: SecretRef): string | undefined => {
  switch (ref.secret) {
    case 'env':
      return process.env[ref.name];
    case 'file':
      return existsSync(ref.path) ? readFileSync(ref.path, 'utf8').replace(/\r?\n$/, '') : undefined;
    default:
      return undefined;
  }
};
