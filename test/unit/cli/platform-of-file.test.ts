import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformNameOf } from '../../../lib/cli/configuration-file';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-platform-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const nameOf = (text: string): string => {
  const file = join(room, 'device.cfg');
  writeFileSync(file, text);
  return platformNameOf(file);
};

// Both platforms print groups of networks in the same words.
const group = 'object-group network SITES\n';

test.each([
  ['ios-xe', `version 17.12\n${group} 10.27.0.0 255.255.0.0\n`],
  ['asa', `ASA Version 9.18(4)\n${group} network-object 10.27.0.0 255.255.0.0\n`],
])('a file of %s is told by its lines, whatever groups of networks it has', (name, text) =>
  expect(nameOf(text)).toBe(name),
);

test('a file that could be of both is asked about', () =>
  expect(() => nameOf(group)).toThrow('is a configuration file of what?'));
