import { heldBy } from '../../../../lib/engine/cli/read-file';
import { normalize } from '../../../../lib/platforms/iosxe/normalize';
import { parseTree } from '../../../support/cli';

const text = 'crypto ikev2 proposal A\n encryption aes-cbc-256\n!\ncrypto ikev2 proposal B\n encryption aes-cbc-128\n';
const header = (name: string): string => `crypto ikev2 proposal ${name}`;

test('of a file the lines of what is declared are read, and of other blocks that they are there', async () => {
  const content = { header: header('A'), shape: 'block', ownership: 'exclusive', entries: [] } as const;
  const item = { address: 'ikev2-proposal/A', kind: 'ikev2-proposal', name: 'A', path: 'A', refs: [], content };
  const live = await heldBy(parseTree(text), normalize).beside({ items: [item], externals: [], secrets: [] });
  expect([...live.keys()]).toEqual([header('A'), header('B')]);
  expect(live.get(header('A'))?.entries.map((entry) => entry.text)).toEqual(['encryption aes-cbc-256']);
  expect(live.get(header('B'))?.entries).toEqual([]);
});
