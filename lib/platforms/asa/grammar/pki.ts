import {
  blocks,
  flag,
  line,
  lines,
  operation,
  refused,
  section,
  statements,
  writtenAs,
} from '../../../desired/cli/forms';
import type { Fields, Refused } from '../../../desired/cli/grammar';
import { byName } from '../../../desired/cli/plain-words';
import {
  after,
  integer,
  list,
  mapped,
  name,
  oneOf,
  rest,
  sequence,
  spelled,
  type Words,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { inAlternatives } from '../../../engine/cli/certificate-maps';

type Trustpoint = NounOf<'cert-trustpoint'>;
type Enrollment = Trustpoint['enrollment'];
type Alternative = NonNullable<NounOf<'certificate-map'>['alternatives']>[number];

const enrollment: Words<Enrollment> = {
  print: (value) => {
    if (value.type === 'url') return ['url', value.url];
    // The file is imported by a dialogue, and the trustpoint is one of the terminal.
    if (value.type === 'pkcs12') return ['terminal'];
    return [value.type === 'selfsigned' ? 'self' : value.type];
  },
  read: (words, at) => {
    const [type, url] = [words[at]?.toLowerCase(), words[at + 1]];
    if (type === 'terminal') return { value: { type: 'terminal' }, next: at + 1 };
    if (type === 'self') return { value: { type: 'selfsigned' }, next: at + 1 };
    if (type === 'url' && url !== undefined) return { value: { type: 'url', url }, next: at + 2 };
    return { miss: type === undefined || type === 'url' ? 'incomplete' : 'invalid', at };
  },
};
const keypair: Words<NonNullable<Trustpoint['rsaKeypair']>> = mapped(
  name,
  (label) => ({ label }),
  ({ label }) => label,
);

const ofRouters = refused('this is of IOS-XE trustpoints: leave it out on an ASA');
const none = <K extends keyof Trustpoint>(...keys: readonly K[]): { readonly [F in K]: Refused } =>
  Object.fromEntries(keys.map((key) => [key, ofRouters])) as { [F in K]: Refused };

/** Of the block only the lines that we write are ours: the ASA has more in it (`crl configure`). */
export const certTrustpoint = section<Trustpoint>({
  lead: 'crypto ca trustpoint',
  prompt: 'config-ca-trustpoint',
  key: byName,
  ownership: 'lines',
  operates: ['enrollment', 'rsaKeypair'],
  fields: {
    revocationCheck: line('revocation-check', list(oneOf('crl', 'ocsp', 'none'))),
    enrollment: line('enrollment', enrollment),
    fqdn: line('fqdn', name),
    subjectName: line('subject-name', rest),
    caCheck: flag('ca-check', true),
    rsaKeypair: line('keypair', keypair),
    ecKeypair: refused('on an ASA a key pair is a key pair: write rsaKeypair with its label'),
    ca: operation,
    signer: operation,
    renewDays: operation,
    password: refused('an ASA asks for it when it enrols: leave it out'),
    ...none(
      'enrollmentModeRa',
      'enrollmentRetryCount',
      'enrollmentRetryPeriod',
      'usage',
      'serialNumber',
      'ipAddress',
      'subjectAltName',
      'hash',
      'keysOn',
      'fingerprint',
      'autoEnroll',
      'chainValidation',
      'sourceInterface',
      'vrf',
      'storage',
      'ekuRequest',
      'matchCertificates',
      'authorizationList',
      'authorizationUsername',
      'ocspUrl',
      'crlQuery',
      'crlCache',
      'primary',
      'ecKeysize',
      'regenerate',
      'crlUrls',
      'validationUsage',
      'ignoreIpsecKeyUsage',
      'overridable',
    ),
  },
});

type Component = NonNullable<Alternative['rules'][number]['component']>;
/** The parts of a name, as an ASA calls them (Cisco ASA command reference, `subject-name` of a certificate map). */
const attributes: Readonly<Record<Component, string>> = {
  country: 'c',
  'common-name': 'cn',
  'domain-component': 'dc',
  'dn-qualifier': 'dnq',
  'email-address': 'ea',
  'generational-qualifier': 'genq',
  'given-name': 'gn',
  initials: 'i',
  'ip-address': 'ip',
  locality: 'l',
  name: 'n',
  organization: 'o',
  'organizational-unit': 'ou',
  'serial-number': 'ser',
  surname: 'sn',
  'state-province': 'sp',
  title: 't',
  'user-id': 'uid',
  'unstructured-name': 'uname',
  'user-principal-name': 'upn',
};

const alternative: Fields<Alternative> = {
  sequence: writtenAs('in the header'),
  rules: lines(
    '',
    sequence<Alternative['rules'][number]>(
      {
        field: oneOf('subject-name', 'issuer-name', 'alt-subject-name', 'extended-key-usage'),
        component: after(['attr'], spelled(attributes)),
        operator: oneOf('eq', 'co', 'ne', 'nc'),
        value: rest,
      },
      ['component'],
    ),
  ),
};

/** Each sequence is a block at the top level; all of one name are one map. Without one of its rules it would match more. */
export const certificateMap = statements<NounOf<'certificate-map'>>({
  lead: 'crypto ca certificate map',
  decides: { lines: 'all' },
  key: byName,
  through: inAlternatives,
  fields: {
    sequence: writtenAs('as the sequence of the only alternative'),
    rules: writtenAs('as the rules of the only alternative'),
    alternatives: blocks('', 'sequence', 'config-ca-cert-map', alternative, integer(1, 65535) as never),
  },
});
