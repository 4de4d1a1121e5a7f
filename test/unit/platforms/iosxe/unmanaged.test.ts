import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boot } from '../../../../lib/lab/devices/iosxe/boot';
import { printConfig } from '../../../../lib/lab/devices/iosxe/show-config';
import { masked } from '../../../../lib/model/secret';
import { inspect } from '../../../../lib/platforms/iosxe/inspect';
import { unmanaged } from '../../../../lib/platforms/iosxe/unmanaged';

/** A line of each kind that a router of a VPN may print: more than any one has. */
const text = readFileSync(join(__dirname, '../../../fixtures/running-config-lines/edge-17.12.cfg'), 'utf8');
const found = inspect(text);

test('each line is understood or known', () => {
  expect(found.unknown).toEqual([]);
  expect(found.unmanaged.length).toBeGreaterThan(600);
  expect(Object.keys(unmanaged).length).toBeGreaterThan(100);
});

test('none of its secrets is shown', () => {
  const shown = [JSON.stringify(found.nouns), ...found.unmanaged.map((line) => masked(line.text))].join('\n');
  expect(text).toMatch(/0822455D0A16|WGUabcDEF|XYZabcDEF|PPKabcDEF|Example-\w+-\d/);
  expect(shown).not.toMatch(/0822455D0A16|WGUabcDEF|XYZabcDEF|PPKabcDEF|Example-\w+-\d/);
});

test('a simulated router prints it back', () => {
  const lines = text.split('\n');
  const own = lines.slice(
    lines.findIndex((line) => line.startsWith('version ')),
    lines.lastIndexOf('end') + 1,
  );
  const essence = (all: readonly string[]): readonly string[] =>
    all.map((line) => line.trimEnd()).filter((line) => line !== '' && !/^ *!/.test(line));
  expect(essence(printConfig(boot(own.join('\n')), '17.12.1').split('\n'))).toEqual(essence(own));
});
