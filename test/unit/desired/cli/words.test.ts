import fc from 'fast-check';
import * as w from '../../../../lib/desired/cli/words';
import { secretMarker } from '../../../../lib/model/secret';
import * as a from '../../../support/arbitraries';
import { holds } from '../../../support/properties';

const read = <T>(words: w.Words<T>, line: string): w.Read<T> => words.read(line.split(' ').filter(Boolean), 0);
const proposalRef = w.refTo('ikev2-proposal');
const hash = w.oneOf('sha512', 'sha384', 'sha256');
const spelling = w.spelled({ gcm: 'esp-gcm', gcm256: 'esp-gcm 256', sha: 'esp-sha-hmac' });
const dpd = w.sequence<{ interval: number; mode: 'on-demand' | 'periodic' }>({
  interval: w.integer(10, 3600),
  mode: w.oneOf('on-demand', 'periodic'),
});
const keypair = w.sequence<{ label: string; bits?: number }>({ label: w.name, bits: w.integer(512, 4096) }, ['bits']);
type Identity = { type: 'dn' } | { type: 'address'; address: string };
const identity = w.variants<Identity, 'type'>('type', {
  dn: w.mapped(
    w.literal('dn'),
    () => ({}),
    () => undefined,
  ),
  address: w.after(['address'], w.sequence<{ address: string }>({ address: w.address })),
});
const reversed = w.mapped(
  w.name,
  (text) => (text === 'none' ? undefined : [...text].reverse().join('')),
  (text) => [...text].reverse().join(''),
);

const one = fc.stringMatching(/^[!-~]{1,12}$/);
/** Each combinator with values of its domain. */
const combinators: readonly (readonly [string, w.Words<never>, fc.Arbitrary<unknown>])[] = [
  ['name', w.name, one],
  ['address', w.address, a.ipv4],
  ['integer', w.integer(5, 500), fc.integer({ min: 5, max: 500 })],
  ['oneOf', hash, fc.constantFrom('sha512', 'sha384', 'sha256')],
  ['spelled', spelling, fc.constantFrom('gcm', 'gcm256', 'sha')],
  ['refTo', proposalRef, one.map((name) => ({ ref: 'ikev2-proposal', name }))],
  ['rest', w.rest, a.text],
  ['list', w.list(hash), fc.array(fc.constantFrom('sha512', 'sha384'), { minLength: 1 })],
  ['list of several words', w.list(spelling), fc.array(fc.constantFrom('gcm', 'gcm256', 'sha'), { minLength: 1 })],
  ['addressWithMask', w.addressWithMask, a.ipv4Interface],
  ['hostWithMask', w.hostWithMask, a.ipv4],
  [
    'sequence',
    dpd,
    fc.record({ interval: fc.integer({ min: 10, max: 3600 }), mode: fc.constantFrom('on-demand', 'periodic') }),
  ],
  [
    'sequence with an optional field',
    keypair,
    fc.record({ label: one, bits: fc.integer({ min: 512, max: 4096 }) }, { requiredKeys: ['label'] }),
  ],
  [
    'variants',
    identity,
    fc.oneof(fc.constant({ type: 'dn' }), fc.record({ type: fc.constant('address'), address: a.ipv4 })),
  ],
  ['after', w.after(['set', 'pfs'], w.integer(1, 24)), fc.integer({ min: 1, max: 24 })],
  ['mapped', reversed, one.filter((text) => text !== 'none' && text !== 'enon')],
].map(([name, words, values]) => [name, words, values] as never);

test.each(combinators)('%s reads what it prints, to the last word', (_name, words, values) =>
  holds(
    fc.property(values, (value) => {
      const printed = words.print(value as never);
      expect(words.read(printed, 0)).toEqual({ value, next: printed.length });
      expect(words.read(['before', ...printed], 1)).toEqual({ value, next: printed.length + 1 });
    }),
  ),
);
test.each(combinators)('%s misses at the end of a line that is too short', (_name, words, values) =>
  holds(
    fc.property(values, (value) => {
      const printed = words.print(value as never);
      for (let n = 0; n < printed.length; n++) {
        const cut = words.read(printed.slice(0, n), 0);
        if ('miss' in cut) expect(cut).toEqual({ miss: 'incomplete', at: n });
      }
      expect(words.read([], 0)).toEqual({ miss: 'incomplete', at: 0 });
    }),
  ),
);

test.each<[string, w.Words<never>, string, w.Miss]>([
  ['an address', w.address as never, '192.0.2.300', { miss: 'invalid', at: 0 }],
  ['a number below', w.integer(5, 500) as never, '4', { miss: 'invalid', at: 0 }],
  ['a number above', w.integer(5, 500) as never, '501', { miss: 'invalid', at: 0 }],
  ['a number with a sign', w.integer(-5, 500) as never, '-3', { miss: 'invalid', at: 0 }],
  ['a choice', hash as never, 'md5', { miss: 'invalid', at: 0 }],
  ['the third of a list', w.list(hash) as never, 'sha512 sha384 md5', { miss: 'invalid', at: 2 }],
  ['a mask with holes', w.addressWithMask as never, '10.0.0.1 255.0.255.0', { miss: 'invalid', at: 1 }],
  ['a mask that is missing', w.addressWithMask as never, '10.0.0.1', { miss: 'incomplete', at: 1 }],
  ['a mask of no host', w.hostWithMask as never, '10.0.0.1 255.255.255.0', { miss: 'invalid', at: 1 }],
  ['the second word of a literal', w.literal('ipsec', 'ipv4') as never, 'ipsec ipv6', { miss: 'invalid', at: 1 }],
  ['the second field', dpd as never, '10 always', { miss: 'invalid', at: 1 }],
  ['the furthest of the variants', identity as never, 'address 10.0.0', { miss: 'invalid', at: 1 }],
  ['a variant that is none', identity as never, 'key-id x', { miss: 'invalid', at: 0 }],
  [
    'what follows the fixed words',
    w.after(['set', 'pfs'], w.integer(1, 24)) as never,
    'set pfs x',
    { miss: 'invalid', at: 2 },
  ],
  ['what is mapped to nothing', reversed as never, 'none', { miss: 'invalid', at: 0 }],
])('%s is missed where it stands', (_what, words, line, miss) => {
  expect(read(words, line)).toEqual(miss);
});

test('a keyword is read however it is written, and printed as the device does', () => {
  expect(read(hash, 'SHA384')).toEqual({ value: 'sha384', next: 1 });
  expect(read(spelling, 'ESP-GCM 256')).toEqual({ value: 'gcm256', next: 2 });
});
test('the longer of two spellings wins', () => {
  expect(read(spelling, 'esp-gcm 256 esp-sha-hmac')).toEqual({ value: 'gcm256', next: 2 });
  expect(read(spelling, 'esp-gcm esp-sha-hmac')).toEqual({ value: 'gcm', next: 1 });
});
test('a host is read with its mask and without', () => {
  expect(read(w.hostWithMask, '10.0.0.1')).toEqual({ value: '10.0.0.1', next: 1 });
  expect(read(w.hostWithMask, '10.0.0.1 255.255.255.255')).toEqual({ value: '10.0.0.1', next: 2 });
});
test('0.0.0.0 is every host: its mask is its own', () => {
  expect(w.hostWithMask.print('0.0.0.0')).toEqual(['0.0.0.0', '0.0.0.0']);
  expect(read(w.hostWithMask, '0.0.0.0 0.0.0.0')).toEqual({ value: '0.0.0.0', next: 2 });
  expect(read(w.hostWithMask, '0.0.0.0 255.255.255.255')).toEqual({ miss: 'invalid', at: 1 });
});
test('an optional field that is not there is left out', () => {
  expect(read(keypair, 'LABEL')).toEqual({ value: { label: 'LABEL' }, next: 1 });
  expect(read(keypair, 'LABEL x')).toEqual({ value: { label: 'LABEL' }, next: 1 });
});
test('an unprinted optional field leaves no gap', () => {
  expect(keypair.print({ label: 'LABEL' })).toEqual(['LABEL']);
});
describe('a secret', () => {
  const psk = { secret: 'env', name: 'PSK' } as const;
  test('prints as its marker', () => {
    expect(w.secret.print(psk)).toEqual([secretMarker(psk)]);
  });
  test('is read as the device shows it: type and text', () => {
    expect(read(w.secret, '6 ABCDEF')).toEqual({ value: { type: 6, text: 'ABCDEF' }, next: 2 });
    expect(read(w.secret, 'cisco123')).toEqual({ value: { text: 'cisco123' }, next: 1 });
    expect(read(w.secret, '7')).toEqual({ value: { text: '7' }, next: 1 });
    expect(read(w.secret, '')).toEqual({ miss: 'incomplete', at: 0 });
  });
  test('that was read never prints', () => {
    expect(w.secret.print({ text: 'cisco123' })).toEqual(['<secret:other>']);
    expect(w.secret.print({ type: 7, text: '0822455D0A16' })).toEqual(['<secret:other>']);
  });
});
test('a grammar that says no is a defect when it is reached', () => {
  expect(() => w.otherwise('no such thing')).toThrow('no grammar: no such thing');
});
