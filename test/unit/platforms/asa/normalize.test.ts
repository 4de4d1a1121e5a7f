import type { SecretBook } from '../../../../lib/desired/item';
import * as asa from '../../../../lib/platforms/asa/normalize';
import * as iosxe from '../../../../lib/platforms/iosxe/normalize';

/** Judges nothing right, and counts how often it was asked. */
const bookOf = (asked: string[]): SecretBook =>
  ({
    judge: (_address: string, _declared: unknown, shown: { readonly text: string }) => {
      asked.push(shown.text);
      return '<shown>';
    },
    reveal: (text: string) => text,
  }) as unknown as SecretBook;

const policy = (group: number): string =>
  `crypto ikev2 policy 10\n encryption aes-256\n integrity sha256\n group ${group}\n prf sha256\n lifetime seconds 86400\n: end\n`;

test('what is as it was is not read again, and what is not is', () => {
  const read = (group: number) =>
    asa.normalize(asa.configurationOf(policy(group), 'asa'), bookOf([]), () => undefined).get('crypto ikev2 policy 10');
  const first = read(14);
  expect(read(14)).toBe(first);
  expect(read(19)?.entries.map(({ text }) => text)).toContain('group 19');
  expect(read(14)).toEqual(first);
});

test('one platform does not remember for another', () => {
  const text = 'crypto ipsec profile P\n set pfs group19\n set ikev2 ipsec-proposal A\n';
  const router = iosxe.normalize(iosxe.configurationOf(`${text}end\n`, 'edge'), bookOf([]), () => undefined);
  const firewall = asa.normalize(asa.configurationOf(`${text}: end\n`, 'asa'), bookOf([]), () => undefined);
  const slotsOf = (live: typeof router) => live.get('crypto ipsec profile P')?.entries.map(({ key: slot }) => slot);
  expect(slotsOf(firewall)).toContain('set ikev2 ipsec-proposal');
  expect(slotsOf(router)).not.toContain('set ikev2 ipsec-proposal');
});

test.each([
  ['', 'the ASA shows an empty running configuration'],
  ['hostname asa\ninterface GigabitEthernet0/0\n nameif out', 'the running configuration is cut short (no `: end`)'],
])('refused: %j', (shown, words) => {
  expect(() => asa.configurationOf(shown, 'asa')).toThrow(words);
});
