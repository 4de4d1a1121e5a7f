import {
  AccessList,
  CryptoMapEntry,
  DynamicMap,
  IkeV2Proposal,
  IpsecProfile,
  IpsecTransformSet,
  type AsaFirewall,
} from 'tunnelwright';
import { asa as platform } from '../../../../../lib/platforms/asa';
import { asa } from '../../../../support/scenario';
import { findingsIn } from '../../../../support/rule-example';

type Ike = ConstructorParameters<typeof IkeV2Proposal>[2];
type Esp = ConstructorParameters<typeof IpsecTransformSet>[2];
const ike = (props: Partial<Ike>) => (here: AsaFirewall) =>
  new IkeV2Proposal(here, '10', { encryption: ['aes-cbc-256'], integrity: ['sha256'], group: [14], ...props });
const esp = (props: Partial<Esp>) => (here: AsaFirewall) =>
  new IpsecTransformSet(here, 'ESP', { encryption: 'aes-cbc-256', ...props });
const sound = (here: AsaFirewall) => new IpsecTransformSet(here, 'GCM', { encryption: 'aes-gcm-256' });
type Pfs = NonNullable<ConstructorParameters<typeof DynamicMap>[2]['entries'][number]['pfs']>;
const profile = (pfs: Pfs) => (here: AsaFirewall) => new IpsecProfile(here, 'P', { transformSets: [sound(here)], pfs });
const dynamic = (pfs: Pfs) => (here: AsaFirewall) =>
  new DynamicMap(here, 'D', { entries: [{ proposals: [sound(here)], pfs }] });
const entry = (pfs: Pfs) => (here: AsaFirewall) =>
  new CryptoMapEntry(here, 'E', {
    map: 'M',
    sequence: 10,
    match: new AccessList(here, 'A', { entries: [{ action: 'permit', source: 'any', destination: 'any' }] }),
    peers: ['192.0.2.9'],
    proposals: [sound(here)],
    pfs,
  });

/** What a release says that it refuses. */
const refused = (release: string, declare: (here: AsaFirewall) => object): readonly string[] =>
  findingsIn((stack) => void declare(asa(stack, { release })))
    .filter(({ rule }) => rule === 'TW-IKE-002')
    .map(({ message }) => message);

describe.each<[string, (here: AsaFirewall) => object]>([
  ['3des', ike({ encryption: ['aes-cbc-256', '3des'] })],
  ['des', ike({ encryption: ['des'] })],
  ['md5', ike({ integrity: ['md5'] })],
  ['md5', ike({ prf: ['sha256', 'md5'] })],
  ['group 1', ike({ group: [1] })],
  ['group 2', ike({ group: [14, 2] })],
  ['group 5', ike({ group: [5] })],
  ['group 24', ike({ group: [24] })],
  ['3des', esp({ encryption: '3des', integrity: 'sha256' })],
  ['des', esp({ furtherEncryption: ['des'], integrity: 'sha256' })],
  ['md5', esp({ integrity: 'md5' })],
  ['md5', esp({ integrity: 'sha256', furtherIntegrity: ['md5'] })],
  ['gmac-256', esp({ encryption: 'gmac-256' })],
  ['gmac-192', esp({ encryption: 'gmac-192' })],
  ['gmac-128', esp({ encryption: 'gmac-128' })],
  ['group 2', profile(2)],
  ['group 24', dynamic(24)],
  ['group 5', entry(5)],
])('%s', (word, declare) => {
  test.each(['9.15', '9.15.1', '9.16.4.22', '9.22'])('is refused by %s', (release) => {
    expect(refused(release, declare)).toEqual([`release ${release} refuses ${word}`]);
  });

  test.each(['9.14', '9.14.4', '9.3', '9.9'])('is taken by %s', (release) => {
    expect(refused(release, declare)).toEqual([]);
  });
});

test.each<[string, (here: AsaFirewall) => object]>([
  ['SHA-1', ike({ integrity: ['sha1'], prf: ['sha1'] })],
  ['SHA-1 in ESP', esp({ integrity: 'sha1' })],
  ['ESP without encryption', esp({ encryption: 'null', integrity: 'sha256' })],
  ['group 14', profile(14)],
])('%s stays', (_name, declare) => {
  expect(refused('9.22', declare)).toEqual([]);
});

test('a file says by itself which release it is of', () => {
  const shown = platform.read!(': Saved\nASA Version 9.18(4)22 \n!\nhostname edge\n: end\n').inspection;
  expect(shown).toMatchObject({ hostname: 'edge', release: '9.18.4.22' });
  const old = (version: string): string => `! asa\nASA Version ${version} \ncrypto ikev2 policy 10\n encryption 3des
 integrity sha\n group 14\n prf sha\n lifetime seconds 86400\n: end\n`;
  const said = (version: string) => findingsIn(old(version)).filter(({ rule }) => rule === 'TW-IKE-002');
  expect(said('9.14(2)')).toEqual([]);
  expect(said('9.15(1)').map(({ message }) => message)).toEqual(['release 9.15.1 refuses 3des']);
});
