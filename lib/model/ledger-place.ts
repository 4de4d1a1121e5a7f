import { z } from 'zod';
import { plain, plainUrl } from './plain-text';
import { Secret, secretRef } from './secret';
import { notValid } from './wording';

/** The key of the fingerprints, where a program names none. It never lies beside ledgers that are shared. */
export const ledgerKeyVariable = 'TUNNELWRIGHT_LEDGER_KEY';
export const defaultLedgerKey = Secret.fromEnv(ledgerKeyVariable);

const key = secretRef.default(defaultLedgerKey);
const bucketWords = 'is not the name of a bucket: 3 to 63 of a-z 0-9 . -';
const bucket = plain().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: bucketWords });
const teamName = { error: notValid('name of a team', 'it with 1 to 100 characters, like branches') };
const endpoint = {
  protocol: /^https?$/,
  error: notValid('address of an S3 service', 'it like https://s3.example.net'),
};

/** Where ledgers are kept that a team shares: what a manifest says of it, without a secret. */
export const ledgerPlaces = {
  postgres: z.strictObject({
    kind: z.literal('postgres'),
    url: secretRef,
    team: plain().min(1, teamName).max(100, teamName).default('default'),
    key,
  }),
  s3: z.strictObject({
    kind: z.literal('s3'),
    bucket,
    prefix: plain()
      .regex(/^[\w.-]+(\/[\w.-]+)*$/, 'is not a prefix: letters, digits, _ . - with / between')
      .default('tunnelwright'),
    region: plain()
      .min(1, { error: notValid('region', 'it like eu-central-1') })
      .optional(),
    endpoint: plainUrl(endpoint).optional(),
    key,
  }),
};

export const ledgerPlace = z.discriminatedUnion('kind', [ledgerPlaces.postgres, ledgerPlaces.s3]);
export type LedgerPlace = z.output<typeof ledgerPlace>;
export type LedgerPlaceProps = z.input<typeof ledgerPlace>;
