import { line, lines, refused, section } from '../../../desired/cli/forms';
import { byName } from '../../../desired/cli/plain-words';
import { address, addressWithMask, after, either, refTo, rest, type Words } from '../../../desired/cli/words';
import { canonicalIpv6, isIpv4, isIpv6, isIpv6Cidr } from '../../../kernel/ip';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { hostOrNetwork } from './words';

const objectValue: Words<string> = {
  print: (value) => {
    if (value.includes('-')) return ['range', ...value.split('-')];
    if (isIpv4(value) || isIpv6(value)) return ['host', value];
    return ['subnet', ...(isIpv6Cidr(value) ? [value] : addressWithMask.print(value))];
  },
  read: (words, at) => {
    const [first = '', last = ''] = words.slice(at + 1);
    if (words[at] === 'host' && isIpv6(first)) return { value: canonicalIpv6(first), next: at + 2 };
    if (words[at] === 'host') return address.read(words, at + 1);
    if (words[at] === 'range' && isIpv4(first) && isIpv4(last)) return { value: `${first}-${last}`, next: at + 3 };
    if (words[at] === 'subnet' && isIpv6Cidr(first)) return { value: canonicalIpv6(first), next: at + 2 };
    return words[at] === 'subnet' ? addressWithMask.read(words, at + 1) : { miss: 'invalid', at };
  },
};
const noOverrides = "only an FMC has object overrides: here the object is this ASA's own";
/** An object may hold NAT and a description besides, which an ASA prints in a second block: those are of others. */
export const networkObject = section<NounOf<'network-object'>>({
  lead: 'object network',
  prompt: 'config-network-object',
  key: byName,
  ownership: 'lines',
  fields: { value: line('', objectValue), overridable: refused(noOverrides) },
});

type Member = NounOf<'network-group'>['members'][number];
/** `network-object object LAN`, `network-object host 192.0.2.1`, `group-object SITES`. */
const member: Words<Member> = either(
  after(['group-object'], refTo('network-group')),
  (value): value is Ref<'network-group'> => typeof value !== 'string' && value.ref === 'network-group',
  after(
    ['network-object'],
    either(
      after(['object'], refTo('network-object')),
      (value): value is Ref<'network-object'> => typeof value !== 'string',
      hostOrNetwork,
    ),
  ),
);
/** A group with a member that cannot be read would hold less than it does. An ASA keeps them in the order in which they came. */
export const networkGroup = section<NounOf<'network-group'>>({
  lead: 'object-group network',
  prompt: 'config-network-object-group',
  key: byName,
  decides: { lines: 'all' },
  fields: {
    members: lines('', member),
    description: line('description', rest),
    overridable: refused(noOverrides),
  },
});
