import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { schemaFor } from '../../../../lib/import/read/schema';
import { catalogue } from '../../../../lib/model/construct-names';
import { nouns, type Kind } from '../../../../lib/model/nouns';
import { platformOf } from '../../../../lib/platforms';

const fixtures = join(__dirname, '../../../fixtures');
const props = (['iosxe', 'asa'] as const).flatMap((platform) => {
  const folder = join(fixtures, platform === 'asa' ? 'running-config-asa' : 'running-config');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return texts.flatMap((text) => platformOf(platform).read!(text).inspection.nouns);
});
const objects = props
  .filter(({ kind }) => catalogue.has(kind as Kind))
  .map(({ kind, name, props: bag }) => ({
    kind: kind as Kind,
    bag: { name, ...bag },
  }));

/** What a schema makes of a value, or what it says of it. */
const answer = (schema: z.ZodType, value: object): unknown => {
  const parsed = schema.safeParse(value);
  return parsed.success ? JSON.stringify(parsed.data) : parsed.error.issues;
};
const without = (bag: object, key: string): object =>
  Object.fromEntries(Object.entries(bag).filter(([own]) => own !== key));

test('an object is taken as its whole schema takes it, also without each of its fields and with a wrong or an unknown one', () => {
  expect(new Set(objects.map(({ kind }) => kind)).size).toBeGreaterThan(30);
  for (const { kind, bag } of objects) {
    const { schema } = nouns[kind];
    const keys = Object.keys(bag);
    const others = [bag, ...keys.map((key) => without(bag, key)), ...keys.map((key) => ({ ...bag, [key]: {} }))];
    for (const value of [...others, { ...bag, unheardOf: 1 }])
      expect(answer(schemaFor(schema, value), value)).toEqual(answer(schema, value));
  }
});

test('fields that an object lacks are not looked at', () => {
  const { schema } = nouns['ikev2-profile'];
  const fields = Object.keys(schemaFor(schema, { name: 'P', lifetime: 3600 }).shape);
  expect(fields).toContain('lifetime');
  expect(fields.length).toBeLessThan(Object.keys(schema.shape).length / 2);
});
