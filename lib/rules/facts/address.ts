import { isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr, overlaps } from '../../kernel/ip';

/** With its length; undefined of what is neither an address nor a network of IPv4. */
export const prefix = (text: string): string | undefined =>
  isIpv4Cidr(text) ? text : isIpv4(text) ? `${text}/32` : undefined;

/** The same of both families. */
const prefixOfAny = (text: string): string | undefined =>
  isIpv6Cidr(text) ? text : isIpv6(text) ? `${text}/128` : prefix(text);

/** Whether a host or network holds another, or is it. */
export const contains = (outer: string, inner: string): boolean => {
  if (outer === inner) return true;
  const [a, b] = [prefixOfAny(outer), prefixOfAny(inner)];
  return a !== undefined && b !== undefined && Number(a.split('/')[1]) <= Number(b.split('/')[1]) && overlaps(a, b);
};

/** An IPv4 address as a number. */
export const numeric = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
/** A number as an IPv4 address. */
export const dotted = (n: number): string => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.');

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** First and last address of a network, or of a host. Undefined of what is not IPv4. */
export const rangeOf = (text: string): Range | undefined => {
  const whole = prefix(text);
  if (whole === undefined) return undefined;
  const [address = '', length = '32'] = whole.split('/');
  const size = 2 ** (32 - Number(length));
  const from = Math.floor(numeric(address) / size) * size;
  return { from, to: from + size - 1 };
};
export const meet = (a: Range, b: Range): boolean => a.from <= b.to && b.from <= a.to;

/** Addresses that are translated on the way to the internet (RFC 1918, RFC 6598). */
export const isPrivate = (address: string): boolean =>
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].some((network) => contains(network, address));
