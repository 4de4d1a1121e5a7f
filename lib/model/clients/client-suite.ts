import { z } from 'zod';
import { nameParts } from '../../kernel/distinguished-name';
import { ikev2Proposal } from '../shared/ikev2-proposal';
import { ipsecTransformSet } from '../shared/ipsec-transform-set';
import { plain } from '../plain-text';

/** What a headend offers for the IKE SA: its proposals, as data, because clients stand on another target. */
export const offeredProposals = z
  .array(ikev2Proposal.schema)
  .min(1, { error: 'write at least one IkeV2Proposal of the headend' });
/** What a headend offers for ESP. */
export const offeredTransformSets = z
  .array(ipsecTransformSet.schema)
  .min(1, { error: 'write at least one IpsecTransformSet of the headend' });
export type Proposal = z.output<typeof ikev2Proposal.schema>;
export type TransformSet = z.output<typeof ipsecTransformSet.schema>;

/** What is known of the certificate that a headend shows. */
export const headendCertificate = z.strictObject({
  /** Names in it: the alternative names, or the common name where it has none (RFC 6125). */
  names: z.array(plain()).min(1, {
    error: 'the trustpoint has no name: write fqdn, subjectAltName or a subjectName with cn= on it',
  }),
  /** Extended key usages that the authority puts into it. Default: those that the trustpoint asks for. */
  extendedKeyUsage: z.array(z.enum(['server-auth', 'client-auth', 'ike-intermediate'])).optional(),
});
export type HeadendCertificate = z.output<typeof headendCertificate>;

/** The part of a trustpoint that says what its certificate will be. */
export interface Requested {
  readonly fqdn?: string | undefined;
  readonly subjectAltName?: string | undefined;
  readonly subjectName?: string | undefined;
}

/** The common name of an X.500 name: `cn=gate.example.net,o=Example`. */
export const commonName = (subject: string | undefined): string | undefined =>
  nameParts(subject ?? '').find(([attribute, value]) => attribute === 'cn' && value !== '')?.[1];

/** The names by which clients may know a headend that shows such a certificate. A common name counts where no other is. */
export const certificateNames = ({ fqdn, subjectAltName, subjectName }: Requested): readonly string[] => {
  const alternative = [fqdn, subjectAltName].filter((name) => name !== undefined && name !== 'none');
  const common = commonName(subjectName);
  return (alternative.length > 0 ? alternative : [common]).filter((name) => name !== undefined);
};

/** A name of a certificate may begin with `*.`, which stands for one label. */
export const isNamedBy = (address: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const [a, b] = [address.toLowerCase(), name.toLowerCase()];
    return a === b || (b.startsWith('*.') && a.split('.').slice(1).join('.') === b.slice(2) && a !== b.slice(2));
  });
