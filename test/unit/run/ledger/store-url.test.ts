import type { ProblemError } from '../../../../lib/kernel/problem';
import { namedPlace } from '../../../../lib/run/ledger/store-url';

test.each([
  [
    'postgres://ledger@db.example.net/ledgers?team=',
    "team: '' is not a valid name of a team: write it with 1 to 100 characters, like branches",
  ],
  [
    `postgres://ledger@db.example.net/ledgers?team=${'a'.repeat(101)}`,
    `team: '${'a'.repeat(101)}' is not a valid name of a team: write it with 1 to 100 characters, like branches`,
  ],
  ['s3://ledgers/x?region=', "region: '' is not a valid region: write it like eu-central-1"],
])('%s says what is wrong in the words of a person', (url, words) => {
  const refusal = () => {
    try {
      return namedPlace(url, { option: '--store', typed: true });
    } catch (error) {
      return (error as ProblemError).problems[0];
    }
  };
  expect(refusal()).toMatchObject({ path: '--store', message: `is not the URL of a store: ${words}` });
});
