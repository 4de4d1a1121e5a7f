import { address, integer, mapped, oneOf, sequence, word, type Words } from '../../desired/cli/words';
import { ipv4Prefix, lengthOfMask } from '../../kernel/ip';

/** The number of an autonomous system, as text. */
export const bgpNumber: Words<string> = word((text) => (/^[1-9]\d{0,9}$/.test(text) ? text : undefined));

/** `timers 10 30`. */
export const timers = sequence<{ keepalive: number; hold: number }>({
  keepalive: integer(1, 65535),
  hold: integer(3, 65535),
});

/** `203.0.113.1 activate`. */
export const activated: Words<{ address: string }> = mapped(
  sequence<{ address: string; active: 'activate' }>({ address, active: oneOf('activate') }),
  ({ address: neighbor }) => ({ address: neighbor }),
  ({ address: neighbor }) => ({ address: neighbor, active: 'activate' as const }),
);

const classLength = (host: string): number => {
  const first = Number(host.split('.')[0]);
  return first < 128 ? 8 : first < 192 ? 16 : 24;
};

/** `10.20.0.0 mask 255.255.0.0`; the mask is not printed where it is that of the class. */
export const advertised: Words<string> = {
  print: (cidr) => {
    const { address: network, length, mask } = ipv4Prefix(cidr);
    return length === classLength(network) ? [network] : [network, 'mask', mask];
  },
  read: (words, at) => {
    const [network, keyword, mask] = words.slice(at, at + 3);
    if (network === undefined) return { miss: 'incomplete', at };
    const read = address.read(words, at);
    if ('miss' in read) return read;
    if (keyword !== 'mask') return { value: `${network}/${classLength(network)}`, next: at + 1 };
    const length = mask === undefined ? undefined : lengthOfMask(mask);
    if (length === undefined) return { miss: mask === undefined ? 'incomplete' : 'invalid', at: at + 2 };
    return { value: `${network}/${length}`, next: at + 3 };
  },
};
