import { lowerRest } from '../../../../lib/desired/rest/lower';
import { nouns, type Kind } from '../../../../lib/model/nouns';
import { grammarOf } from '../../../../lib/platforms/fmc/grammar';
import { fmcSurroundings } from '../../../support/arbitraries';
import { beyond, bounds, gcm, ikePolicy, profile, radius, ref, scep, words } from '../../../support/fmc-bounds';
import { scrubbed } from '../../../../lib/engine/rest/scrub';

/** Bounds and words of Cisco's specification, at synth: in the schema where all platforms share them, else in the grammar. */

/** What the program says is wrong with a noun on an FMC, from schema or grammar. */
const faultsOf = (kind: Kind, props: object): readonly string[] => {
  const parsed = nouns[kind].schema.safeParse(props);
  if (!parsed.success) return parsed.error.issues.map(({ message }) => message);
  const noun = parsed.data as never;
  const own = { kind, name: parsed.data.name, path: 'stack/fmc/x', noun };
  return lowerRest([...fmcSurroundings, own], grammarOf, 'the FMC', '7.7').problems.map(({ path, message }) => {
    expect(path).toBe('stack/fmc/x');
    return message;
  });
};

describe('bounds', () => {
  const titled = [...bounds, ...beyond].map((row) => [`${row[0]} ${row[1]}: ${row[2]} to ${row[3]}`, row] as const);
  test.each(titled)('%s', (_title, [kind, field, lowest, highest, base, at]) => {
    const faults = (n: number) => faultsOf(kind, { ...base, ...(at ? at(n) : { [field]: n }) });
    for (const n of [lowest, highest]) expect([n, faults(n)]).toEqual([n, []]);
    for (const n of [lowest - 1, highest + 1, lowest + 0.5]) expect([n, faults(n)]).not.toEqual([n, []]);
  });
});

describe('words', () => {
  test.each(words)('%s %s', (kind, field, known, strange, base) => {
    for (const value of known) expect([value, faultsOf(kind, { ...base, [field]: value })]).toEqual([value, []]);
    expect(faultsOf(kind, { ...base, [field]: strange })).not.toEqual([]);
  });
});

const tunnel = { name: 'Tunnel6', device: ref('ftd-device', 'mumbai-pair'), ifname: 't6', source: 'outside' };
describe('what the FMC has no place for is said, and not left out in silence', () => {
  test.each<readonly [string, Kind, object, string]>([
    [
      'two proposals in a policy',
      'ikev2-policy',
      { ...ikePolicy, proposals: [ikePolicy.proposals[0], ref('ikev2-proposal', 'SECOND')] },
      'proposals: a policy of the FMC is one proposal: write an IkeV2Policy for each and give them all',
    ],
    [
      'a lifetime of the proposal',
      'ikev2-proposal',
      { ...gcm, lifetime: 3600 },
      'lifetime: on the FMC it belongs to the policy: write it there',
    ],
    [
      'two IPv6 addresses',
      'tunnel-interface',
      { ...tunnel, mode: 'ipsec-ipv6', ipv6Addresses: ['2001:db8::1/64', '2001:db8:1::1/64'] },
      'ipv6Addresses: on the FMC a tunnel has one address with its prefix length: write it like 2001:db8::1/64',
    ],
    [
      'an IPv6 address that a tunnel makes by itself',
      'tunnel-interface',
      { ...tunnel, mode: 'ipsec-ipv6', ipv6Addresses: ['autoconfig'] },
      'ipv6Addresses: on the FMC a tunnel has one address with its prefix length: write it like 2001:db8::1/64',
    ],
    [
      'how often a RADIUS server is asked',
      'radius-server',
      { ...radius, retransmit: 2 },
      'retransmit: the FMC asks again by the retryInterval of the group: leave it out',
    ],
    [
      'what only routers ask a RADIUS server',
      'radius-server',
      { ...radius, automateTester: { username: 'probe' } },
      'automateTester: the FMC asks no server by itself: leave it out',
    ],
    [
      'several encryptions of two sorts',
      'ipsec-transform-set',
      { name: 'x', encryption: 'aes-gcm-256', furtherEncryption: ['aes-cbc-256'] },
      'furtherEncryption: GCM and GMAC authenticate by themselves and the others do not: write an IpsecTransformSet for each sort and give both',
    ],
    [
      'words of a line that the FMC does not know',
      'access-list',
      { name: 'x', entries: [{ action: 'permit', source: 'any', destination: 'any', options: 'established' }] },
      "entries[0]: the FMC has no 'established': write options: 'log', 'log warnings interval 60' (1 to 600 seconds) or 'log disable', or leave it out",
    ],
    [
      'an OCSP server that nobody asks',
      'cert-trustpoint',
      { ...scep, ocspUrl: 'http://ocsp.example.net' },
      "ocspUrl: no responder is asked: write revocationCheck: ['ocsp'], or leave it out",
    ],
    [
      'an interface instead of its address',
      'cert-trustpoint',
      { ...scep, ipAddress: 'GigabitEthernet0/0' },
      'ipAddress: the FMC takes the address itself: write it, or none',
    ],
    [
      'an enrolment profile of a router',
      'cert-trustpoint',
      { ...scep, enrollment: { type: 'profile', profile: 'P' } },
      "enrollment: the FMC has no 'profile': write pkcs12, terminal, url, est, acme or selfsigned",
    ],
    [
      'more than 1000 lines',
      'access-list',
      {
        name: 'x',
        entries: Array.from({ length: 1001 }, () => ({ action: 'permit', source: 'any', destination: 'any' })),
      },
      'entries: the FMC takes 1000 and these are 1001: write network groups',
    ],
    [
      'the whole subject and its parts',
      'ra-connection-profile',
      {
        ...profile,
        authentication: 'aaa-and-certificate',
        certificateName: { primary: 'user-id', wholeSubject: true },
      },
      'the whole subject is the name: leave it out, or write wholeSubject: false',
    ],
  ])('%s', (_what, kind, props, says) => expect(faultsOf(kind, props)).toEqual([says]));
});

test('what is kept of an answer has no secret in it, by the name of its member and at every depth', () => {
  const answer = {
    name: 'corp',
    items: [{ manualPreSharedKey: 'Example-1', ikeV2Settings: { sharedSecret: 'Example-2', groups: ['19'] } }],
    passphrase: 'Example-3',
    passwords: ['Example-4', 'Example-5'],
    base64Certificate: 'Example-6',
    pkcs12Content: 'Example-7',
    accessToken: 'Example-8',
    apiKey: 'Example-9',
    emptyPassword: '',
    isPasswordSaved: true,
    tokenLifetime: 3600,
    secrets: { inner: 'plain', password: 'Example-10' },
    keyedBy: 'name',
  };
  expect(scrubbed(answer)).toEqual({
    name: 'corp',
    items: [{ manualPreSharedKey: '******', ikeV2Settings: { sharedSecret: '******', groups: ['19'] } }],
    passphrase: '******',
    passwords: ['******', '******'],
    base64Certificate: '******',
    pkcs12Content: '******',
    accessToken: '******',
    apiKey: '******',
    emptyPassword: '',
    isPasswordSaved: true,
    tokenLifetime: 3600,
    secrets: { inner: 'plain', password: '******' },
    keyedBy: 'name',
  });
});
