import { flag, line, lines, section } from '../../../desired/cli/forms';
import {
  after,
  either,
  hostWithMask,
  integer,
  literal,
  mapped,
  name,
  oneOf,
  prefix6,
  refTo,
  rest,
  sequence,
  variants,
  word,
  type Words,
} from '../../../desired/cli/words';
import { ipv4Prefix, isIpv4Cidr, lengthOfMask } from '../../../kernel/ip';
import type { IkeIdentity } from '../../../model/shared/ikev2-profile';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import {
  aaaKeyring,
  authorization,
  authorizationKey,
  localMethod,
  methodWord,
  remoteMethod,
  trusted,
  withoutAuthorization,
} from './ike-authentication';
import { application } from './ikev2';
import { anyAddress, bare, byName, port, vrf } from './words';

type Profile = NounOf<'ikev2-profile'>;

const identity = variants<IkeIdentity, 'type'>('type', {
  dn: bare(literal('dn')),
  address: after(['address'], sequence<{ address: string }>({ address: anyAddress })),
  fqdn: after(['fqdn'], sequence<{ fqdn: string }>({ fqdn: name })),
  email: after(['email'], sequence<{ email: string }>({ email: name })),
  'key-id': after(['key-id'], sequence<{ keyId: string }>({ keyId: name })),
});

/** A network with its mask; a host by itself is the other form. */
const network: Words<string> = {
  print: (value) => [ipv4Prefix(value).address, ipv4Prefix(value).mask],
  read: (words, at) => {
    const length = lengthOfMask(words[at + 1] ?? '');
    if (length === undefined || length === 32) return { miss: 'invalid', at };
    return { value: `${words[at]}/${length}`, next: at + 2 };
  },
};
const ipv4Match = either<string, string>(hostWithMask, (text): text is string => !isIpv4Cidr(text), network);
const remoteAddress = either<string, string>(ipv4Match, (text): text is string => !text.includes(':'), prefix6);

type Local = NonNullable<Profile['matchLocal']>[number];
const localMatch = either<string, Exclude<Local, string>>(
  anyAddress,
  (value): value is string => typeof value === 'string',
  after(['interface'], sequence<Exclude<Local, string>>({ interface: port })),
);

const lifetime = either<number, 'certificate'>(
  integer(120, 86400),
  (value): value is number => typeof value === 'number',
  oneOf('certificate'),
);

/** The template by its number alone. */
const templateNumber = word(
  (text): Ref<'virtual-template'> | undefined =>
    /^\d{1,4}$/.test(text) ? { ref: 'virtual-template', name: `Virtual-Template${text}` } : undefined,
  (ref) => ref.name.replace(/^\D+/, ''),
);
type Template = NonNullable<Profile['virtualTemplate']>;
const template: Words<Template> = mapped(
  sequence<{ template: Ref<'virtual-template'>; mode?: 'auto' }>(
    { template: templateNumber, mode: after(['mode'], oneOf('auto')) },
    ['mode'],
  ),
  ({ template: ref, mode }): Template => (mode ? { template: ref, mode } : ref),
  (value) => ('template' in value ? value : { template: value }),
);

type Reconnect = NonNullable<Profile['reconnect']>;
const reconnect: Words<Reconnect> = mapped(
  sequence<{ timeout?: number }>({ timeout: after(['timeout'], integer(600, 86400)) }, ['timeout']),
  ({ timeout }): Reconnect => (timeout === undefined ? true : { timeout }),
  (value) => (value === true ? {} : value),
);

/** The order is the one in which the device prints: remote authentication before local, however it was typed. */
export const ikev2Profile = section<Profile>({
  lead: 'crypto ikev2 profile',
  prompt: 'config-ikev2-profile',
  key: byName,
  decides: { lines: /^(match|identity|authentication|keyring|pki trustpoint) / },
  fields: {
    description: line('description', rest),
    matchFvrf: line('match fvrf', vrf),
    matchLocal: lines('match address local', localMatch),
    matchInboundOnly: flag('match inbound-only', false),
    matchApplication: line('match application', application),
    matchRemoteAddresses: lines('match identity remote address', remoteAddress),
    matchRemoteFqdns: lines('match identity remote fqdn', name),
    matchRemoteFqdnDomains: lines('match identity remote fqdn domain', name),
    matchRemoteEmails: lines('match identity remote email', name),
    matchRemoteEmailDomains: lines('match identity remote email domain', name),
    matchRemoteKeyIds: lines('match identity remote key-id', name),
    matchRemoteAny: flag('match identity remote any', false),
    matchCertificates: lines('match certificate', refTo('certificate-map')),
    identityLocal: line('identity local', identity),
    // One line for each method. Whether an option is changed by retyping is not proven: the old line goes first.
    authenticationRemote: lines('authentication remote', remoteMethod, { key: methodWord, replaceByNegation: true }),
    authenticationLocal: line('authentication local', localMethod),
    keyring: line('keyring local', refTo('ikev2-keyring')),
    keyringAaa: line('keyring aaa', aaaKeyring),
    keyringPpk: line('keyring ppk', refTo('ikev2-keyring')),
    trustpoints: lines('pki trustpoint', trusted, {
      key: (value) => ['trustpoint' in value ? value.trustpoint.name : value.name],
      replaceByNegation: true,
    }),
    lifetime: line('lifetime', lifetime, { defaultOmitted: 86400 }),
    dpd: line(
      'dpd',
      sequence({ interval: integer(10, 3600), retry: integer(2, 60), mode: oneOf('on-demand', 'periodic') }),
    ),
    natKeepalive: line('nat keepalive', integer(5, 3600)),
    natForceEncap: flag('nat force-encap', false),
    ivrf: line('ivrf', vrf),
    aaaAuthentication: lines(
      'aaa authentication',
      sequence({ method: oneOf('eap', 'anyconnect-eap'), list: refTo('aaa-authentication-list') }),
      { key: ({ method }) => [method], replaceByNegation: true },
    ),
    aaaAuthorization: lines('aaa authorization', authorization, {
      key: authorizationKey,
      undo: withoutAuthorization,
      replaceByNegation: true,
    }),
    aaaAccounting: lines(
      'aaa accounting',
      sequence({ method: oneOf('cert', 'eap', 'psk', 'anyconnect-eap'), list: refTo('aaa-accounting-list') }),
      { key: ({ method }) => [method], replaceByNegation: true },
    ),
    virtualTemplate: line('virtual-template', template),
    anyconnectProfile: line('anyconnect profile', refTo('anyconnect-profile')),
    reconnect: line('reconnect', reconnect),
    redirectGatewayAuth: flag('redirect gateway auth', false),
    configExchangeRequest: flag('config-exchange request', true),
    configExchangeSetAccept: flag('config-exchange set accept', true),
    configExchangeSetSend: flag('config-exchange set send', true),
    initialContactForce: flag('initial-contact force', false),
    shutdown: flag('shutdown', false),
    dynamic: flag('dynamic', false),
  },
});
