import { displayed, lastRun, stepsOf } from '../../../scripts/tutorial/page';

const fence = '```';
const page = [
  '<!-- file main.ts -->',
  '',
  `${fence}ts`,
  'program',
  fence,
  '<!-- edit main.ts "ike: 1" "ike: 2" -->',
  '<!-- run plan --brief = 2 -->',
  `${fence}console`,
  'old',
  fence,
  '<!-- no step -->',
].join('\n');

test('a page of the tutorial is a list of steps, with what each needs', () => {
  expect(stepsOf(page)).toEqual([
    { verb: 'file', words: ['main.ts'], code: 0, block: 'program\n' },
    { verb: 'edit', words: ['main.ts', 'ike: 1', 'ike: 2'], code: 0, block: '' },
    { verb: 'run', words: ['plan', '--brief'], code: 2, block: 'old\n' },
  ]);
});

test('what differs from run to run is shown by an example, the same one for the same run', () => {
  const shown = displayed(page, ['run 20261128-201753-1283: again 20261128-201753-1283']);
  expect(shown).toContain(`${fence}console\nrun 20260302-101500-c0de: again 20260302-101500-c0de\n${fence}`);
  expect(shown).toContain('program');
});

test('the last run that a command has named; where none has, that is an error', () => {
  expect(lastRun(['run 20261128-201753-1283', 'No changes.'])).toBe('20261128-201753-1283');
  expect(() => lastRun(['No changes.'])).toThrow('no command has named a run yet');
});

test('a file that is shown keeps the language of its block', () => {
  const shown = displayed(['<!-- show main.ts -->', '', `${fence}ts`, 'old', fence].join('\n'), ['const a = 1;\n']);
  expect(shown).toBe(['<!-- show main.ts -->', '', `${fence}ts`, 'const a = 1;', fence].join('\n'));
});
