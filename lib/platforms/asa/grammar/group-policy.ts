import { line, lines, statements, submode } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import { byName } from '../../../desired/cli/plain-words';
import { after, either, integer, list, name, oneOf, refTo, spelled, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { attributeInPolicy } from './client-attributes';

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
/** One line of a banner; without a text it says that there is none. */
interface BannerLine {
  readonly says?: string;
}
const bannerLine: Words<BannerLine> = {
  print: ({ says }) => (says === undefined ? ['none'] : ['value', ...says.split(' ').filter((word) => word !== '')]),
  read: (words, at) => {
    if (words[at] === 'none' && words.length === at + 1) return { value: {}, next: at + 1 };
    if (words[at] !== 'value') return { miss: at < words.length ? 'invalid' : 'incomplete', at };
    return { value: { says: words.slice(at + 1).join(' ') }, next: words.length };
  },
};
const bannerLines = (banner: Attributes['banner']): readonly BannerLine[] =>
  banner === 'none' ? [{}] : [banner!].flat().map((says) => ({ says }));
const bannerOf = (lines: readonly BannerLine[]): Attributes['banner'] => {
  const texts = lines.map(({ says }) => says);
  if (texts.includes(undefined)) return 'none';
  return texts.length === 1 && texts[0] !== 'none' && texts[0] !== '' ? texts[0] : (texts as string[]);
};

/** `value` and what it is, or `none`. */
const orNone = <T>(words: Words<T>): Words<T | 'none'> =>
  either<'none', T>(oneOf('none'), (value): value is 'none' => value === 'none', after(['value'], words));

/** `webvpn` is a mode inside the attributes. */
type Held = Omit<Attributes, 'anyconnectProfile' | 'banner'> & {
  readonly banner?: BannerLine[];
  readonly webvpn?: Web;
};
const web: Fields<Web> = { anyconnectProfile: line('anyconnect profiles value', typeUser) };

/** What goes is negated first and then the rest is set, as an ASA wants it. */
const attributes: Fields<Held> = {
  // Whether `no banner value` with its text takes one line of several back is not proven.
  banner: lines('banner', bannerLine, { ordered: true, repeats: () => true }),
  winsServers: line('wins-server', orNone(list(name))),
  dnsServers: line('dns-server', orNone(list(name))),
  simultaneousLogins: line('vpn-simultaneous-logins', integer(0, 2147483647)),
  idleTimeout: line('vpn-idle-timeout', minutes),
  sessionTimeout: line('vpn-session-timeout', minutes),
  filter: line('vpn-filter', orNone(refTo('access-list'))),
  tunnelProtocols: line('vpn-tunnel-protocol', protocols),
  groupLock: line('group-lock', orNone(name)),
  splitTunnelPolicy: line('split-tunnel-policy', oneOf('tunnelall', 'tunnelspecified', 'excludespecified')),
  splitTunnelNetworks: line('split-tunnel-network-list', orNone(refTo('access-list'))),
  defaultDomain: line('default-domain', orNone(name)),
  splitDns: line('split-dns', orNone(list(name))),
  addressPools: line('address-pools', orNone(list(refTo('address-pool')))),
  customAttributes: lines('anyconnect-custom', attributeInPolicy, {
    key: (ref) => attributeInPolicy.print(ref).slice(0, 1),
    undo: (ref) => ['no', 'anyconnect-custom', ...attributeInPolicy.print(ref).slice(0, 1)],
  }),
  webvpn: submode('webvpn', 'config-group-webvpn', web),
};

/** What the lines of the noun hold: how it was made, and its attributes. */
export interface GroupPolicyLines {
  readonly name: string;
  readonly kind?: 'internal';
  readonly attributes?: Held;
}

/** Two headers of one name; `DfltGrpPolicy` is there by itself. */
export const asaGroupPolicy = statements<GroupPolicyLines>({
  lead: 'group-policy',
  key: byName,
  clear: 'clear configure group-policy',
  builtIn: ['DfltGrpPolicy'],
  through: {
    lines: (noun) => {
      const { name: _name, anyconnectProfile, banner, ...held } = noun as unknown as Policy;
      const inner = anyconnectProfile === undefined ? {} : { webvpn: { anyconnectProfile } };
      const shown = banner === undefined ? {} : { banner: bannerLines(banner) };
      return { kind: 'internal', attributes: { ...held, ...shown, ...inner } };
    },
    noun: (lines) => {
      const { webvpn, banner, ...held } = (lines['attributes'] ?? {}) as Held;
      return { ...held, ...(banner === undefined ? {} : { banner: bannerOf(banner) }), ...webvpn };
    },
  },
  fields: {
    kind: line('', after([], spelled({ internal: 'internal' })), { immutable: true }),
    attributes: submode('attributes', 'config-group-policy', attributes),
  },
});
