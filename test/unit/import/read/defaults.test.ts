import { withoutDefaults } from '../../../../lib/import/read/defaults';
import { nouns, type Kind } from '../../../../lib/model/nouns';

const less = (kind: Kind, props: Readonly<Record<string, unknown>>) => {
  const noun = nouns[kind].schema.parse({ name: 'own', ...props });
  return withoutDefaults({ kind, own: 'own', props, noun });
};
const key = { secret: 'env', name: 'KEY' };

describe('where a server listens is its address alone on the usual ports', () => {
  test('of a RADIUS server', () =>
    expect(less('radius-server', { address: { host: '10.0.0.2', authPort: 1812, acctPort: 1813 }, key })).toEqual({
      address: '10.0.0.2',
      key,
    }));

  test('of the servers of a group', () =>
    expect(
      less('aaa-server-group', {
        privateServers: [{ address: { host: '10.0.0.2', authPort: 1812, acctPort: 1813 }, key }],
      }),
    ).toEqual({ privateServers: [{ address: '10.0.0.2', key }] }));

  test('with its ports where one of them is another: members of a list look alike', () => {
    const privateServers = [
      { address: { host: '10.0.0.2', authPort: 1812, acctPort: 1813 }, key },
      { address: { host: '10.0.0.3', authPort: 1645, acctPort: 1646 }, key },
    ];
    expect(less('aaa-server-group', { privateServers })).toEqual({ privateServers });
  });
});
