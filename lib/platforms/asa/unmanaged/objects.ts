import { knownLines, type KnownLines } from '../../../desired/cli/known-lines';

const members = knownLines([
  'network-object|service-object|port-object|protocol-object|icmp-object|group-object|description|user|user-group|security-group',
  'network-service-member|domain|subnet|app-id|tags|location',
]);

/** Objects that no noun covers, and the lines of those that one does which are of something else: the NAT of an object. */
export const objects: KnownLines = {
  'object network *': knownLines(['nat', 'description', 'host|subnet|range|fqdn']),
  'object service *': knownLines(['service', 'description']),
  'object network-service *': members,
  'object-group network|service|protocol|icmp-type|user|security|network-service *': members,
  // What no rule of an extended or standard list is; a list with a line that cannot be read is none.
  'access-list * webtype|ethertype': {},
  'access-list * rename': {},
  'access-list * line': {},
  'ip local pool': {},
  'ipv6 local pool': {},
};
