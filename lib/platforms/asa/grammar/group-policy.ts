import { line, statements, submode } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import { byName } from '../../../desired/cli/plain-words';
import {
  after,
  either,
  integer,
  list,
  name,
  oneOf,
  refTo,
  rest,
  spelled,
  type Words,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';

type Policy = NounOf<'asa-group-policy'>;
type Attributes = Omit<Policy, 'name'>;
type Protocol = NonNullable<Policy['tunnelProtocols']>[number];

const order: readonly Protocol[] = ['ikev1', 'ikev2', 'l2tp-ipsec', 'ssl-client', 'ssl-clientless'];
/** A set, which the ASA prints in one order. */
const protocols: Words<Protocol[]> = (() => {
  const all = list(oneOf(...order));
  return { ...all, print: (values) => all.print([...values].sort((a, b) => order.indexOf(a) - order.indexOf(b))) };
})();
const minutes = either<'none', number>(
  oneOf('none'),
  (value): value is 'none' => value === 'none',
  integer(1, 35791394),
);
const typeUser: Words<string> = {
  print: (value) => [value, 'type', 'user'],
  read: (words, at) =>
    words[at] !== undefined && words[at + 1] === 'type' && words[at + 2] === 'user'
      ? { value: words[at], next: at + 3 }
      : { miss: at < words.length ? 'invalid' : 'incomplete', at },
};

interface Web {
  readonly anyconnectProfile?: string;
}
/** `webvpn` is a mode inside the attributes. */
type Held = Omit<Attributes, 'anyconnectProfile'> & { readonly webvpn?: Web };
const web: Fields<Web> = { anyconnectProfile: line('anyconnect profiles value', typeUser) };

/** What goes is negated first and then the rest is set, as an ASA wants it. */
const attributes: Fields<Held> = {
  banner: line('banner value', rest),
  winsServers: line('wins-server value', list(name)),
  dnsServers: line('dns-server value', list(name)),
  simultaneousLogins: line('vpn-simultaneous-logins', integer(0, 2147483647)),
  idleTimeout: line('vpn-idle-timeout', minutes),
  sessionTimeout: line('vpn-session-timeout', minutes),
  filter: line('vpn-filter value', refTo('access-list')),
  tunnelProtocols: line('vpn-tunnel-protocol', protocols),
  groupLock: line('group-lock value', name),
  splitTunnelPolicy: line('split-tunnel-policy', oneOf('tunnelall', 'tunnelspecified', 'excludespecified')),
  splitTunnelNetworks: line('split-tunnel-network-list value', refTo('access-list')),
  defaultDomain: line('default-domain value', name),
  splitDns: line('split-dns value', list(name)),
  addressPools: line('address-pools value', list(refTo('address-pool'))),
  webvpn: submode('webvpn', 'config-group-webvpn', web),
};

/** What the lines of the noun hold: how it was made, and its attributes. */
export interface GroupPolicyLines {
  readonly name: string;
  readonly kind?: 'internal';
  readonly attributes?: Held;
}

/** Two headers of one name; `DfltGrpPolicy` was made by nobody. */
export const asaGroupPolicy = statements<GroupPolicyLines>({
  lead: 'group-policy',
  key: byName,
  clear: 'clear configure group-policy',
  builtIn: ['DfltGrpPolicy'],
  through: {
    lines: (noun) => {
      const { name: _name, anyconnectProfile, ...held } = noun as unknown as Policy;
      const inner = anyconnectProfile === undefined ? {} : { webvpn: { anyconnectProfile } };
      return { kind: 'internal', attributes: { ...held, ...inner } };
    },
    noun: (lines) => {
      const { webvpn, ...held } = (lines['attributes'] ?? {}) as Held;
      return { ...held, ...webvpn };
    },
  },
  fields: {
    kind: line('', after([], spelled({ internal: 'internal' })), { immutable: true }),
    attributes: submode('attributes', 'config-group-policy', attributes),
  },
});
