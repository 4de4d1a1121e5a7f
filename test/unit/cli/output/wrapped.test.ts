import { own } from '../../../../lib/cli/output/streams';
import { wrapped } from '../../../../lib/cli/output/wrapped';

test('a sentence is broken between words, below its beginning; elsewhere than on a terminal it is not', () => {
  const text =
    '[net/edge] the key of the fingerprints is not the one that this ledger was written with\n    → give that key: the variable, the option or the file; where it is lost, forget it';
  expect(wrapped(text, undefined)).toBe(text);
  expect(wrapped(text, 48)).toBe(
    [
      '[net/edge] the key of the fingerprints is not',
      '  the one that this ledger was written with',
      '    → give that key: the variable, the option or',
      '      the file; where it is lost, forget it',
    ].join('\n'),
  );
  expect(wrapped('short', 80)).toBe('short');
});

test('a command to type, and a word that is longer than a line, stay whole', () => {
  const command = 'npx tunnelwright state rebind net/edge --app main.ts --store s3://ledgers/branches';
  expect(wrapped(`    → if the device was replaced, accept it: ${command}`, 60)).toBe(
    `    → if the device was replaced, accept it:\n      ${command}`,
  );
  expect(wrapped(`[${'x'.repeat(70)}] is wrong`, 60)).toBe(`[${'x'.repeat(70)}]\n  is wrong`);
});

test('colours take no room, and what stands before a coloured line is its indent', () => {
  const [yellow, end] = [own('\u001b[33m'), own('\u001b[39m')];
  const coloured = `${yellow}      ! ends every session of the tunnel for a few seconds${end}`;
  expect(wrapped(coloured, 60)).toBe(coloured);
  expect(wrapped(coloured, 48)).toBe(
    `${yellow}      ! ends every session of the tunnel for a\n        few seconds${end}`,
  );
});

test('a coloured word at the beginning is no indent', () => {
  const run = `${own('\u001b[1m')}20261129-093255-6b70${own('\u001b[22m')}`;
  expect(wrapped(`${run}  2026-11-29 09:32:55 UTC  deploy@ci  mumbai/edge applied`, 60)).toBe(
    `${run}  2026-11-29 09:32:55 UTC  deploy@ci\n  mumbai/edge applied`,
  );
});
