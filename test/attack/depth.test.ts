import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspected } from '../../lib/cli/configuration-file';
import { readSavedPlan } from '../../lib/cli/saved-plan';
import { parseIni } from '../../lib/desired/ini/file';
import { parseTree } from '../support/cli';
import { isDeeperThan, limits } from '../../lib/kernel/limits';
import { problemsOf } from '../../lib/kernel/problem';
import { parseManifest } from '../../lib/run/manifest';
import { fileStore } from '../../lib/run/ledger/store';
import { nested } from './support/hostile-https';

const said = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return problemsOf(error, 'test')
      .map(({ path, message }) => `[${path}] ${message}`)
      .join('\n');
  }
};
const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(room, name), text);
  return join(room, name);
};
const levels = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${' '.repeat(i)}address ${i}`).join('\n');

test.each([101, 3000, 10_000])('a configuration of %d levels is refused in words', (count) => {
  expect(said(() => parseTree(levels(count)))).toBe(
    `[line 101] the configuration has more than ${limits.depth} levels: nothing is planned on it`,
  );
});
test('a configuration of as many levels as may be is read', () => {
  expect(parseTree(levels(limits.depth))).toHaveLength(1);
});
test.each(['ios-xe', 'asa'])('inspect of %s says it too', (platform) => {
  expect(
    said(() =>
      inspected(file('deep.cfg', `${platform === 'asa' ? ': Saved\n' : 'version 17.9\n'}${levels(3000)}`), platform),
    ),
  ).toContain('has more than 100 levels');
});
test('an INI file has no levels: a value goes on for as long as it is indented', () => {
  const { blocks } = parseIni(`[main]\nhost=a\n${levels(3000).replaceAll('address', ' address')}\n`);
  expect(blocks).toHaveLength(2);
});
test.each([3000, 100_000])('JSON files of %d levels are refused in words', async (count) => {
  const text = `{"format":1,"stack":"net","targets":[{"x":${nested(count)}}]}`;
  expect(said(() => parseManifest(text, 'tunnelwright.json'))).toContain('has more than 100 levels');
  expect(said(() => readSavedPlan(file('plan.json', text)))).toContain('[');
  file('net.edge.json', text);
  await expect(fileStore(room).read('net/edge')).rejects.toMatchObject({ problems: [{ code: 'ledger.corrupt' }] });
});
test('levels are counted without going down', () => {
  expect(isDeeperThan(JSON.parse(nested(100)), 100)).toBe(false);
  expect(isDeeperThan(JSON.parse(nested(102)), 100)).toBe(true);
  expect(isDeeperThan({ a: [{ b: 1 }] }, 2)).toBe(false);
  expect(isDeeperThan('text', 0)).toBe(false);
});
