import type { SecretRef } from '../../model/secret';

const name = 'SHOWN_ON_THE_DEVICE';

/** What stands for a secret of a configuration file, with the fingerprint of one that can be read. */
export const shownSecret = (print: string | undefined): SecretRef => ({
  secret: 'env',
  name: print === undefined ? name : `${name}_${print}`,
});

/** The fingerprint behind it. None of a secret of a program, of one that is hidden, and where there is none. */
export const printOf = (ref: SecretRef | undefined): string | undefined =>
  ref?.secret === 'env' && ref.name.startsWith(`${name}_`) ? ref.name.slice(name.length + 1) : undefined;
