import ipaddr from 'ipaddr.js';

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const fourOctets = new RegExp(`^${octet}(\\.${octet}){3}$`);

/** Four decimal parts without leading zeros. Asked of names of interfaces too, which an exception for each would make slow. */
export const isIpv4 = (text: string): boolean => fourOctets.test(text);
export const isIpv6 = (text: string): boolean => ipaddr.IPv6.isValid(text);

/** `10.20.0.0/16`; four decimal parts and a length of 0 to 32. */
export const isIpv4Cidr = (text: string): boolean => {
  const [address, length, ...rest] = text.split('/');
  return rest.length === 0 && isIpv4(address ?? '') && /^(\d|[12]\d|3[0-2])$/.test(length ?? '');
};

/** `2001:db8::1/64`: an address and a length of 0 to 128. */
export const isIpv6Cidr = (text: string): boolean => {
  const [address, length, ...rest] = text.split('/');
  return rest.length === 0 && isIpv6(address ?? '') && /^(\d{1,2}|1[01]\d|12[0-8])$/.test(length ?? '');
};

/** Of two addresses of one kind: whether the first is not higher than the other. */
export const isRising = (from: string, to: string): boolean => {
  const [a, b] = [from, to].map((text) => ipaddr.parse(text).toByteArray());
  const at = a!.findIndex((byte, i) => byte !== b![i]);
  return at < 0 || a![at]! < b![at]!;
};

/** One spelling (RFC 5952) of an IPv6 address with or without a length: devices print capitals. */
export const canonicalIpv6 = (text: string): string => {
  const [address, ...length] = text.split('/');
  return [ipaddr.IPv6.parse(address!).toString(), ...length].join('/');
};

/** `0.0.0.255` and `255.255.255.0` of each other. */
export const inverse = (mask: string): string =>
  mask
    .split('.')
    .map((part) => 255 - Number(part))
    .join('.');

export interface Ipv4Prefix {
  readonly address: string;
  readonly length: number;
  readonly mask: string;
}

/** Splits `10.58.1.1/30`. Give it only text that `isIpv4Cidr` accepts. */
export const ipv4Prefix = (cidr: string): Ipv4Prefix => {
  const slash = cidr.indexOf('/');
  const length = Number(cidr.slice(slash + 1));
  return { address: cidr.slice(0, slash), length, mask: maskOf(length) };
};

const masks = Array.from({ length: 33 }, (_, length) => ipaddr.IPv4.subnetMaskFromPrefixLength(length).toString());
/** `255.255.255.252` of 30. */
export const maskOf = (length: number): string => masks[length]!;

/** The length of a dotted mask, or undefined where the mask has holes or is none. */
export const lengthOfMask = (mask: string): number | undefined =>
  isIpv4(mask) ? (ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask() ?? undefined) : undefined;

/** The network of an address with a length: `10.58.1.1/30` gives `10.58.1.0/30`. */
export const networkOf = (cidr: string): string =>
  `${ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()}/${cidr.split('/')[1]}`;

/** The same of IPv6: `2001:db8::1/32` gives `2001:db8::/32`. */
export const networkOf6 = (cidr: string): string =>
  canonicalIpv6(`${ipaddr.IPv6.networkAddressFromCIDR(cidr).toString()}/${cidr.split('/')[1]}`);

/** Whether two prefixes, of IPv4 or of IPv6, share an address; those of different families do not. */
export const overlaps = (a: string, b: string): boolean => {
  if (a.includes(':') !== b.includes(':')) return false;
  // Asked for each family by its name: `ipaddr.parseCIDR` throws and catches for each IPv4.
  const [one, other] = [a, b].map((text) => (text.includes(':') ? ipaddr.IPv6 : ipaddr.IPv4).parseCIDR(text));
  return one![0].match(other![0], Math.min(one![1], other![1]));
};
