import { blocks, flag, line, lines, refused, section } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import {
  after,
  either,
  list,
  mapped,
  name,
  oneOf,
  prefix6,
  present,
  refTo,
  rest,
  secret,
  sequence,
  variants,
  word,
  type Words,
} from '../../../desired/cli/words';
import { ipv4Prefix, isIpv4, isIpv4Cidr, lengthOfMask } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';
import { anyAddress, byName, except, hexKey, host, vrf } from './words';

export { byName } from './words';

type Proposal = NounOf<'ikev2-proposal'>;
type Peer = NounOf<'ikev2-keyring'>['peers'][number];

const ikeEncryption = oneOf('aes-gcm-256', 'aes-gcm-128', 'aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des');
const hash = oneOf('sha512', 'sha384', 'sha256', 'sha1', 'md5');
const group = word((text) => ([1, 2, 5, 14, 15, 16, 19, 20, 21, 24] as const).find((n) => String(n) === text));

export const kem = oneOf('mlkem512', 'mlkem768', 'mlkem1024');
const pqc: Words<NonNullable<Proposal['pqc']>> = {
  print: ({ kems, optional }) => [...kems, ...(optional ? ['optional'] : [])],
  read: (words, at) => {
    const optional = words.length > at + 1 && words[words.length - 1]!.toLowerCase() === 'optional';
    const read = list(kem).read(optional ? words.slice(0, -1) : words, at);
    if ('miss' in read) return read;
    return { value: { kems: read.value, ...(optional ? { optional } : {}) }, next: words.length };
  },
};

export const ikev2Proposal = section<Proposal>({
  lead: 'crypto ikev2 proposal',
  prompt: 'config-ikev2-proposal',
  key: byName,
  restore: 'default crypto ikev2 proposal',
  decides: { lines: /^(encryption|integrity|prf|group|pqc) / },
  fields: {
    encryption: line('encryption', list(ikeEncryption)),
    integrity: line('integrity', list(hash)),
    prf: line('prf', list(hash)),
    group: line('group', list(group)),
    pqc: line('pqc', pqc),
    lifetime: refused('on IOS-XE the IKE lifetime belongs to the profile: write lifetime on IkeV2Profile'),
  },
});

export const application = oneOf('sdwan', 'autovpn');

export const ikev2Policy = section<NounOf<'ikev2-policy'>>({
  lead: 'crypto ikev2 policy',
  prompt: 'config-ikev2-policy',
  key: byName,
  restore: 'default crypto ikev2 policy',
  decides: { lines: /^match / },
  fields: {
    fvrf: line('match fvrf', vrf),
    localAddresses: lines('match address local', anyAddress),
    matchInboundOnly: flag('match inbound-only', false),
    matchApplication: line('match application', application),
    proposals: lines('proposal', refTo('ikev2-proposal'), { ordered: true }),
    priority: refused('IOS-XE has no priority: the policy is chosen by its match lines'),
    lifetime: refused('on IOS-XE the IKE lifetime belongs to the profile: write lifetime on IkeV2Profile'),
  },
});

/** Seen on devices: a host prints no mask in a keyring peer, and everybody prints `0.0.0.0 0.0.0.0`. */
const ipv4Peer: Words<string> = {
  print: (value) => (isIpv4Cidr(value) ? [ipv4Prefix(value).address, ipv4Prefix(value).mask] : [value]),
  read: (words, at) => {
    const [host = '', mask] = [words[at], words[at + 1]];
    if (!isIpv4(host)) return { miss: at < words.length ? 'invalid' : 'incomplete', at };
    if (mask === undefined) return { value: host, next: at + 1 };
    const length = lengthOfMask(mask);
    if (length === undefined) return { miss: 'invalid', at: at + 1 };
    return { value: length === 32 ? host : `${host}/${length}`, next: at + 2 };
  },
};
const peerAddress = either<string, string>(ipv4Peer, (text): text is string => !text.includes(':'), prefix6);

/** `fqdn domain example.net`: all of a domain, in which `domain` is not a valid name. */
const ofDomain = <K extends string>(kind: K) => after([kind, 'domain'], sequence<{ domain: string }>({ domain: name }));
const peerIdentity = variants<NonNullable<Peer['identity']>, 'type'>('type', {
  address: after(['address'], sequence<{ address: string }>({ address: anyAddress })),
  'fqdn-domain': ofDomain('fqdn'),
  fqdn: after(['fqdn'], sequence<{ fqdn: string }>({ fqdn: name })),
  'email-domain': ofDomain('email'),
  email: after(['email'], sequence<{ email: string }>({ email: name })),
  'key-id': after(['key-id'], sequence<{ keyId: string }>({ keyId: name })),
});

/** `local` and `remote` begin the other form of the line. */
const symmetric = except(secret as unknown as Words<string>, 'local', 'remote') as never;

type Ppk = NonNullable<Peer['ppk']>;
type Manual = Extract<Ppk, { manual: unknown }>;
type Dynamic = Extract<Ppk, { dynamic: unknown }>;
interface ManualLine {
  readonly id: string;
  readonly of: { readonly hex?: true; readonly key: never };
  readonly required?: true;
}
const manual: Words<Manual> = mapped(
  after(
    ['manual', 'id'],
    sequence<ManualLine>({ id: name, of: after(['key'], hexKey), required: present('required') }, ['required']),
  ),
  ({ id, of, required }) => ({ manual: { id, ...of }, ...(required ? { required } : {}) }),
  ({ manual: { id, ...of }, required }) => ({ id, of: of, ...(required ? { required } : {}) }),
);
const dynamic = sequence<Dynamic>(
  { dynamic: after(['dynamic'], refTo('skip-client')), required: present('required') },
  ['required'],
);
const ppk = either<Manual, Dynamic>(manual, (value): value is Manual => 'manual' in value, dynamic);
/** A key is not typed to be taken away. That the id is enough is not proven. */
const withoutPpk = (value: Ppk): readonly string[] =>
  'manual' in value ? ['no', 'ppk', 'manual', 'id', value.manual.id] : ['no', 'ppk', ...dynamic.print(value)];

const peer: Fields<Peer> = {
  description: line('description', rest),
  address: line('address', peerAddress),
  hostname: line('hostname', host),
  identity: line('identity', peerIdentity),
  // Typed last of the three: the forms exclude each other, and the old one is negated before.
  localKey: line('pre-shared-key local', secret as never, { undoByLead: true }),
  remoteKey: line('pre-shared-key remote', secret as never, { undoByLead: true }),
  key: line('pre-shared-key', symmetric, { undoByLead: true }),
  ppk: line('ppk', ppk, { undo: withoutPpk }),
};

export const ikev2Keyring = section<NounOf<'ikev2-keyring'>>({
  lead: 'crypto ikev2 keyring',
  prompt: 'config-ikev2-keyring',
  key: byName,
  decides: { lines: /^(address|hostname|identity|pre-shared-key|peer) / },
  fields: { peers: blocks('peer', 'name', 'config-ikev2-keyring-peer', peer) },
});
