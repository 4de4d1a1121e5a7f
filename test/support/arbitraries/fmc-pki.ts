import fc from 'fast-check';
import { nameComponents } from '../../../lib/model/shared/certificate-map';
import type { NounOf } from '../../../lib/model/nouns';
import {
  anyAddress,
  distinct,
  domainName,
  int,
  oneOf,
  opt,
  rare,
  record,
  secretRef,
  someOf,
  text,
  type Arbitraries,
} from './basic';
import { fmcName, its } from './fmc-shared';

/** Certificate enrolments of every sort, and certificate maps, as the FMC has them. */

export type FmcPkiKind = 'cert-trustpoint' | 'certificate-map';

type Trustpoint = NounOf<'cert-trustpoint'>;
const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const url = (scheme: string) => domainName.map((host) => `${scheme}://${host}/enrol`);
const fingerprint = rare(fc.stringMatching(/^[0-9A-F]{40}$/));
type Est = Extract<Trustpoint['enrollment'], { type: 'est' }>;

/** What a certificate that is asked for says, and its key. */
const requested = {
  subjectName: rare(domainName.map((host) => `cn=${host},o=Example,c=IN`)),
  fqdn: rare(
    fc.oneof(
      domainName.map((host) => `fw.${host}`),
      oneOf(['none', 'hostname']),
    ),
  ),
  serialNumber: rare(oneOf([true, 'none'] as const)),
  ipAddress: rare(anyAddress),
  ignoreIpsecKeyUsage: rare(fc.boolean()),
};
const key = fc.oneof<fc.Arbitrary<Partial<Trustpoint>>[]>(
  fc.constant({}),
  record<Partial<Trustpoint>>({
    rsaKeypair: record<NonNullable<Trustpoint['rsaKeypair']>>({ label: fmcName, bits: opt(oneOf([2048, 3072, 4096])) }),
  }),
  record<Partial<Trustpoint>>({ ecKeypair: fmcName, ecKeysize: opt(oneOf([256, 384, 521] as const)) }),
);
const asking = <E extends Trustpoint['enrollment']>(
  enrollment: fc.Arbitrary<E>,
  more: { [F in keyof Trustpoint]?: fc.Arbitrary<Trustpoint[F]> } = {},
): fc.Arbitrary<Partial<Trustpoint>> =>
  fc
    .tuple(record<Partial<Trustpoint>>({ enrollment, ...requested, ...more }), key)
    .map(([found, pair]) => ({ ...found, ...pair }));
const sort: fc.Arbitrary<Partial<Trustpoint>> = fc.oneof(
  fc.record({
    enrollment: fc.record({ type: fc.constant('pkcs12' as const), content: secretRef, passphrase: secretRef }),
  }),
  fc.record({ enrollment: fc.constant({ type: 'terminal' as const }), ca: fc.constant({ certificate: pem }) }),
  asking(fc.constant({ type: 'selfsigned' as const })),
  asking(fc.record({ type: fc.constant('url' as const), url: url('http') }), {
    password: rare(secretRef),
    fingerprint,
    enrollmentRetryCount: rare(int(0, 100)),
    enrollmentRetryPeriod: rare(int(1, 60)),
  }),
  asking(
    record<Est>({
      type: fc.constant('est' as const),
      url: url('https'),
      user: rare(fc.record({ name: fmcName, password: secretRef })),
      source: rare(its('security-zone', 'outside-zone')),
      trustAnyServer: rare(fc.constant(true as const)),
    }),
    { fingerprint },
  ),
);

const lists = rare(distinct(url('http'), 2));
const revocation = fc.oneof<fc.Arbitrary<Partial<Trustpoint>>[]>(
  fc.constant({}),
  fc.constant({ revocationCheck: ['none' as const] }),
  record<Partial<Trustpoint>>({
    revocationCheck: oneOf([['crl'], ['crl', 'none']] as const).map((ways) => [...ways]),
    crlUrls: lists,
  }),
  record<Partial<Trustpoint>>({
    revocationCheck: oneOf([['ocsp'], ['ocsp', 'crl', 'none'], ['crl', 'ocsp']] as const).map((ways) => [...ways]),
    ocspUrl: rare(url('http')),
  }),
);
export const fmcTrustpoint = fc
  .tuple(
    fc.record({ name: fmcName }),
    sort,
    revocation,
    record<Partial<Trustpoint>>({
      caCheck: rare(fc.constant(false as const)),
      validationUsage: rare(someOf(['ipsec-client', 'ssl-client', 'ssl-server'] as const)),
    }),
  )
  .map((parts) => Object.assign({}, ...parts) as Trustpoint);

type Rule = NonNullable<NounOf<'certificate-map'>['rules']>[number];
export const fmcPki: Arbitraries<FmcPkiKind> = {
  'cert-trustpoint': fmcTrustpoint,
  'certificate-map': fc.record({
    name: fmcName,
    rules: distinct(
      record<Rule>({
        field: oneOf(['subject-name', 'issuer-name', 'alt-subject-name', 'extended-key-usage'] as const),
        component: rare(oneOf(nameComponents)),
        operator: oneOf(['eq', 'co', 'ne', 'nc'] as const),
        value: text,
      }),
      4,
    ),
  }),
};
