import { faultsOf, readmeText } from '../../scripts/reliability/mapping';
import { promises } from '../../scripts/reliability/promises';

test('every promise of the README is held by tests that exist', () => {
  expect(faultsOf(promises, readmeText())).toEqual([]);
});

describe('the mapping says', () => {
  const readme = '## What it promises\n\n- One thing. More of it.\n- Another thing.\n\n## More\n\n- No promise.\n';
  const there = (file: string): boolean => file === 'test/a.test.ts';
  const one = { says: 'One thing.', heldBy: ['test/a.test.ts'] };
  const another = { says: 'Another', heldBy: ['test/a.test.ts'] };

  test('nothing where all is held', () => {
    expect(faultsOf([one, another], readme, there)).toEqual([]);
  });
  test('which promise has no entry', () => {
    expect(faultsOf([one], readme, there)).toEqual([
      'README promises "Another thing.": give it one entry in scripts/reliability/promises.ts',
    ]);
  });
  test('which promise has no test, or one that is gone', () => {
    expect(
      faultsOf(
        [
          { ...one, heldBy: [] },
          { ...another, heldBy: ['test/b.test.ts'] },
        ],
        readme,
        there,
      ),
    ).toEqual([
      '"One thing." is held by no test: name one in scripts/reliability/promises.ts',
      '"Another" is held by test/b.test.ts, which does not exist',
    ]);
  });
  test('which entry is not a promise any more', () => {
    expect(faultsOf([one, another, { says: 'A third', heldBy: ['test/a.test.ts'] }], readme, there)).toEqual([
      '"A third" is not promised in the README: correct it in scripts/reliability/promises.ts',
    ]);
  });
});
