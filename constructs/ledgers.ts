import { Construct } from 'constructs';
import type { SecretRef } from '../lib/model/secret';
import { declare } from '../lib/synth/declaration';
import { isMistyped } from './core/typed-props';

export interface PostgresLedgerProps {
  /**
   * The URL of the database: `postgres://ledger:password@db.example.net/ledgers`. The certificate of the server is verified;
   * `?sslrootcert=FILE` names its authority. A password that is not in it is looked for where PostgreSQL's own tools look:
   * `PGPASSWORD`, `.pgpass`.
   */
  readonly url: SecretRef;
  /**
   * Whose ledgers: teams of one database do not see each other's.
   * @default 'default'
   */
  readonly team?: string;
  /**
   * The key of the fingerprints of secrets: 32 bytes in hex, as `openssl rand -hex 32` prints them. It is never kept beside
   * the ledgers.
   * @default Secret.fromEnv('TUNNELWRIGHT_LEDGER_KEY')
   */
  readonly key?: SecretRef;
}

/**
 * Keeps the ledgers of a stack, or of all stacks of an app, in a PostgreSQL database that a team and its pipelines share:
 * `new PostgresLedger(stack, { url: Secret.fromEnv('LEDGER_URL') })`. Needs the package `pg`. A run that lost its lease
 * writes nothing more: each statement compares the token of the lease.
 */
export class PostgresLedger extends Construct {
  constructor(scope: Construct, props: PostgresLedgerProps) {
    super(scope, 'ledger');
    if (isMistyped(this, 'PostgresLedger', props)) return;
    declare(this, { as: 'ledger', place: { kind: 'postgres', ...props } });
  }
}

export interface S3LedgerProps {
  /** The name of the bucket. */
  readonly bucket: string;
  /**
   * What the keys of all objects begin with. Two teams share a bucket by two prefixes.
   * @default 'tunnelwright'
   */
  readonly prefix?: string;
  /**
   * The region of the bucket.
   * @default that of the environment: AWS_REGION, or the AWS configuration
   */
  readonly region?: string;
  /**
   * The URL of a service that speaks S3 and writes under conditions (`If-Match`, `If-None-Match`), where it is not AWS.
   * @default that of AWS
   */
  readonly endpoint?: string;
  /**
   * The key of the fingerprints of secrets: 32 bytes in hex, as `openssl rand -hex 32` prints them. It is never kept beside
   * the ledgers.
   * @default Secret.fromEnv('TUNNELWRIGHT_LEDGER_KEY')
   */
  readonly key?: SecretRef;
}

/**
 * Keeps the ledgers of a stack, or of all stacks of an app, in a bucket of S3, or of what speaks S3:
 * `new S3Ledger(stack, { bucket: 'example-ledgers' })`. Needs the package `@aws-sdk/client-s3`, which finds the credentials
 * where the AWS command line does. Writes are conditional: a run that lost its lease writes nothing more.
 */
export class S3Ledger extends Construct {
  constructor(scope: Construct, props: S3LedgerProps) {
    super(scope, 'ledger');
    if (isMistyped(this, 'S3Ledger', props)) return;
    declare(this, { as: 'ledger', place: { kind: 's3', ...props } });
  }
}
