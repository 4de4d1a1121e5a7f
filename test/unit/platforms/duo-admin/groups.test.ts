import { restDialect } from '../../../../lib/desired/rest/dialect';
import type { RestGrammar } from '../../../../lib/desired/rest/grammar';
import { lowerRest } from '../../../../lib/desired/rest/lower';
import { readObject } from '../../../../lib/desired/rest/object';
import type { Json, JsonObject } from '../../../../lib/kernel/json';
import type { Kind } from '../../../../lib/model/nouns';
import { grammarOf } from '../../../../lib/platforms/duo-admin/grammar';

const group = (name: string) => ({ kind: 'duo-group' as Kind, name, path: `stack/${name}`, noun: { name } as never });
const application = {
  kind: 'duo-radius-application' as Kind,
  name: 'VPN',
  path: 'stack/vpn',
  noun: {
    name: 'VPN',
    groups: ['staff', 'admins'].map((name) => ({ ref: 'duo-group', name })),
  } as never,
};
const { desired } = lowerRest([group('staff'), group('admins'), application], grammarOf, 'Duo');
const object = desired.items.find(({ kind }) => kind === 'duo-radius-application')!.content;
const book = { judge: (marker: string) => marker, reveal: (text: string) => text };

test('groups of an application are one text, as Duo’s own client sends them', () => {
  const [step] = restDialect.steps(undefined, object);
  expect(step?.body).toMatchObject({
    user_access: 'PERMITTED_GROUPS',
    groups_allowed: '{groups:admins},{groups:staff}',
  });
});

test.each<readonly [string, Json]>([
  ['a list', ['{groups:staff}', '{groups:admins}']],
  ['one text', '{groups:staff},{groups:admins}'],
])('and are read from %s', (_form, answered) => {
  const grammar = grammarOf('duo-radius-application') as unknown as RestGrammar<Record<string, unknown>>;
  const body: JsonObject = { type: 'radius', name: 'VPN', user_access: 'PERMITTED_GROUPS', groups_allowed: answered };
  expect(restDialect.steps(readObject(grammar, object, { '': body }, book), object)).toEqual([]);
  const others = { ...body, groups_allowed: ['{groups:staff}'] };
  expect(restDialect.steps(readObject(grammar, object, { '': others }, book), object)).toHaveLength(1);
});
