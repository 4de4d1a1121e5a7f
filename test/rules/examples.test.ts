import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allRules, packNames } from '../../lib/rules';
import { findingsIn } from '../support/rule-example';
import { ruleExamples } from '.';

const rules = allRules();

const said = (id: string, source: Parameters<typeof findingsIn>[0], pack?: string): readonly string[] =>
  findingsIn(source, pack)
    .filter(({ rule }) => rule === id)
    .map(({ message }) => message);

test('every rule has its example, and every example its rule', () => {
  expect(Object.keys(ruleExamples)).toEqual(rules.map(({ id }) => id));
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { bad, says, good, pack } = ruleExamples[id] ?? { bad: '', says: [], good: '' };

  test('finds what breaks it, and says it in these words', () => {
    expect(says.length).toBeGreaterThan(0);
    expect(said(id, bad, pack)).toEqual(says);
  });
  test('says nothing of what nearly does', () => {
    expect(said(id, good, pack)).toEqual([]);
  });
  test('says why, what to do, and who asks', () => {
    expect(rule.why.length).toBeGreaterThan(80);
    expect(packNames).toEqual(expect.arrayContaining(Object.keys(rule.packs)));
    expect(Object.keys(rule.packs)).toContain(pack ?? 'correctness');
    for (const { remedy, path, line } of findingsIn(bad, pack).filter((found) => found.rule === id))
      expect([remedy.length > 5, path.length > 0, typeof line]).toEqual([true, true, 'number']);
  });
});

test('ids are unique, and every file of a room is in the list', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  const root = join(__dirname, '../../lib/rules/checks');
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(root, entry.name)))
    .filter((file) => file !== 'index.ts');
  expect(files).toHaveLength(rules.length);
});
