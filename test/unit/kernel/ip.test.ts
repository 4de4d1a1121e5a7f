import {
  ipv4Prefix,
  isIpv4,
  isIpv4Cidr,
  isIpv6,
  lengthOfMask,
  maskOf,
  networkOf,
  overlaps,
} from '../../../lib/kernel/ip';

test.each(['0.0.0.0', '192.0.2.1', '255.255.255.255'])('%s is an IPv4 address', (text) => {
  expect(isIpv4(text)).toBe(true);
});
test.each([
  '',
  '192.0.2',
  '192.0.2.256',
  '192.0.2.01',
  '0x7f.0.0.1',
  '3221225985',
  ' 192.0.2.1',
  '192.0.2.1 ',
  'a.b.c.d',
])('%p is not a valid IPv4 address', (text) => {
  expect(isIpv4(text)).toBe(false);
});
test.each(['0.0.0.0/0', '10.58.1.1/30', '10.0.0.0/8', '192.0.2.1/32'])('%s is an address with a length', (text) => {
  expect(isIpv4Cidr(text)).toBe(true);
});
test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/08', '10.0.0.0/8/8', '10.0.0/8', '10.0.0.0/-1', '/8', ''])(
  '%p is not a valid address with a length',
  (text) => {
    expect(isIpv4Cidr(text)).toBe(false);
  },
);
test('an IPv6 address is told from an IPv4 one', () => {
  expect([isIpv6('2001:db8::1'), isIpv6('192.0.2.1'), isIpv4('2001:db8::1')]).toEqual([true, false, false]);
});
test('a prefix splits into address, length and mask', () => {
  expect(ipv4Prefix('10.58.1.1/30')).toEqual({ address: '10.58.1.1', length: 30, mask: '255.255.255.252' });
});
test('masks and lengths are each other’s inverse', () => {
  for (let length = 0; length <= 32; length++) expect(lengthOfMask(maskOf(length))).toBe(length);
});
test.each(['255.0.255.0', '0.255.255.255', '255.255.255.1', 'mask'])('%s is not a mask', (text) => {
  expect(lengthOfMask(text)).toBeUndefined();
});
test('a network is its address with the host part zero', () => {
  expect([networkOf('10.58.1.1/30'), networkOf('10.20.30.40/0'), networkOf('10.20.30.40/32')]).toEqual([
    '10.58.1.0/30',
    '0.0.0.0/0',
    '10.20.30.40/32',
  ]);
});
test.each([
  ['10.0.0.0/8', '10.20.0.0/16', true],
  ['10.20.0.0/16', '10.0.0.0/8', true],
  ['10.20.0.0/16', '10.21.0.0/16', false],
  ['0.0.0.0/0', '192.0.2.0/24', true],
  ['10.58.1.1/30', '10.58.1.2/30', true],
  ['10.58.1.1/32', '10.58.1.2/32', false],
  ['2001:db8::/32', '2001:DB8:93::1/128', true],
  ['2001:db8::/32', '2001:db9::/32', false],
  ['::/0', '10.58.1.1/32', false],
])('%s and %s share an address: %p', (a, b, shared) => {
  expect([overlaps(a, b), overlaps(b, a)]).toEqual([shared, shared]);
});
