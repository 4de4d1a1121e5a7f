/** Ledgers in a bucket of a server that speaks S3: moto, of PyPI. */
import { randomBytes } from 'node:crypto';
import { showProblem, type ProblemError } from '../../lib/kernel/problem';
import { emptyLedger } from '../../lib/plan/ledger';
import { s3Store, type S3StoreOptions } from '../../lib/run/ledger/s3/store';
import { storeContract } from '../../testing/store-contract';
import { freePort } from '../support/stores/free-port';
import { s3Login, s3Place } from '../support/stores/s3-place';
import { startS3, withS3, type S3Server } from '../support/stores/s3-server';

withS3('S3', () => {
  let server: S3Server;
  beforeAll(async () => {
    Object.assign(process.env, s3Login);
    server = await startS3();
  });
  afterAll(() => server.stop());

  const open = (more: Partial<S3StoreOptions> = {}) =>
    s3Store({ endpoint: server.endpoint, bucket: 'ledgers', prefix: 'p', key: async () => randomBytes(32), ...more });

  describe('the contract of all stores', () => {
    for (const { name, run } of storeContract(() => s3Place(server))) test(name, run);
  });

  test('two prefixes of one bucket do not see each other', async () => {
    const [red, blue] = [open({ prefix: 'red' }), open({ prefix: 'blue' })];
    const unlock = await red.lock('net/edge');
    await red.write(emptyLedger('net/edge'));
    await (
      await blue.lock('net/edge')
    )();
    expect(await blue.list()).toEqual([]);
    expect(await red.list()).toEqual(['net/edge']);
    await unlock();
    await Promise.all([red.close(), blue.close()]);
  });

  const saidOf = async (more: Partial<S3StoreOptions>): Promise<string> => {
    const store = open(more);
    try {
      await store.list();
      return 'nothing';
    } catch (error) {
      return (error as ProblemError).problems.map(showProblem).join('\n');
    } finally {
      await store.close();
    }
  };

  test('a bucket that is not there is said in words', async () => {
    expect(await saidOf({ bucket: 'nowhere' })).toBe(
      '[s3://nowhere] has no bucket nowhere\n    → create it, or correct its name',
    );
  });

  test('a service that does not answer is said in words', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const said = await saidOf({ endpoint });
    expect(said).toContain(`[s3://ledgers] cannot be reached at ${endpoint}: ECONNREFUSED\n    → check the endpoint`);
  });
});
