import { SecureClientFile, SecureClientProfile, type VpnStack } from 'tunnelwright';
import type { RestObject } from '../../../../lib/desired/rest/object';
import { pick } from '../../../../lib/platforms/fmc/read/pick';
import { fmc, problemsIn } from '../../../support/scenario';

const hosts = [{ name: 'Office', address: { address: 'vpn.example.net', headend: 'elsewhere' as const } }];
const both = (file: string, profile: string) => (stack: VpnStack) => {
  const center = fmc(stack);
  const content = { text: '<AnyConnectProfile/>' };
  new SecureClientFile(center, 'file', { name: file, type: 'vpn-profile', fileName: 'staff.xml', content });
  new SecureClientProfile(center, 'profile', { name: profile, hosts });
};

test('a file and a declared profile of one name would overwrite each other, and are refused together', () => {
  expect(problemsIn(both('STAFF', 'STAFF'))).toEqual([
    "net/fmc/profile the FMC keeps a Secure Client profile where it keeps a Secure Client file, and net/fmc/file is called 'STAFF' too: the second would overwrite the first → give one of them another name, like 'STAFF-2'",
  ]);
});

test('with names of their own they are two', () => {
  expect(problemsIn(both('STAFF', 'GUESTS'))).toEqual([]);
});

test('the answers of a collection are looked through once, whatever is picked of them', () => {
  let read = 0;
  const answers = Array.from({ length: 100 }, (_, n) => ({
    id: String(n),
    get name() {
      read++;
      return `Host-${n}`;
    },
  }));
  const host = (name: string): RestObject => ({
    identity: `hosts:${name}`,
    name,
    kind: 'network-object',
    collection: 'object/hosts',
    fixed: {},
    leaves: {},
    sealed: [],
    parts: [],
    reference: {},
  });
  const picked = answers.map((_, n) => pick(host(`Host-${n}`), answers)?.['id']);
  expect(picked).toEqual(answers.map((_, n) => String(n)));
  expect(pick(host('Host-100'), answers)).toBeUndefined();
  expect(read).toBeLessThanOrEqual(200);
});
