import { join } from 'node:path';
import { afterImport } from '../../../../lib/cli/importing/next';

const planned = (directory: string, lab?: string): string | undefined =>
  afterImport(directory, lab === undefined ? {} : { lab }).find((line) => line.includes(' plan '));

test('of a lab the plan that is advised asks the lab, from where it is typed', () => {
  expect(planned('mumbai', 'lab.json')).toBe(`  npx tunnelwright plan --adopt --lab ${join('..', 'lab.json')}`);
  expect(planned('mumbai', '/srv/my lab.json')).toBe(`  npx tunnelwright plan --adopt --lab '/srv/my lab.json'`);
});

test('of devices it names none', () => expect(planned('mumbai')).toBe('  npx tunnelwright plan --adopt'));
