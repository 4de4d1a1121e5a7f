import type * as S3 from '@aws-sdk/client-s3';
import { fail } from '../../../kernel/problem';
import type { BucketAddress } from './address';
import { asProblem, isRefusedByCondition, statusOf } from './faults';

/** An object as it was read: its text, what names this version of it, and the time of the server. */
export interface Stored {
  readonly text: string;
  readonly etag: string;
}

/** A condition of a write: the version that must be there still, or nothing at all. */
export type Condition = { readonly etag: string } | 'new';

/** Objects of one page of a list, which is what S3 gives at most. */
const pageSize = 1000;
const bounds = { connectMs: 10_000, requestMs: 30_000, attempts: 4 };

/** The client is a peer that only those install who keep ledgers in a bucket. */
const driver = async (): Promise<typeof S3> => {
  try {
    return await import('@aws-sdk/client-s3');
  } catch (error) {
    if (!/Cannot find (module|package) '@aws-sdk\/client-s3'/.test((error as Error).message)) throw error;
    return fail(
      'store.driver',
      'S3',
      'its client is not installed',
      'install it beside tunnelwright: npm install @aws-sdk/client-s3',
    );
  }
};

/** A bucket, with the conditional writes that S3 has had since 2024. */
export class Bucket {
  private opened: Promise<{ readonly client: S3.S3Client; readonly sdk: typeof S3 }> | undefined;
  /** The clock of the server less ours, in milliseconds, as its last answer showed it. */
  private ahead = 0;

  constructor(private readonly address: BucketAddress) {}

  get shown(): string {
    return `s3://${this.address.bucket}`;
  }

  /** The time of the server: leases are judged by one clock. */
  now(): number {
    return Date.now() + this.ahead;
  }

  async get(key: string): Promise<Stored | undefined> {
    try {
      const { client, sdk } = await this.client();
      const { Body, ETag } = await client.send(new sdk.GetObjectCommand({ Bucket: this.address.bucket, Key: key }));
      return { text: (await Body?.transformToString('utf8')) ?? '', etag: ETag ?? '' };
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return undefined;
      return asProblem(error, this.address);
    }
  }

  /** The version that was written; undefined where the condition did not hold. */
  async put(key: string, text: string, condition?: Condition): Promise<string | undefined> {
    const when =
      condition === undefined ? {} : condition === 'new' ? { IfNoneMatch: '*' } : { IfMatch: condition.etag };
    try {
      const { client, sdk } = await this.client();
      const { ETag } = await client.send(
        new sdk.PutObjectCommand({
          Bucket: this.address.bucket,
          Key: key,
          Body: text,
          ContentType: 'application/json',
          ...when,
        }),
      );
      return ETag ?? '';
    } catch (error) {
      // An object that is gone does not match either: S3 says that it is not there.
      if (
        isRefusedByCondition(error) ||
        (typeof condition === 'object' && statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket')
      )
        return undefined;
      return asProblem(error, this.address);
    }
  }

  async list(prefix: string): Promise<readonly string[]> {
    const keys: string[] = [];
    try {
      const { client, sdk } = await this.client();
      let token: string | undefined;
      do {
        const page: S3.ListObjectsV2CommandOutput = await client.send(
          new sdk.ListObjectsV2Command({
            Bucket: this.address.bucket,
            Prefix: prefix,
            MaxKeys: pageSize,
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
        );
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return keys;
    } catch (error) {
      return asProblem(error, this.address);
    }
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    await opened?.then(
      ({ client }) => client.destroy(),
      () => undefined,
    );
  }

  private client() {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open() {
    const sdk = await driver();
    const { region, endpoint } = this.address;
    const client = new sdk.S3Client({
      ...(region === undefined ? {} : { region }),
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      maxAttempts: bounds.attempts,
      requestHandler: { connectionTimeout: bounds.connectMs, requestTimeout: bounds.requestMs },
      // Services that speak S3 do not all know the checksums that AWS has added.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    client.middlewareStack.add(
      (next) => async (args) => {
        const done = await next(args);
        const { headers = {} } = done.response as { readonly headers?: Readonly<Record<string, string>> };
        const said = Date.parse(headers['date'] ?? '');
        if (!Number.isNaN(said)) this.ahead = said - Date.now();
        return done;
      },
      { step: 'deserialize', priority: 'low', name: 'serverClock' },
    );
    return { client, sdk };
  }
}
