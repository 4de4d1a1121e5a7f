import { field, listOf, same, type Since, type Written } from '../../../desired/rest/grammar';
import { nameParts } from '../../../kernel/distinguished-name';
import type { Json } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { secretMarker } from '../../../model/secret';
import { flag } from './words';

/** What goes with which enrolment, on which version, and how the FMC asks whether a certificate is revoked. */

type Trustpoint = NounOf<'cert-trustpoint'>;
type Enrollment = Trustpoint['enrollment'];

/** Words of the wire, misspelled where it is. */
export const types: Readonly<Partial<Record<Enrollment['type'], string>>> = {
  pkcs12: 'PKCS12',
  terminal: 'MANUAL',
  url: 'SCEP',
  est: 'EST',
  acme: 'ACME',
  selfsigned: 'SELF_SIGNED_CERTFICATE',
};
/** The PEM of the authority, or what stands for it. */
export const certificateOf = ({ ca }: Trustpoint): string | undefined => {
  const certificate = ca?.certificate;
  if (certificate === undefined || typeof certificate === 'string') return certificate;
  return 'secret' in certificate ? secretMarker(certificate) : undefined;
};

/** Attributes of a subject and where the FMC keeps them. */
export const attributes: readonly (readonly [short: string, member: string])[] = [
  ['cn', 'commonName'],
  ['ou', 'organizationalUnit'],
  ['o', 'organization'],
  ['l', 'locality'],
  ['st', 'state'],
  ['c', 'countryCode'],
  ['ea', 'email'],
];

type Check = NonNullable<Trustpoint['revocationCheck']>[number];
const crl = 'revocation.certRevocationListContent';
const ocsp = 'revocation.onlineCertificateStatusProtocolContent';
const asked = { compareIfDeclared: true } as const;
const plain = (json: Json): Json => json;

/**
 * Two switches, the one that is asked first, and whether a certificate is taken of which nothing can be learnt. Lists are
 * fetched where each certificate says, but where `crlUrls` says otherwise. That the first of one alone is that one is
 * unproven.
 */
const revocationCheck: Written<Check[]> = {
  form: 'written',
  leaves: [
    ...field(`${crl}.enableCertRevocationList`, flag, asked).leaves,
    ...field(`${crl}.enableCertRevocationListDistributionPoint`, flag, asked).leaves,
    ...field(`${ocsp}.enableOnlineCertificateStatusProtocol`, flag, asked).leaves,
    { part: '', at: 'revocation.evaluationPriority', canonical: plain, ...asked },
    ...field('revocation.ignoreRevocation', flag, asked).leaves,
  ],
  write: (value, _look, noun) => {
    const first = value.find((way) => way !== 'none');
    const lists = value.includes('crl');
    return [
      lists,
      lists && (noun as Trustpoint).crlUrls === undefined,
      value.includes('ocsp'),
      (first ?? 'none').toUpperCase(),
      value.includes('none'),
    ];
  },
  read: ([lists, , online, first, anyway]) => {
    const ways: Check[] = [...(lists ? (['crl'] as const) : []), ...(online ? (['ocsp'] as const) : [])];
    const sorted = first === 'OCSP' ? ways.reverse() : ways;
    const all: Check[] = [...sorted, ...(anyway ? (['none'] as const) : [])];
    return all.length === 0 ? undefined : all;
  },
};
const crlUrls: Written<string[]> = {
  form: 'written',
  leaves: [
    ...field(`${crl}.enableStaticCertRevocationList`, flag, asked).leaves,
    ...field(`${crl}.certRevocationStaticUrlList`, listOf(same<string>()), asked).leaves,
  ],
  write: (value) => [true, value],
  read: ([is, urls]) => (is === true && urls !== undefined ? (urls as unknown as string[]) : undefined),
};
const usages = ['ipsec-client', 'ssl-client', 'ssl-server'] as const;
const validationUsage: Written<NonNullable<Trustpoint['validationUsage']>> = {
  form: 'written',
  leaves: ['ipsecClient', 'sslClient', 'sslServer'].flatMap((at) => field(`validationUsage.${at}`, flag, asked).leaves),
  write: (value) => usages.map((usage) => value.includes(usage)),
  read: (values) => {
    const found = usages.filter((_, i) => values[i] === true);
    return found.length === 0 ? undefined : found;
  },
};
/** Sent, and never compared: an FMC may answer another value than was written (CSCwq44417). */
const caCheck: Written<false> = {
  form: 'written',
  leaves: [{ part: '', at: 'skipCaFlagCheck', canonical: () => true, ...asked }],
  write: () => [true],
  read: () => undefined,
};
/** Fields of the trustpoint that say how certificates of others are checked. */
export const revocation = {
  revocationCheck,
  crlUrls,
  validationUsage,
  caCheck,
  ocspUrl: field(`${ocsp}.onlineCertificateStatusProtocolUrl`, same<string>(), asked),
};

type Fault = readonly [field: string, why: string];
/** Fields that stand where nothing of the sort is kept. */
const given = (noun: Trustpoint, names: readonly (keyof Trustpoint)[], why: string): readonly Fault[] =>
  names.filter((name) => noun[name] !== undefined).map((name) => [name, why]);

const ofSort = (noun: Trustpoint): readonly Fault[] => {
  const { type } = noun.enrollment;
  const own = ['subjectName', 'fqdn', 'rsaKeypair', 'ecKeypair', 'ecKeysize', 'serialNumber', 'ipAddress'] as const;
  const asks = ['password', 'enrollmentRetryCount', 'enrollmentRetryPeriod'] as const;
  return [
    ...(types[type] === undefined
      ? [['enrollment', `the FMC has no '${type}': write pkcs12, terminal, url, est, acme or selfsigned`] as const]
      : []),
    ...(type === 'terminal' && certificateOf(noun) === undefined
      ? [['ca', 'the FMC takes an authority by its PEM text: write ca: { certificate: … }'] as const]
      : []),
    ...(type === 'terminal'
      ? given(noun, own, 'an authority alone has none: leave it out')
      : given(noun, ['ca'], 'only a terminal enrolment takes the certificate of an authority here: leave ca out')),
    ...(type === 'pkcs12' ? given(noun, own, 'a PKCS#12 file brings it: leave it out') : []),
    ...(type === 'url' ? [] : given(noun, asks, "it is of SCEP: write enrollment: { type: 'url' }, or leave it out")),
    ...(['url', 'est'].includes(type)
      ? []
      : given(noun, ['fingerprint'], "it is of SCEP and EST: write enrollment: { type: 'url' }, or leave it out")),
  ];
};

const ofKey = ({ rsaKeypair, ecKeypair }: Trustpoint): readonly Fault[] => [
  ...(rsaKeypair?.encryptionBits === undefined
    ? []
    : [['rsaKeypair', 'the FMC has one key pair for an enrolment: leave encryptionBits out'] as const]),
  ...(rsaKeypair !== undefined && ecKeypair !== undefined
    ? [['ecKeypair', 'the FMC has one key pair for an enrolment: leave this one or rsaKeypair out'] as const]
    : []),
  ...([undefined, 2048, 3072, 4096].includes(rsaKeypair?.bits)
    ? []
    : [['rsaKeypair', `the FMC has no RSA key of ${rsaKeypair!.bits} bits: write 2048, 3072 or 4096`] as const]),
];

const ofRevocation = ({ revocationCheck: ways, crlUrls: urls, ocspUrl }: Trustpoint): readonly Fault[] => [
  ...(ways?.includes('none') && ways.at(-1) !== 'none'
    ? [['revocationCheck', 'nothing is asked after none: write it last'] as const]
    : []),
  ...(urls !== undefined && !ways?.includes('crl')
    ? [['crlUrls', "no list is asked for: write revocationCheck: ['crl'], or leave it out"] as const]
    : []),
  ...(ocspUrl !== undefined && !ways?.includes('ocsp')
    ? [['ocspUrl', "no responder is asked: write revocationCheck: ['ocsp'], or leave it out"] as const]
    : []),
];

const ofSubject = ({ subjectName }: Trustpoint): readonly Fault[] => {
  const strange = nameParts(subjectName ?? '').find(
    ([name]) => name !== '' && !attributes.some(([known]) => known === name),
  );
  return strange
    ? [['subjectName', `the FMC has no ${strange[0]}: write ${attributes.map(([short]) => short).join(', ')}`]]
    : [];
};

/** What the FMC, or this sort of enrolment, has no place for. */
export const unwritable = (noun: Trustpoint): readonly Fault[] => [
  ...ofSort(noun),
  ...ofKey(noun),
  ...ofRevocation(noun),
  ...ofSubject(noun),
];

const called: Readonly<Partial<Record<Enrollment['type'], string>>> = {
  url: 'by SCEP',
  est: 'by EST',
  acme: 'by ACME',
};
const from: Readonly<Partial<Record<Enrollment['type'], string>>> = { terminal: '7.4', acme: '10.0' };

/** As the Terraform provider of Cisco has it: PKCS#12 from 7.2, an authority alone from 7.4, the others newer than 7.6; ACME newer than 7.7 (Cisco, ACME on FTD). */
export const since = ({ name, enrollment: { type } }: Trustpoint): readonly Since[] => {
  if (type === 'pkcs12') return [];
  return [
    {
      version: from[type] ?? '7.7',
      what: type === 'terminal' ? 'the enrolment of an authority' : `an enrolment ${called[type] ?? 'by itself'}`,
      instead: `make it under Objects > PKI > Cert Enrollment and give CertTrustpoint.fromExisting(fmc, 'existing', '${name}'), or enrol by pkcs12`,
    },
  ];
};
