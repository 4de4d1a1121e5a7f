import {
  address,
  after,
  hostWithMask,
  integer,
  list,
  literal,
  mapped,
  name,
  oneOf,
  refTo,
  rest,
  secret,
  sequence,
  variants,
  word,
} from '../../../desired/cli/words';
import { blocks, line, lines, refused, section } from '../../../desired/cli/grammar';
import type { IkeIdentity } from '../../../model/ikev2-profile';
import type { NounOf } from '../../../model/nouns';

const ikeEncryption = oneOf('aes-gcm-256', 'aes-gcm-128', 'aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des');
const hash = oneOf('sha512', 'sha384', 'sha256', 'sha1', 'md5');
const group = word((text) => ([1, 2, 5, 14, 15, 16, 19, 20, 21, 24] as const).find((n) => String(n) === text));
export const byName = sequence<{ name: string }>({ name });

export const ikev2Proposal = section<NounOf<'ikev2-proposal'>>({
  lead: 'crypto ikev2 proposal',
  prompt: 'config-ikev2-proposal',
  key: byName,
  fields: {
    encryption: line('encryption', list(ikeEncryption)),
    integrity: line('integrity', list(hash)),
    prf: line('prf', list(hash)),
    group: line('group', list(group)),
  },
});

export const ikev2Policy = section<NounOf<'ikev2-policy'>>({
  lead: 'crypto ikev2 policy',
  prompt: 'config-ikev2-policy',
  key: byName,
  fields: {
    fvrf: line('match fvrf', name),
    localAddresses: lines('match address local', address),
    proposals: lines('proposal', refTo('ikev2-proposal')),
    priority: refused('IOS-XE has no priority: the policy is chosen by its match lines'),
    lifetime: refused('on IOS-XE the IKE lifetime stands in the profile: write lifetime on IkeV2Profile'),
  },
});

/** Seen on devices: a host prints no mask in a keyring peer. */
export const ikev2Keyring = section<NounOf<'ikev2-keyring'>>({
  lead: 'crypto ikev2 keyring',
  prompt: 'config-ikev2-keyring',
  key: byName,
  fields: {
    peers: blocks('peer', 'name', 'config-ikev2-keyring-peer', {
      description: line('description', rest),
      address: line('address', address),
      localKey: line('pre-shared-key local', secret as never, { undoByLead: true }),
      remoteKey: line('pre-shared-key remote', secret as never, { undoByLead: true }),
    }),
  },
});

const identity = variants<IkeIdentity, 'type'>('type', {
  dn: mapped(
    literal('dn'),
    () => ({}),
    () => undefined,
  ),
  address: after(['address'], sequence<{ address: string }>({ address })),
  fqdn: after(['fqdn'], sequence<{ fqdn: string }>({ fqdn: name })),
  email: after(['email'], sequence<{ email: string }>({ email: name })),
});
const authMethod = oneOf('rsa-sig', 'ecdsa-sig', 'pre-share');

/** The order is the one in which the device prints: remote authentication before local, however it was typed. */
export const ikev2Profile = section<NounOf<'ikev2-profile'>>({
  lead: 'crypto ikev2 profile',
  prompt: 'config-ikev2-profile',
  key: byName,
  fields: {
    description: line('description', rest),
    matchFvrf: line('match fvrf', name),
    matchRemoteAddresses: lines('match identity remote address', hostWithMask),
    matchRemoteFqdns: lines('match identity remote fqdn', name),
    matchCertificates: lines('match certificate', refTo('certificate-map')),
    identityLocal: line('identity local', identity),
    authenticationRemote: lines('authentication remote', authMethod),
    authenticationLocal: line('authentication local', authMethod),
    keyring: line('keyring local', refTo('ikev2-keyring')),
    trustpoints: lines('pki trustpoint', refTo('cert-trustpoint')),
    lifetime: line('lifetime', integer(120, 86400), { hidden: 86400 }),
    dpd: line(
      'dpd',
      sequence({ interval: integer(10, 3600), retry: integer(2, 60), mode: oneOf('on-demand', 'periodic') }),
    ),
  },
});
