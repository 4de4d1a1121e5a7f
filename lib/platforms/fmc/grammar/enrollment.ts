import {
  outsideBody,
  field,
  number,
  refused,
  same,
  type Look,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import { nameParts, writtenPart } from '../../../kernel/distinguished-name';
import type { Json } from '../../../kernel/json';
import { isIpv4, isIpv6 } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';
import { certificateOf, attributes, revocation, since, types, unwritable } from './enrollment-checks';
import { overridable } from './objects';
import { reference } from './reference';
import { flag } from './words';

type Trustpoint = NounOf<'cert-trustpoint'>;
type Enrollment = Trustpoint['enrollment'];

/** Line ends come back otherwise than they were sent (CSCwq44439). */
const pem: Wire<string> = {
  to: (text) => text.trim(),
  from: (json) => String(json),
  canonical: (json) => String(json).replace(/\r\n/g, '\n').trim(),
};

/** The key pair to certify: name, sort and size, as the FMC keeps them. */
const keyOf = ({ rsaKeypair, ecKeypair, ecKeysize }: Trustpoint): readonly (Json | undefined)[] => {
  if (ecKeypair !== undefined) return ['ECDSA', ecKeypair, `CertKey_${ecKeysize ?? 256}`];
  return ['RSA', rsaKeypair?.label ?? '<Default-RSA-Key>', `CertKey_${rsaKeypair?.bits ?? 2048}`];
};
const zone = reference('security-zone');
const plain = (json: Json): Json => json;
const ofEst = { only: { at: 'enrollmentType', is: 'EST' } };

const authority = reference('cert-trustpoint');
const renewed = { compareIfDeclared: true } as const;
/** As Cisco's Terraform provider has it; no answer of an FMC was seen (unproven). The one challenge is HTTP-01. */
const acme = {
  leaves: [
    { part: '', at: 'acmeContent.enrollmentUrl', canonical: plain },
    { part: '', at: 'acmeContent.authProtocol', canonical: plain },
    { part: '', at: 'acmeContent.authInterface', canonical: zone.canonical! },
    { part: '', at: 'acmeContent.sourceInterface', canonical: zone.canonical! },
    { part: '', at: 'acmeContent.authCertificateRef', canonical: authority.canonical! },
    ...field('acmeContent.autoEnrollEnabled', flag, renewed).leaves,
    ...field('acmeContent.autoEnrollLifePct', number, renewed).leaves,
    ...field('acmeContent.keyRegenEnabled', flag, renewed).leaves,
  ],
  write: (value: Enrollment, look: Look): readonly (Json | undefined)[] => {
    if (value.type !== 'acme') return acme.leaves.map(() => undefined);
    const { url, interface: asked, source, renewal } = value;
    return [
      url,
      'HTTP01',
      zone.to(asked, look),
      source && zone.to(source, look),
      authority.to(value.authority, look),
      renewal && true,
      renewal?.percent,
      renewal?.newKey,
    ];
  },
};

/** What each sort of enrolment holds, in the order of the leaves. */
const enrollment: Written<Enrollment> = {
  form: 'written',
  leaves: [
    { part: '', at: 'enrollmentType', canonical: plain, immutable: true },
    { part: '', at: 'pkcs12Content.base64Certificate', canonical: plain, secret: true },
    { part: '', at: 'pkcs12Content.passPhrase', canonical: plain, secret: true },
    { part: '', at: 'caCertificate.caOnly', canonical: (json) => json === true },
    { part: '', at: 'caCertificate.base64Content', canonical: pem.canonical! },
    { part: '', at: 'scepContent.enrollmentUrl', canonical: plain },
    { part: '', at: 'estContent.enrollmentUrl', canonical: plain },
    { part: '', at: 'estContent.username', canonical: plain },
    { part: '', at: 'estContent.password', canonical: plain, secret: true },
    { part: '', at: 'estContent.sourceInterface', canonical: zone.canonical! },
    ...field('estContent.ignoreServerCertificateValidations', flag, { absent: false, ...ofEst }).leaves,
    ...acme.leaves,
    { part: '', at: 'key.keyType', canonical: plain, absent: 'RSA' },
    { part: '', at: 'key.keyName', canonical: plain, absent: '<Default-RSA-Key>' },
    { part: '', at: 'key.keySize', canonical: plain, absent: 'CertKey_2048' },
  ],
  write: (value, look, noun): readonly (Json | undefined)[] => {
    const trustpoint = noun as Trustpoint;
    const [none, est] = [undefined, value.type === 'est' ? value : undefined];
    const file =
      value.type === 'pkcs12' ? [secretWire.to(value.content), secretWire.to(value.passphrase)] : [none, none];
    const pasted = value.type === 'terminal' ? [true, pem.to(certificateOf(trustpoint) ?? '', look)] : [none, none];
    const secureTransport = est && [
      est.url,
      est.user?.name,
      est.user && secretWire.to(est.user.password),
      est.source && zone.to(est.source, look),
      est.trustAnyServer === true,
    ];
    return [
      types[value.type],
      ...file,
      ...pasted,
      value.type === 'url' ? value.url : none,
      ...(secureTransport ?? [none, none, none, none, none]),
      ...acme.write(value, look),
      ...keyOf(trustpoint),
    ];
  },
  read: () => undefined,
};

const subjectName: Written<string> = {
  form: 'written',
  leaves: attributes.flatMap(([, member]) => field(`certificateParameters.${member}`, same<string>()).leaves),
  write: (value) => attributes.map(([short]) => nameParts(value).find(([name]) => name === short)?.[1]),
  read: (values) => {
    const known = attributes.flatMap(([short], i) =>
      values[i] === undefined ? [] : [writtenPart([short, String(values[i])])],
    );
    return known.length === 0 ? undefined : known.join(',');
  },
};
const named = 'certificateParameters.includeFQDN';
const words: Readonly<Record<string, string>> = { none: 'NONE', hostname: 'DEVICE_HOSTNAME' };
const fqdn: Written<string> = {
  form: 'written',
  leaves: [
    { part: '', at: named, canonical: (json) => json, absent: 'DEFAULT' },
    ...field('certificateParameters.customFqdn', same<string>(), { only: { at: named, is: 'CUSTOM' } }).leaves,
  ],
  write: (value) => (words[value] === undefined ? ['CUSTOM', value] : [words[value], undefined]),
  read: ([how, name]) =>
    Object.keys(words).find((word) => words[word] === how) ?? (name === undefined ? undefined : String(name)),
};
const ofScep = { only: { at: 'enrollmentType', is: 'SCEP' } };
/** Numbers of this part are text on the wire. */
const numeral: Wire<number> = { to: String, from: (json) => Number(json), canonical: (json) => String(json) };

/** Of SCEP or of EST, whichever it is. */
const fingerprint: Written<string> = {
  form: 'written',
  leaves: ['scepContent', 'estContent'].flatMap((at) => field(`${at}.fingerprint`, same<string>()).leaves),
  write: (value, _look, noun) =>
    (noun as Trustpoint).enrollment.type === 'est' ? [undefined, value] : [value, undefined],
  read: ([scep, est]) => (scep ?? est) as string | undefined,
};
const serial: Wire<true | 'none'> = {
  ...flag,
  to: (value) => value === true,
  from: (json) => json === true || undefined,
};
type Address = NonNullable<Trustpoint['ipAddress']>;
/** Not asked for is not written. */
const ipAddress: Written<Address> = {
  form: 'written',
  leaves: field('certificateParameters.includeDeviceIp', same<string>()).leaves,
  write: (value) => [value === 'none' ? undefined : String(value)],
  read: ([value]) => value as Address | undefined,
  refuses: (value) =>
    typeof value === 'string' && (value === 'none' || isIpv4(value) || isIpv6(value))
      ? undefined
      : 'the FMC takes the address itself: write it, or none',
};

const notHere = refused('the FMC has no such setting of a certificate enrolment: leave it out');
/** What only a router says. */
const routerOnly = {
  enrollmentModeRa: notHere,
  usage: notHere,
  subjectAltName: notHere,
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
  crlQuery: notHere,
  crlCache: notHere,
  primary: notHere,
  renewDays: notHere,
  regenerate: notHere,
  signer: refused('on the FMC nothing is signed from here: leave signer out'),
} as const;

export const certTrustpoint: RestGrammar<Trustpoint> = {
  form: 'object',
  collection: 'object/certenrollments',
  key: 'certenrollments',
  type: 'CertEnrollment',
  fixed: () => ({ '': { type: 'CertEnrollment' } }),
  unwritable,
  since,
  fields: {
    ...routerOnly,
    enrollment,
    ca: outsideBody,
    subjectName,
    fqdn,
    rsaKeypair: outsideBody,
    ecKeypair: outsideBody,
    ecKeysize: outsideBody,
    serialNumber: field('certificateParameters.includeDeviceSerial', serial, { absent: false }),
    ipAddress,
    ignoreIpsecKeyUsage: field('key.ignoreIpsecKeyusage', flag, { compareIfDeclared: true }),
    password: field('scepContent.challengePassword', secretWire, { secret: true }),
    fingerprint,
    enrollmentRetryCount: field('scepContent.retryCount', numeral, { absent: '10', ...ofScep }),
    enrollmentRetryPeriod: field('scepContent.retryPeriodInMins', numeral, { absent: '1', ...ofScep }),
    ...revocation,
    overridable,
  },
};
