import type { ProblemError } from '../../../../lib/kernel/problem';
import { Secret } from '../../../../lib/model/secret';
import { keyFrom, keyWithVariables } from '../../../../lib/run/ledger/key-source';

const refusal = () => keyFrom(Secret.fromEnv('TW_TEST_KEY')).catch((error: ProblemError) => error.problems[0]);
afterEach(() => {
  delete process.env['TW_TEST_KEY'];
});

test('a key that was cut says so and where it is from; a new one is no remedy where ledgers are there', async () => {
  process.env['TW_TEST_KEY'] = 'ab'.repeat(20);
  expect(await refusal()).toMatchObject({
    message:
      'the environment variable TW_TEST_KEY is not 32 bytes in hex: 64 digits are needed, and it has 40 characters. Fingerprints made with such a key could be guessed, so nothing was read or changed',
    hint: expect.stringMatching(
      /^give the whole key that the ledgers were written with: it may have been cut\. Only where no ledger/,
    ),
  });
});

test('a key that is not set is not replaced by a new one', async () => {
  expect(await refusal()).toMatchObject({
    message: expect.stringMatching(/^the environment variable TW_TEST_KEY is not set\./),
    hint: expect.stringMatching(/^give the key that the ledgers were written with\. Only where no ledger/),
  });
});

test('the key and the variables of a target that are not set are said together', async () => {
  const store = { key: () => keyFrom(Secret.fromEnv('TW_TEST_KEY')) };
  const refs = [Secret.fromEnv('TW_TEST_A'), Secret.fromEnv('TW_TEST_B')];
  await expect(keyWithVariables(store, refs, 'net/edge')).rejects.toMatchObject({
    problems: [
      { path: 'key of the ledgers' },
      { path: 'net/edge', message: 'the environment variables TW_TEST_A and TW_TEST_B are not set' },
    ],
  });
  process.env['TW_TEST_KEY'] = 'ab'.repeat(32);
  await expect(keyWithVariables(store, refs, 'net/edge')).rejects.toMatchObject({ problems: [{ path: 'net/edge' }] });
  expect(await keyWithVariables(store, [], 'net/edge')).toHaveLength(32);
});
