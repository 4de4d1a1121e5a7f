import { restDialect } from '../../../../lib/desired/rest/dialect';
import type { RestGrammar } from '../../../../lib/desired/rest/grammar';
import { lowerRest } from '../../../../lib/desired/rest/lower';
import { bodyOf, readObject, type RestObject } from '../../../../lib/desired/rest/object';
import type { JsonObject } from '../../../../lib/kernel/json';
import type { Kind } from '../../../../lib/model/nouns';
import { grammarOf } from '../../../../lib/platforms/duo-admin/grammar';

const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
const objectOf = (kind: Kind, name: string, noun: object): RestObject =>
  lowerRest([{ kind, name, path: `stack/${name}`, noun: { name, ...noun } }], grammarOf, 'Duo').desired.items[0]!
    .content;
const seen = (object: RestObject, bodies: Readonly<Record<string, JsonObject>>): RestObject =>
  readObject(grammarOf(object.kind as Kind) as unknown as RestGrammar<Record<string, unknown>>, object, bodies, book);

test('what Duo Mobile makes of the platform of a phone is no change, and is not taken back with another', () => {
  const phone = (label: string) =>
    objectOf('duo-phone', '+15551234567', { number: '+15551234567', type: 'mobile', label });
  const [before, after] = [phone('of Alice'), phone('of Bob')];
  const live = seen(before, { '': { ...bodyOf(before, ''), type: 'Mobile', platform: 'Apple iOS' } });
  expect(restDialect.differences(live, before)).toEqual([]);
  expect(restDialect.steps(undefined, before)[0]!.body).toMatchObject({ platform: 'generic smartphone' });
  expect(restDialect.steps(live, after).map(({ body }) => body)).toEqual([
    { id: '{phones:+15551234567}', number: '+15551234567', name: 'of Bob', type: 'mobile' },
  ]);
});

test('groups and phones of a user that no program knows stay', () => {
  const refs = (kind: string, name: string) => [{ ref: kind, name }];
  const user = objectOf('duo-user', 'alice', {
    status: 'active',
    groups: refs('duo-group', 'VPN'),
    phones: refs('duo-phone', '+15551234567'),
  });
  const joined = {
    groups: { group_id: ['{groups:VPN}', 'DGOFADIRECTORY000000'] },
    phones: { phone_id: ['DPOFATABLET000000000', '{phones:+15551234567}'] },
  };
  const live = seen(user, { '': bodyOf(user, ''), ...joined });
  expect(restDialect.steps(live, user)).toEqual([]);
  expect(restDialect.steps(live, objectOf('duo-user', 'alice', { status: 'active' })).map(({ path }) => path)).toEqual([
    'admin/v1/users/{users:alice}/groups/{groups:VPN}',
    'admin/v1/users/{users:alice}/phones/{phones:+15551234567}',
  ]);
});
