import { changeFrom, linesOf, readAgain, ref, writes, wrongWith } from '../../../support/noun-case';

const TS = ref('ipsec-transform-set', 'TS');
const IKE = ref('ikev2-profile', 'IKE');

describe('transform set', () => {
  test('with AH, ESP without encryption and compression', () => {
    writes(
      'ipsec-transform-set',
      {
        name: 'TS',
        ah: 'sha256',
        encryption: 'null',
        integrity: 'sha1',
        compression: 'lzs',
        esn: true,
        mode: 'transport-require',
      },
      `crypto ipsec transform-set TS ah-sha256-hmac esp-null esp-sha-hmac comp-lzs
 esn
 mode transport require`,
    );
    writes(
      'ipsec-transform-set',
      { name: 'G', encryption: 'gmac-256' },
      'crypto ipsec transform-set G esp-gmac 256\n mode tunnel',
    );
    writes(
      'ipsec-transform-set',
      { name: 'A', ah: 'sha512' },
      'crypto ipsec transform-set A ah-sha512-hmac\n mode tunnel',
    );
  });
  test('is read as slides type it', () => {
    const read = readAgain('ipsec-transform-set', { name: 'T' }, [
      'crypto ipsec transform-set T esp-aes 128 esp-sha-hmac',
    ]);
    expect(read.lines[0]).toBe('crypto ipsec transform-set T esp-aes esp-sha-hmac');
  });
  test('named default is restored, not removed', () => {
    expect(linesOf('ipsec-transform-set', { name: 'default', encryption: 'aes-gcm-256' })[0]).toBe(
      'crypto ipsec transform-set default esp-gcm 256',
    );
  });
  test.each([
    [{}, "encryption: is missing: write encryption: 'aes-gcm-256'"],
    [{ ah: 'sha1', integrity: 'sha1' }, 'integrity: it is of ESP: write encryption too, or ah alone'],
    [{ encryption: 'gmac-128', integrity: 'sha1' }, 'integrity: gmac-128 authenticates by itself: leave integrity out'],
    [{ encryption: 'null' }, "integrity: null needs an integrity algorithm: write integrity: 'sha256'"],
  ])('refuses %j', (props, message) => {
    expect(wrongWith('ipsec-transform-set', { name: 'T', ...props })).toEqual([message]);
  });
});

test('a transform set of SEAL', () =>
  writes(
    'ipsec-transform-set',
    { name: 'S', encryption: 'seal', integrity: 'sha256' },
    'crypto ipsec transform-set S esp-seal esp-sha256-hmac\n mode tunnel',
  ));

test('perfect forward secrecy with post-quantum key exchange', () => {
  const profile = { name: 'PQ', transformSets: [TS], ikev2Profile: IKE };
  writes(
    'ipsec-profile',
    { ...profile, pfs: { group: 19, pqc: ['mlkem768', 'mlkem1024'] }, ecn: 'propagate' },
    `crypto ipsec profile PQ
 set security-association ecn propagate
 set transform-set TS
 set pfs group19 pqc mlkem768 mlkem1024
 set ikev2-profile IKE`,
  );
  expect(wrongWith('ipsec-profile', { ...profile, pfs: 3 })).toEqual([
    "pfs: 3 is not a valid Diffie-Hellman group here: write one of 14, 15, 16, 19, 20, 21 (weak: 1, 2, 5, 24), or { group: 19, pqc: ['mlkem768'] }",
  ]);
});

describe('IPsec profile', () => {
  test('with the group that the device chooses, and dummy packets by the second', () =>
    writes(
      'ipsec-profile',
      { name: 'P', transformSets: [TS], pfs: true, dummy: { seconds: 5 }, ikev2Profile: IKE },
      `crypto ipsec profile P
 set security-association dummy seconds 5
 set transform-set TS
 set pfs
 set ikev2-profile IKE`,
    ));
  test('with all that it takes', () =>
    writes(
      'ipsec-profile',
      {
        name: 'ESP',
        description: 'all of it',
        lifetimeKilobytes: 'disable',
        lifetimeDays: 2,
        idleTime: 600,
        replayWindow: 1024,
        dfBit: 'clear',
        dummy: { pps: 10 },
        perHost: true,
        policyLimit: 10,
        transformSets: [TS, ref('ipsec-transform-set', 'T2')],
        pfs: 21,
        ikev2Profile: IKE,
        mixedMode: true,
        responderOnly: true,
        reverseRoute: true,
        reverseRouteDistance: 20,
        reverseRouteTag: 7,
        reverseRouteGateway: '192.0.2.1',
        redundancy: { group: 'HA', stateful: true },
      },
      `crypto ipsec profile ESP
 description all of it
 set security-association lifetime kilobytes disable
 set security-association lifetime days 2
 set security-association idle-time 600
 set security-association replay window-size 1024
 set security-association dfbit clear
 set security-association dummy pps 10
 set security-association level per-host
 set security-policy limit 10
 set transform-set TS T2
 set pfs group21
 set ikev2-profile IKE
 set mixed-mode
 responder-only
 reverse-route
 set reverse-route distance 20
 set reverse-route tag 7
 set reverse-route gateway 192.0.2.1
 redundancy HA stateful`,
    ));
  test('replay off', () => {
    writes(
      'ipsec-profile',
      { name: 'E', transformSets: [TS], ikev2Profile: IKE, replayWindow: 'disable' },
      'crypto ipsec profile E\n set security-association replay disable\n set transform-set TS\n set ikev2-profile IKE',
    );
  });
  const least = { name: 'E', transformSets: [TS] };
  test.each([
    [
      { ...least, isakmpProfile: 'OLD' },
      'isakmpProfile: IKEv1 is read and never written: leave it out and write ikev2Profile',
    ],
    [
      { ...least, ikev2Profile: IKE, lifetimeSeconds: 3600, lifetimeDays: 1 },
      'lifetimeDays: seconds and days are one setting: leave one of them out',
    ],
    [{ ...least, ikev2Profile: IKE, replayWindow: 100 }, 'replayWindow: write 64, 128, 256, 512, 1024 or disable'],
  ])('refuses a contradiction: %#', (props, message) => {
    expect(wrongWith('ipsec-profile', props)).toEqual([message]);
  });
});

test('global IPsec settings', () => {
  const props = {
    name: 'ipsec',
    lifetimeSeconds: 7200,
    replayWindow: 512,
    dfBit: 'clear',
    fragmentation: 'after-encryption',
    natTransparency: false,
  } as const;
  writes(
    'ipsec-global',
    props,
    `crypto ipsec security-association lifetime seconds 7200
crypto ipsec security-association replay window-size 512
crypto ipsec df-bit clear
crypto ipsec fragmentation after-encryption
no crypto ipsec nat-transparency udp-encapsulation`,
  );
  expect(changeFrom('ipsec-global', ['crypto ipsec df-bit set'], { name: 'ipsec', dfBit: 'copy' })).toEqual([
    'crypto ipsec df-bit copy',
  ]);
});

test('smart defaults that are switched off are restored by their own word', () => {
  writes(
    'smart-defaults',
    { name: 'smart', disabled: ['ikev2-proposal', 'ipsec-transform-set'] },
    'no crypto ikev2 proposal default\nno crypto ipsec transform-set default',
  );
  expect(wrongWith('smart-defaults', { name: 'smart', disabled: ['ikev2-profile'] })[0]).toContain(
    'write one of ikev2-proposal',
  );
});
