import { randomBytes } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { s3Store } from '../../../lib/run/ledger/s3/store';
import type { LedgerStore } from '../../../lib/run/ledger/store';
import type { StorePlace } from '../../../testing/store-contract';
import type { S3Server } from './s3-server';

/** Credentials that moto takes, for the client of the test and for the store. */
export const s3Login = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' };

const Bucket = 'ledgers';

/** Ledgers below a prefix of their own. */
export const s3Place = async ({ endpoint }: S3Server): Promise<StorePlace> => {
  Object.assign(process.env, s3Login);
  const prefix = `place-${randomBytes(4).toString('hex')}`;
  const key = randomBytes(32);
  const opened: LedgerStore[] = [];
  const client = new S3Client({ endpoint, forcePathStyle: true });
  const read = async (Key: string): Promise<string> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return Body!.transformToString();
  };
  const put = async (Key: string, Body: string): Promise<void> => {
    await client.send(new PutObjectCommand({ Bucket, Key, Body }));
  };
  const stateOf = (target: string): string => `${prefix}/${encodeURIComponent(target)}/state.json`;
  return {
    store: () => {
      const store = s3Store({ endpoint, bucket: Bucket, prefix, key: async () => key });
      opened.push(store);
      return store;
    },
    expire: async (target) => {
      const state = JSON.parse(await read(stateOf(target))) as { readonly lease: object };
      await put(stateOf(target), JSON.stringify({ ...state, lease: { ...state.lease, expires: Date.now() - 60_000 } }));
    },
    putLedger: async (target, text) => {
      const state = JSON.parse(await read(stateOf(target))) as object;
      // What is no JSON breaks the whole object; what is JSON stands in the place of the ledger.
      const isJson = (() => {
        try {
          JSON.parse(text);
          return true;
        } catch {
          return false;
        }
      })();
      const whole = JSON.stringify({ ...state, ledger: 0 }).replace('"ledger":0', `"ledger":${text}`);
      await put(stateOf(target), isJson ? whole : text);
    },
    putRun: async (target, run, text) => {
      const Prefix = `${prefix}/${encodeURIComponent(target)}/runs/${run}/`;
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
      await Promise.all(Contents.map(({ Key }) => put(Key!, text)));
    },
    close: async () => {
      await Promise.all(opened.map((store) => store.close()));
      client.destroy();
    },
  };
};
