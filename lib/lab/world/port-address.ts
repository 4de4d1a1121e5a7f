import { canonicalIpv6, isIpv6Cidr } from '../../kernel/ip';

/** The address of an interface from which a peer is reached: of the peer's family, as its lines say it. */
export const addressTowards = (lines: readonly string[], peer: string | undefined): string | undefined => {
  if (!peer?.includes(':')) return lines.find((line) => /^ip address \d/.test(line))?.split(' ')[2];
  const cidr = lines.map((line) => /^ipv6 address (\S+)$/.exec(line)?.[1]).find((text) => isIpv6Cidr(text ?? ''));
  return cidr === undefined ? undefined : canonicalIpv6(cidr).split('/')[0];
};
