import {
  elsewhere,
  field,
  refused,
  same,
  type RestGrammar,
  type Since,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { Json } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';

type Trustpoint = NounOf<'cert-trustpoint'>;
type Enrollment = Trustpoint['enrollment'];

/** Words of the wire, misspelled where it is. */
const types: Readonly<Partial<Record<Enrollment['type'], string>>> = {
  pkcs12: 'PKCS12',
  terminal: 'MANUAL',
  url: 'SCEP',
  selfsigned: 'SELF_SIGNED_CERTFICATE',
};
/** Line ends come back otherwise than they were sent (CSCwq44439). */
const pem: Wire<string> = {
  to: (text) => text.trim(),
  from: (json) => String(json),
  canonical: (json) => String(json).replace(/\r\n/g, '\n').trim(),
};

const certificateOf = ({ ca }: Trustpoint): string | undefined =>
  typeof ca?.certificate === 'string' ? ca.certificate : undefined;

const enrollment: Written<Enrollment> = {
  form: 'written',
  leaves: [
    { part: '', at: 'enrollmentType', canonical: (json) => json, sealed: true },
    { part: '', at: 'pkcs12Content.base64Certificate', canonical: (json) => json, secret: true },
    { part: '', at: 'pkcs12Content.passPhrase', canonical: (json) => json, secret: true },
    { part: '', at: 'caCertificate.caOnly', canonical: (json) => json === true },
    { part: '', at: 'caCertificate.base64Content', canonical: pem.canonical! },
    { part: '', at: 'scepContent.enrollmentUrl', canonical: (json) => json },
  ],
  write: (value, look, noun): readonly (Json | undefined)[] => {
    const none = undefined;
    const type = types[value.type];
    if (value.type === 'pkcs12')
      return [type, secretWire.to(value.content), secretWire.to(value.passphrase), none, none, none];
    if (value.type === 'terminal')
      return [type, none, none, true, pem.to(certificateOf(noun as Trustpoint) ?? '', look), none];
    return [type, none, none, none, none, value.type === 'url' ? value.url : none];
  },
  read: () => undefined,
};

/** Attributes of a subject and where the FMC keeps them. */
const attributes: readonly (readonly [short: string, member: string])[] = [
  ['cn', 'commonName'],
  ['ou', 'organizationalUnit'],
  ['o', 'organization'],
  ['l', 'locality'],
  ['st', 'state'],
  ['c', 'countryCode'],
  ['ea', 'email'],
];
const partsOf = (subject: string): readonly (readonly [string, string])[] =>
  subject.split(',').map((part) => {
    const [name = '', ...value] = part.split('=');
    return [name.trim().toLowerCase(), value.join('=').trim()];
  });
const subjectName: Written<string> = {
  form: 'written',
  leaves: attributes.flatMap(([, member]) => field(`certificateParameters.${member}`, same<string>()).leaves),
  write: (value) => attributes.map(([short]) => partsOf(value).find(([name]) => name === short)?.[1]),
  read: (values) => {
    const known = attributes.flatMap(([short], i) =>
      values[i] === undefined ? [] : [`${short}=${String(values[i])}`],
    );
    return known.length === 0 ? undefined : known.join(',');
  },
};
const named = 'certificateParameters.includeFQDN';
const fqdn: Written<string> = {
  form: 'written',
  leaves: [
    { part: '', at: named, canonical: (json) => json, absent: 'DEFAULT' },
    ...field('certificateParameters.customFqdn', same<string>(), { only: { at: named, is: 'CUSTOM' } }).leaves,
  ],
  write: (value) => (value === 'none' ? ['NONE', undefined] : ['CUSTOM', value]),
  read: ([how, name]) => (how === 'NONE' ? 'none' : name === undefined ? undefined : String(name)),
};
const rsaKeypair: Written<NonNullable<Trustpoint['rsaKeypair']>> = {
  form: 'written',
  leaves: [
    { part: '', at: 'key.keyName', canonical: (json) => json, absent: '<Default-RSA-Key>' },
    { part: '', at: 'key.keySize', canonical: (json) => json, absent: 'CertKey_2048' },
  ],
  write: ({ label, bits }) => [label, `CertKey_${bits ?? 2048}`],
  read: () => undefined,
};
const ofScep = { only: { at: 'enrollmentType', is: 'SCEP' } };
/** Numbers of this part are text on the wire. */
const numeral: Wire<number> = { to: String, from: (json) => Number(json), canonical: (json) => String(json) };

const notHere = refused('the FMC has no such setting of a certificate enrolment: leave it out');
/** What only a router says. */
const routerOnly = {
  enrollmentModeRa: notHere,
  usage: notHere,
  serialNumber: notHere,
  ipAddress: notHere,
  subjectAltName: notHere,
  ecKeypair: notHere,
  keysOn: notHere,
  hash: notHere,
  autoEnroll: notHere,
  chainValidation: notHere,
  sourceInterface: notHere,
  vrf: notHere,
  storage: notHere,
  ekuRequest: notHere,
  matchCertificates: notHere,
  authorizationList: notHere,
  authorizationUsername: notHere,
  ocspUrl: notHere,
  crlQuery: notHere,
  crlCache: notHere,
  primary: notHere,
  renewDays: notHere,
  ecKeysize: notHere,
  regenerate: notHere,
  signer: refused('the FMC has nobody sign: leave signer out'),
} as const;

/** What goes with some enrolments only. */
const unwritable = (noun: Trustpoint): readonly (readonly [string, string])[] => {
  const { type } = noun.enrollment;
  const faults: (readonly [string, string])[] = [];
  if (types[type] === undefined)
    faults.push(['enrollment', `the FMC has no '${type}': write pkcs12, terminal, url or selfsigned`]);
  if (type === 'terminal' && certificateOf(noun) === undefined)
    faults.push(['ca', 'the FMC takes an authority by its PEM text: write ca: { certificate: … }']);
  if (type !== 'terminal' && noun.ca !== undefined)
    faults.push(['ca', 'only a terminal enrolment takes the certificate of an authority here: leave ca out']);
  for (const name of ['subjectName', 'fqdn', 'rsaKeypair'] as const)
    if (noun[name] !== undefined && (type === 'pkcs12' || type === 'terminal'))
      faults.push([
        name,
        type === 'pkcs12' ? 'a PKCS#12 file brings it: leave it out' : 'an authority alone has none: leave it out',
      ]);
  for (const name of ['password', 'fingerprint', 'enrollmentRetryCount', 'enrollmentRetryPeriod'] as const)
    if (noun[name] !== undefined && type !== 'url')
      faults.push([name, "it is of SCEP: write enrollment: { type: 'url' }, or leave it out"]);
  if (noun.rsaKeypair?.encryptionBits !== undefined)
    faults.push(['rsaKeypair', 'the FMC has one key pair for an enrolment: leave encryptionBits out']);
  const strange = partsOf(noun.subjectName ?? '').find(
    ([name]) => name !== '' && !attributes.some(([known]) => known === name),
  );
  if (strange)
    faults.push([
      'subjectName',
      `the FMC has no ${strange[0]}: write ${attributes.map(([short]) => short).join(', ')}`,
    ]);
  return faults;
};

/** As the Terraform provider of Cisco has it: PKCS#12 from 7.2, an authority alone from 7.4, the others newer than 7.6. */
const since = ({ name, enrollment: { type } }: Trustpoint): readonly Since[] => {
  if (type === 'pkcs12') return [];
  return [
    {
      version: type === 'terminal' ? '7.4' : '7.7',
      what:
        type === 'terminal' ? 'the enrolment of an authority' : `an enrolment by ${type === 'url' ? 'SCEP' : 'itself'}`,
      instead: `make it under Objects > PKI > Cert Enrollment and give CertTrustpoint.fromExisting('${name}'), or enrol by pkcs12`,
    },
  ];
};

export const certTrustpoint: RestGrammar<Trustpoint> = {
  form: 'object',
  collection: () => 'object/certenrollments',
  key: 'certenrollments',
  type: 'CertEnrollment',
  fixed: () => ({ '': { type: 'CertEnrollment' } }),
  unwritable,
  since,
  fields: {
    ...routerOnly,
    enrollment,
    ca: elsewhere,
    subjectName,
    fqdn,
    rsaKeypair,
    password: field('scepContent.challengePassword', secretWire, { secret: true }),
    fingerprint: field('scepContent.fingerprint', same<string>()),
    enrollmentRetryCount: field('scepContent.retryCount', numeral, { absent: '10', ...ofScep }),
    enrollmentRetryPeriod: field('scepContent.retryPeriodInMins', numeral, { absent: '1', ...ofScep }),
    revocationCheck: refused('set by the FMC for this enrolment: leave revocationCheck out'),
  },
};
