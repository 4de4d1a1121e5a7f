import { line, lines, refused, section, type Refused } from '../../../desired/cli/grammar';
import { byName } from '../../../desired/cli/plain-words';
import { after, integer, list, mapped, name, oneOf, rest, sequence, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';

type Trustpoint = NounOf<'cert-trustpoint'>;
type Enrollment = Trustpoint['enrollment'];
type Rule = NounOf<'certificate-map'>['rules'][number];

const enrollment: Words<Enrollment> = {
  print: (value) => {
    if (value.type === 'url') return ['url', value.url];
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
const byHand = refused(
  'certificates of an ASA are fetched by hand: leave it out, and type `crypto ca authenticate` and `crypto ca enroll`',
);
const none = <K extends keyof Trustpoint>(...keys: readonly K[]): { readonly [F in K]: Refused } =>
  Object.fromEntries(keys.map((key) => [key, ofRouters])) as { [F in K]: Refused };

/** Of the block only the lines that we write are ours: the ASA has more in it (`crl configure`). */
export const certTrustpoint = section<Trustpoint>({
  lead: 'crypto ca trustpoint',
  prompt: 'config-ca-trustpoint',
  key: byName,
  extent: 'lines',
  fields: {
    revocationCheck: line('revocation-check', list(oneOf('crl', 'ocsp', 'none'))),
    enrollment: line('enrollment', enrollment),
    fqdn: line('fqdn', name),
    subjectName: line('subject-name', rest),
    rsaKeypair: line('keypair', keypair),
    ecKeypair: refused('on an ASA a key pair is a key pair: write rsaKeypair with its label'),
    ca: byHand,
    signer: byHand,
    password: byHand,
    ...none(
      'enrollmentModeRa',
      'enrollmentRetryCount',
      'enrollmentRetryPeriod',
      'usage',
      'serialNumber',
      'ipAddress',
      'subjectAltName',
      'hash',
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
      'regenerate',
    ),
  },
});

const operator = oneOf('eq', 'co', 'ne', 'nc');
const rule = sequence<Rule>({
  field: oneOf('subject-name', 'issuer-name', 'alt-subject-name'),
  operator,
  value: rest,
});

export const certificateMap = section<NounOf<'certificate-map'>>({
  lead: 'crypto ca certificate map',
  prompt: 'config-ca-cert-map',
  key: sequence<{ name: string; sequence: number }>({ name, sequence: after([], integer(1, 65535)) }),
  fields: { sequence: { form: 'in-header' }, rules: lines('', rule) },
});
