import { flag, onHeaderLine, line, lines, statement, statements, submode } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import { byName, nothing } from '../../../desired/cli/plain-words';
import {
  after,
  either,
  integer,
  list,
  mapped,
  name,
  oneOf,
  present,
  quoted,
  refTo,
  rest,
  secret,
  sequence,
  spelled,
  type Words,
} from '../../../desired/cli/words';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { standingTunnelGroups } from '../../../model/firewall/tunnel-group';
import { leadOfSecret } from '../../../model/secret';
import { bareName, onInterface } from './words';

type Group = NounOf<'tunnel-group'>;
type General = NonNullable<Group['general']>;
type Ipsec = NonNullable<Group['ipsec']>;
type Web = NonNullable<Group['webvpn']>;
type Rule = NounOf<'tunnel-group-map'>;

const named = <K extends string>(kind: K): Words<Ref<K>> =>
  mapped(
    bareName,
    (text) => ({ ref: kind, name: text }),
    (ref) => ref.name,
  );
const servers = either<'LOCAL', Ref<'aaa-server'>>(
  {
    print: (value) => [value],
    read: (words, at) => (words[at] === 'LOCAL' ? { value: 'LOCAL', next: at + 1 } : { miss: 'invalid', at }),
  },
  (value): value is 'LOCAL' => value === 'LOCAL',
  named('aaa-server'),
);
/** `LOCAL` behind a group: the users of the ASA, where its servers are silent. */
const behind: Words<'yes'> = {
  print: () => ['LOCAL'],
  read: (words, at) => (words[at] === 'LOCAL' ? { value: 'yes', next: at + 1 } : { miss: 'invalid', at }),
};
const pools = list(named('address-pool'));

/** A line that is kept as it is printed, unless it holds a secret: that would be shown with it. */
const asPrinted: Words<string> = {
  ...rest,
  read: (words, at) =>
    leadOfSecret(words.slice(at).join(' ')) === undefined ? rest.read(words, at) : { miss: 'invalid', at },
};

const general: Fields<General> = {
  addressPoolsOn: lines('address-pool', sequence({ interface: onInterface, pools }), {
    key: (item) => onInterface.print(item.interface),
  }),
  addressPools: line('address-pool', pools),
  authenticationServersOn: lines('authentication-server-group', sequence({ interface: onInterface, servers }), {
    key: (item) => onInterface.print(item.interface),
  }),
  // Whether LOCAL stands behind it is a field of its own: see `through`.
  authenticationServers: line(
    'authentication-server-group',
    sequence<{ servers: General['authenticationServers']; local?: 'yes' }>({ servers, local: behind }, ['local']),
    { defaultOmitted: { servers: 'LOCAL' } },
  ) as never,
  authenticationFallsBack: onHeaderLine,
  // The word at the end of the line is a field of its own: see `through`.
  secondaryAuthenticationServers: line(
    'secondary-authentication-server-group',
    sequence({ servers, same: spelled({ yes: 'use-primary-username' }) }, ['same']),
  ) as never,
  secondaryUsesPrimaryUsername: onHeaderLine,
  authorizationServers: line('authorization-server-group', servers),
  authorizationRequired: line('authorization-required', nothing),
  accountingServers: line('accounting-server-group', servers),
  defaultGroupPolicy: line('default-group-policy', named('asa-group-policy')),
  usernameFromCertificate: line('username-from-certificate', name),
  stripRealm: flag('strip-realm', false),
  stripGroup: flag('strip-group', false),
  others: lines('', asPrinted),
};

const eap: Words<NonNullable<Ipsec['remoteEap']>> = {
  print: (value) => (value === 'query-identity' ? [value] : []),
  read: (words, at) =>
    at === words.length
      ? { value: 'identity-of-ike', next: at }
      : words[at] === 'query-identity'
        ? { value: 'query-identity', next: at + 1 }
        : { miss: 'invalid', at },
};
const key = secret as never;

/** One line for each way in which the peer may prove itself; a key is taken back without its text. */
const ipsec: Fields<Ipsec> = {
  ikev1Key: line('ikev1 pre-shared-key', key, { undoByLead: true }),
  chain: flag('chain', false),
  remoteEap: line('ikev2 remote-authentication eap', eap),
  remoteCertificate: line('ikev2 remote-authentication certificate', nothing),
  remoteKey: line('ikev2 remote-authentication pre-shared-key', key, { undoByLead: true }),
  localCertificate: line('ikev2 local-authentication certificate', named('cert-trustpoint')),
  localKey: line('ikev2 local-authentication pre-shared-key', key, { undoByLead: true }),
  keepAlive: line(
    'isakmp keepalive',
    sequence<{ threshold: number; retry: number }>({
      threshold: after(['threshold'], integer(10, 3600)),
      retry: after(['retry'], integer(2, 10)),
    }),
  ),
  keepAliveOff: flag('isakmp keepalive disable', false),
  peerIdValidate: line('peer-id-validate', oneOf('req', 'cert', 'nocheck'), { defaultOmitted: 'req' }),
  others: lines('', asPrinted),
};

/** What is on the login page: `Staff enable`. An ASA keeps what is off as `disable`, which no field says. */
const enabled = (item: Words<string>): Words<string> =>
  mapped(
    sequence<{ item: string; is: true }>({ item, is: present('enable') }),
    (read) => read.item,
    (value) => ({ item: value, is: true as const }),
  );
/** With blanks it stands in quotes. */
const alias: Words<string> = either<string, string>(quoted, (text): text is string => text.includes(' '), name);
const samlProvider: Words<NonNullable<Web['samlProvider']>> = mapped(
  name,
  (entityId) => ({ webvpn: { ref: 'webvpn', name: 'webvpn' }, entityId }),
  ({ entityId }) => entityId,
);
const web: Fields<Web> = {
  authentication: line(
    'authentication',
    spelled({ aaa: 'aaa', certificate: 'certificate', 'aaa certificate': 'aaa certificate', saml: 'saml' }),
    { defaultOmitted: 'aaa' },
  ),
  samlProvider: line('saml identity-provider', samlProvider),
  aliases: lines('group-alias', enabled(alias)),
  urls: lines('group-url', enabled(name)),
  others: lines('', asPrinted),
};

/** Fields that stand on one line with another. */
const together = {
  lines: (noun: Record<string, unknown>): Record<string, unknown> => {
    const held = noun['general'] as General | undefined;
    if (held === undefined) return noun;
    const { authenticationServers: first, authenticationFallsBack: local, ...others } = held;
    const { secondaryAuthenticationServers: second, secondaryUsesPrimaryUsername: same } = held;
    const lines = {
      ...others,
      ...(first === undefined ? {} : { authenticationServers: { servers: first, ...(local ? { local: 'yes' } : {}) } }),
      ...(second === undefined
        ? {}
        : { secondaryAuthenticationServers: { servers: second, ...(same ? { same: 'yes' } : {}) } }),
    };
    return { ...noun, general: lines };
  },
  noun: (lines: Record<string, unknown>): Record<string, unknown> => {
    const held = lines['general'] as Record<string, unknown> | undefined;
    if (held === undefined) return lines;
    const first = held['authenticationServers'] as { servers: unknown; local?: string } | undefined;
    const second = held['secondaryAuthenticationServers'] as { servers: unknown; same?: string } | undefined;
    const general = {
      ...held,
      ...(first === undefined ? {} : { authenticationServers: first.servers }),
      ...(first?.local === undefined ? {} : { authenticationFallsBack: true }),
      ...(second === undefined ? {} : { secondaryAuthenticationServers: second.servers }),
      ...(second?.same === undefined ? {} : { secondaryUsesPrimaryUsername: true }),
    };
    return { ...lines, general };
  },
};

/** Four headers of one name. The type is typed first and never again. */
export const tunnelGroup = statements<Group>({
  lead: 'tunnel-group',
  key: byName,
  clear: 'clear configure tunnel-group',
  builtIn: standingTunnelGroups,
  through: together,
  fields: {
    type: line('type', oneOf('remote-access', 'ipsec-l2l'), { immutable: true }),
    general: submode('general-attributes', 'config-tunnel-general', general),
    webvpn: submode('webvpn-attributes', 'config-tunnel-webvpn', web),
    ipsec: submode('ipsec-attributes', 'config-tunnel-ipsec', ipsec),
    ppp: submode('ppp-attributes', 'config-ppp', { authentication: lines('authentication', name) }),
  },
});

/** `tunnel-group-map MAP 10 GROUP`: typed again it names another group. */
export const tunnelGroupMap = statement<Rule>({
  lead: 'tunnel-group-map',
  words: mapped(
    sequence<{ map: Ref<'certificate-map'>; sequence: number }>({
      map: refTo('certificate-map'),
      sequence: integer(1, 65535),
    }),
    (at): Partial<Rule> => ({ ...at, name: `${at.map.name}/${at.sequence}` }),
    (rule) => ({ map: rule.map!, sequence: rule.sequence! }),
  ),
  args: sequence<Pick<Rule, 'group'>>({ group: named('tunnel-group') }),
});
