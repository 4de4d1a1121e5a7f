import {
  elsewhere,
  field,
  listOf,
  refused,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';

type Trustpoint = NounOf<'cert-trustpoint'>;

/** Up to 7.6 the REST API creates PKCS#12 enrolments only; the others are declared with `fromExisting`. */
const enrollment: Written<Trustpoint['enrollment']> = {
  form: 'written',
  leaves: [
    { part: '', at: 'enrollmentType', canonical: (json) => json, sealed: true },
    { part: '', at: 'pkcs12Content.base64Certificate', canonical: (json) => json, secret: true },
    { part: '', at: 'pkcs12Content.passPhrase', canonical: (json) => json, secret: true },
  ],
  write: (value) =>
    value.type === 'pkcs12'
      ? ['PKCS12', secretWire.to(value.content), secretWire.to(value.passphrase)]
      : [undefined, undefined, undefined],
  read: () => undefined,
};

const notHere = refused('the FMC has no such setting of a certificate enrolment: leave it out');
const routerOnly = {
  enrollmentModeRa: notHere,
  enrollmentRetryCount: notHere,
  enrollmentRetryPeriod: notHere,
  usage: notHere,
  serialNumber: notHere,
  ipAddress: notHere,
  subjectAltName: notHere,
  ecKeypair: notHere,
  ecKeysize: notHere,
  keysOn: notHere,
  hash: notHere,
  fingerprint: notHere,
  password: notHere,
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
  regenerate: notHere,
  renewDays: notHere,
  ca: refused('a PKCS#12 file brings its authority: leave ca out'),
  signer: refused('a PKCS#12 file brings its certificate: leave signer out'),
} as const;

export const certTrustpoint: RestGrammar<Trustpoint> = {
  form: 'object',
  collection: () => 'object/certenrollments',
  key: 'certenrollments',
  type: 'CertEnrollment',
  fixed: () => ({ '': { type: 'CertEnrollment' } }),
  fields: {
    ...routerOnly,
    enrollment,
    subjectName: refused('a PKCS#12 file brings its subject: leave subjectName out'),
    fqdn: refused('a PKCS#12 file brings its names: leave fqdn out'),
    revocationCheck: refused('set by the FMC for this enrolment: leave revocationCheck out'),
    rsaKeypair: refused('a PKCS#12 file brings its key: leave rsaKeypair out'),
  },
};

type Rule = NonNullable<NounOf<'certificate-map'>['rules']>[number];
const fields: readonly (readonly [Rule['field'], string])[] = [
  ['subject-name', 'SUBJECT'],
  ['issuer-name', 'ISSUER'],
  ['alt-subject-name', 'ALTERNATIVE_SUBJECT'],
];
const operators: readonly (readonly [Rule['operator'], string])[] = [
  ['eq', 'EQUALS'],
  ['co', 'CONTAINS'],
  ['ne', 'DOES_NOT_EQUAL'],
  ['nc', 'DOES_NOT_CONTAIN'],
];
const rule: Wire<Rule> = {
  to: (value) => ({
    field: fields.find(([mine]) => mine === value.field)![1],
    component: 'WHOLE_FIELD',
    operator: operators.find(([mine]) => mine === value.operator)![1],
    value: value.value,
  }),
  from: (json) => {
    const body = json as JsonObject;
    const found = fields.find(([, theirs]) => theirs === body['field']);
    const how = operators.find(([, theirs]) => theirs === body['operator']);
    return found && how ? { field: found[0], operator: how[0], value: String(body['value']) } : undefined;
  },
  canonical: (json) => {
    const { field: where, component, operator, value } = json as Record<string, Json>;
    return { field: where!, component: component!, operator: operator!, value: value! };
  },
};

const unknownRule = (rules: readonly Rule[]): string | undefined => {
  const strange = rules.find(
    (each) => !fields.some(([mine]) => mine === each.field) || !operators.some(([mine]) => mine === each.operator),
  );
  return (
    strange &&
    `an FMC has no ${strange.field} ${strange.operator}: write ${fields.map(([mine]) => mine).join(', ')} with ${operators.map(([mine]) => mine).join(', ')}`
  );
};

export const certificateMap: RestGrammar<NounOf<'certificate-map'>> = {
  form: 'object',
  collection: () => 'object/certificatemaps',
  key: 'certificatemaps',
  type: 'CertificateMap',
  fixed: () => ({ '': { type: 'CertificateMap' } }),
  required: ['rules'],
  fields: {
    sequence: elsewhere,
    rules: { ...field('rules', listOf(rule)), refuses: unknownRule },
    alternatives: refused(
      'a certificate map of an FMC is one list of rules: write rules, and another map for each other list',
    ),
  },
};
