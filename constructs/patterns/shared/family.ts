import { isIpv4, isIpv6 } from '../../../lib/kernel/ip';

export type Family = 'IPv4' | 'IPv6';

/** Undefined: of a name, or of an address that is not known. */
export const familyOf = (text: string): Family | undefined =>
  isIpv4(text.split('/')[0]!) ? 'IPv4' : isIpv6(text.split('/')[0]!) ? 'IPv6' : undefined;

/** Networks of the other family than the addresses of the tunnel, each with what to do. */
export const strangersTo = (inside: Family, networks: readonly string[]): readonly string[] =>
  networks
    .filter((network) => familyOf(network) !== undefined && familyOf(network) !== inside)
    .map((network) => `${network} does not go through a tunnel with ${inside} addresses: leave it out`);
