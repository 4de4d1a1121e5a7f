import {
  blocks,
  flag,
  onHeaderLine,
  line,
  lines,
  operation,
  refused,
  section,
  statements,
  writtenAs,
} from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import {
  after,
  either,
  integer,
  list,
  literal,
  mapped,
  name,
  oneOf,
  present,
  refTo,
  rest,
  secret,
  sequence,
  spelled,
  variants,
  type Words,
} from '../../../desired/cli/words';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { inAlternatives } from '../../../engine/cli/certificate-maps';
import { interfaceName } from './interface-name';
import { bare, byName, nameOrRef, nothing, port, vrf } from './words';

type Trustpoint = NounOf<'cert-trustpoint'>;
type Enrollment = Trustpoint['enrollment'];

const enrollment = variants<Enrollment, 'type'>('type', {
  terminal: after(['terminal'], sequence<{ pem?: true }>({ pem: present('pem') }, ['pem'])),
  url: after(
    ['url'],
    sequence<{ url: string; vrf?: string | Ref<'vrf'> }>({ url: name, vrf: after(['vrf'], vrf) }, ['vrf']),
  ),
  selfsigned: bare(literal('selfsigned')),
  profile: after(['profile'], sequence<{ profile: string }>({ profile: name })),
  /** Only the word: the file is imported by a dialogue, never typed as configuration. */
  pkcs12: bare(literal('pkcs12')),
  /** Refused before it is typed: an IOS-XE router has no such word. */
  est: bare(literal('est')),
  acme: bare(literal('acme')),
});

/** `10 regenerate`, either of which may be missing. */
const autoEnroll = sequence<NonNullable<Trustpoint['autoEnroll']>>(
  { percent: integer(1, 100), regenerate: present('regenerate') },
  ['percent', 'regenerate'],
);
type Chain = NonNullable<Trustpoint['chainValidation']>;
const chain = either<'stop', Exclude<Chain, string>>(
  oneOf('stop'),
  (value): value is 'stop' => value === 'stop',
  after(['continue'], sequence<Exclude<Chain, string>>({ parent: refTo('cert-trustpoint') })),
);
type Match = NonNullable<Trustpoint['matchCertificates']>[number];
const match = sequence<Match>(
  {
    map: refTo('certificate-map'),
    exempt: spelled({
      'allow expired-certificate': 'allow expired-certificate',
      'skip revocation-check': 'skip revocation-check',
      'skip authorization-check': 'skip authorization-check',
    }),
  },
  ['exempt'],
);
const usages = [
  'server-auth',
  'client-auth',
  'ocsp-signing',
  'code-signing',
  'email-protection',
  'time-stamping',
] as const;
const orNone = <A>(words: Words<A>) =>
  either<'none', A>(oneOf('none'), (value): value is 'none' => value === 'none', words);
/** The line alone, or `serial-number none`. */
const serialNumber = either<'none', true>(oneOf('none'), (value): value is 'none' => value === 'none', nothing);
const crlCache = orNone(after(['delete-after'], integer(1, 43200)));

const firewallOnly = refused('this is of the FMC: leave it out on a router');

export const certTrustpoint = section<Trustpoint>({
  lead: 'crypto pki trustpoint',
  prompt: 'ca-trustpoint',
  key: byName,
  decides: { lines: /^(enrollment|revocation-check|chain-validation|match eku|match key-usage) / },
  operates: ['enrollment', 'rsaKeypair', 'ecKeypair', 'regenerate', 'autoEnroll'],
  fields: {
    enrollment: line('enrollment', enrollment),
    enrollmentModeRa: flag('enrollment mode ra', false),
    enrollmentRetryCount: line('enrollment retry count', integer(1, 100)),
    enrollmentRetryPeriod: line('enrollment retry period', integer(1, 60)),
    usage: line('usage', list(oneOf('ike', 'ssl-server', 'ssl-client'))),
    serialNumber: line('serial-number', serialNumber),
    fqdn: line('fqdn', name),
    ipAddress: line('ip-address', nameOrRef<'loopback-interface' | 'tunnel-interface'>(interfaceName)),
    password: line('password', secret as never, { undoByLead: true }),
    subjectName: line('subject-name', rest),
    subjectAltName: line('subject-alt-name', name),
    revocationCheck: line('revocation-check', list(oneOf('crl', 'ocsp', 'none')), { defaultShown: ['crl'] }),
    rsaKeypair: line(
      'rsakeypair',
      sequence<NonNullable<Trustpoint['rsaKeypair']>>(
        { label: name, bits: integer(512, 4096), encryptionBits: integer(512, 4096) },
        ['bits', 'encryptionBits'],
      ),
    ),
    ecKeypair: line('eckeypair', name),
    ecKeysize: operation,
    keysOn: line('on', name),
    hash: line('hash', oneOf('sha512', 'sha384', 'sha256', 'sha1', 'md5')),
    fingerprint: line('fingerprint', name),
    autoEnroll: line('auto-enroll', autoEnroll),
    chainValidation: line('chain-validation', chain),
    sourceInterface: line('source interface', port),
    vrf: line('vrf', vrf),
    storage: line('storage', name),
    ekuRequest: line('eku request', list(oneOf(...usages))),
    matchCertificates: lines('match certificate', match),
    authorizationList: line('authorization list', refTo('aaa-authorization-list')),
    authorizationUsername: line('authorization username subjectname', name),
    ocspUrl: line('ocsp url', name),
    crlQuery: line('crl query', name),
    crlCache: line('crl cache', crlCache),
    primary: flag('primary', false),
    regenerate: flag('regenerate', false),
    crlUrls: firewallOnly,
    validationUsage: firewallOnly,
    ignoreIpsecKeyUsage: firewallOnly,
    caCheck: firewallOnly,
    overridable: refused('only an FMC has object overrides: write a trustpoint for each router'),
    ca: operation,
    signer: operation,
    renewDays: operation,
  },
});

/** The device compares without regard to case and prints `cn = edge`, however it was typed. */
const canonicalName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s*=\s*/g, ' = ')
    .replace(/\s+/g, ' ')
    .trim();
type Alternative = NonNullable<NounOf<'certificate-map'>['alternatives']>[number];
/** A part of a name is compared alone by the FMC only. */
type MapRule = Omit<Alternative['rules'][number], 'component'>;

/** What stands under one sequence: all of it must hold. */
const alternative: Fields<Alternative> = {
  sequence: onHeaderLine,
  rules: lines(
    '',
    sequence<MapRule>({
      field: oneOf(
        'subject-name',
        'issuer-name',
        'alt-subject-name',
        'name',
        'unstructured-subject-name',
        'serial-number',
        'valid-start',
        'expires-on',
      ),
      operator: oneOf('eq', 'co', 'ne', 'nc', 'lt', 'ge'),
      value: mapped(rest, canonicalName, canonicalName),
    }),
  ),
};

/** Each sequence is a block at the top level; all of one name are one map, and what others refer to. */
export const certificateMap = statements<NounOf<'certificate-map'>>({
  lead: 'crypto pki certificate map',
  key: byName,
  decides: { lines: /\S/ },
  through: inAlternatives,
  fields: {
    sequence: writtenAs('as the sequence of the only alternative'),
    rules: writtenAs('as the rules of the only alternative'),
    alternatives: blocks('', 'sequence', 'ca-certificate-map', alternative, integer(1, 65535) as never),
  },
});
