import { lowerRest } from '../../../../lib/desired/rest/lower';
import { nameTable } from '../../../../lib/desired/rest/names';
import { observed, type Reading } from '../../../../lib/engine/rest/read';
import type { Kind } from '../../../../lib/model/nouns';
import { grammarOf } from '../../../../lib/platforms/duo-admin/grammar';

const book = { judge: (marker: string) => marker, reveal: (text: string) => text };
const named = (kind: Kind, noun: object) => ({
  kind,
  name: 'VPN',
  path: 'stack/vpn',
  noun: { name: 'VPN', ...noun } as never,
});

test('two objects of one name are said when all requests have ended: none goes on behind a session that is closed', async () => {
  const scope = lowerRest([named('duo-group', {}), named('duo-user', { status: 'active' })], grammarOf, 'Duo').desired
    .items;
  const over: string[] = [];
  const service = { code: 'duo', title: 'Duo', target: 'duo' };
  const port: Reading = {
    service,
    collectionOf: () => undefined,
    grammarOf: () => undefined,
    read: async (collection) => {
      const twin = { name: 'VPN', bodies: { '': {} } };
      if (collection.endsWith('groups'))
        return [
          { ...twin, id: 'DG1' },
          { ...twin, id: 'DG2' },
        ];
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
      over.push(collection);
      return [];
    },
  };
  const content = scope.map((item) => item.content);
  await expect(observed(content, nameTable(service), port, book)).rejects.toThrow(/two objects named VPN/);
  expect(over).toEqual(['admin/v1/users']);
});
