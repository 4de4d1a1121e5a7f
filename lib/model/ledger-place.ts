import { z } from 'zod';
import { plain } from './plain-text';
import { Secret, secretRef } from './secret';

/** The key of the fingerprints, where a program names none. It never lies beside ledgers that are shared. */
export const defaultLedgerKey = Secret.fromEnv('TUNNELWRIGHT_LEDGER_KEY');

const key = secretRef.default(defaultLedgerKey);
const bucket = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is not the name of a bucket: 3 to 63 of a-z 0-9 . -');

/** Where ledgers are kept that a team shares: what a manifest says of it, without a secret. */
export const ledgerPlaces = {
  postgres: z.strictObject({
    kind: z.literal('postgres'),
    url: secretRef,
    team: plain().min(1).max(100).default('default'),
    key,
  }),
  s3: z.strictObject({
    kind: z.literal('s3'),
    bucket,
    prefix: z
      .string()
      .regex(/^[\w.-]+(\/[\w.-]+)*$/, 'is not a prefix: letters, digits, _ . - with / between')
      .default('tunnelwright'),
    region: plain().min(1).optional(),
    endpoint: z.url().optional(),
    key,
  }),
};

export const ledgerPlace = z.discriminatedUnion('kind', [ledgerPlaces.postgres, ledgerPlaces.s3]);
export type LedgerPlace = z.output<typeof ledgerPlace>;
export type LedgerPlaceProps = z.input<typeof ledgerPlace>;
