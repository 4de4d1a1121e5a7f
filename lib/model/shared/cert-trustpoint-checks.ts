import type { z } from 'zod';

/** What of a trustpoint enrols it. */
interface Enrolling {
  readonly enrollment: { readonly type: string };
  readonly ca?: { readonly certificate?: unknown; readonly fingerprint?: string } | undefined;
  readonly signer?: unknown;
  readonly rsaKeypair?: unknown;
  readonly ecKeypair?: unknown;
  readonly ecKeysize?: unknown;
  readonly renewDays?: unknown;
}

type Faults = readonly (readonly [keyof Enrolling, string])[];

const keyFaults = (noun: Enrolling): Faults => {
  const { type } = noun.enrollment;
  const { ca, signer: signs, rsaKeypair, ecKeypair } = noun;
  const enrols = signs !== undefined || ['selfsigned', 'pkcs12'].includes(type) || (type === 'url' && ca !== undefined);
  const lacksKey =
    rsaKeypair === undefined &&
    ecKeypair === undefined &&
    (signs !== undefined || (type === 'url' && ca !== undefined));
  return [
    ...(lacksKey ? [['rsaKeypair', 'write the key pair to certify: { label, bits }, or ecKeypair'] as const] : []),
    ...(noun.ecKeysize !== undefined && ecKeypair === undefined
      ? [['ecKeysize', 'write the key it is the size of: ecKeypair'] as const]
      : []),
    ...(enrols && rsaKeypair !== undefined && ecKeypair !== undefined
      ? [['ecKeypair', 'a certificate is for one key: leave this one or rsaKeypair out'] as const]
      : []),
    ...(noun.renewDays !== undefined && !enrols
      ? [
          [
            'renewDays',
            'nothing enrols this trustpoint: write a signer or the authority (ca), or leave it out',
          ] as const,
        ]
      : []),
  ];
};

const authorityFaults = ({ enrollment: { type }, ca, signer: signs }: Enrolling): Faults => [
  ...(signs !== undefined && type !== 'terminal'
    ? [['signer', "a signer is for enrollment { type: 'terminal' }: leave it out"] as const]
    : []),
  ...(signs !== undefined && ca === undefined
    ? [['ca', 'write the authority that signs: { certificate, fingerprint }'] as const]
    : []),
  ...(type === 'terminal' && ca !== undefined && ca.certificate === undefined
    ? [['ca', 'certificate: it is pasted at the terminal, so write its PEM or { file }'] as const]
    : []),
  ...(type === 'url' && ca !== undefined && ca.certificate === undefined && ca.fingerprint?.length === 64
    ? [['ca', 'fingerprint: the device shows MD5 and SHA-1 of what it fetches: write one of them'] as const]
    : []),
  ...(ca !== undefined && !['terminal', 'url'].includes(type)
    ? [['ca', `${type} brings its own authority: leave it out`] as const]
    : []),
];

/** What the operations need of one another, so that none of them stops half-way for want of it. */
const trustpointFaults = (noun: Enrolling): Faults => [...keyFaults(noun), ...authorityFaults(noun)];

export const checkTrustpoint = (noun: Enrolling, context: z.RefinementCtx): void => {
  for (const [field, message] of trustpointFaults(noun)) context.addIssue({ code: 'custom', path: [field], message });
};
