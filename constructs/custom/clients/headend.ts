import type { Referable } from '../../../lib/model/noun';
import { certificateNames, type HeadendCertificate } from '../../../lib/model/clients/client-suite';
import type { PropsOf } from '../../../lib/model/nouns';
import { propsOf } from '../../../lib/synth/declaration';
import { objectOf } from '../../core/given';

/** What a client must know of its headend, by the constructs of the headend itself. */
export interface HeadendProfile {
  /** What the headend offers for the IKE SA: its IkeV2Proposal constructs. */
  readonly proposals: readonly Referable<'ikev2-proposal'>[];
  /** What it offers for ESP: its IpsecTransformSet constructs. */
  readonly transformSets: readonly Referable<'ipsec-transform-set'>[];
  /** Whose certificate it shows. */
  readonly trustpoint: Referable<'cert-trustpoint'>;
  /**
   * Extended key usages that the authority puts into the certificate by itself. Default: those that the trustpoint asks
   * for.
   */
  readonly extendedKeyUsage?: readonly NonNullable<HeadendCertificate['extendedKeyUsage']>[number][];
}

/** What of a construct is not known here, because it is not declared: the noun then says what is missing. */
const known = <K extends 'ikev2-proposal' | 'ipsec-transform-set'>(
  list: readonly Referable<K>[] | undefined,
): PropsOf<K>[] => (Array.isArray(list) ? (list as readonly Referable<K>[]).flatMap((one) => propsOf(one) ?? []) : []);

const certificateOf = (
  trustpoint: HeadendProfile['trustpoint'],
  extendedKeyUsage: HeadendProfile['extendedKeyUsage'],
) => {
  const props = propsOf(trustpoint);
  const asked = props?.ekuRequest?.filter((usage) => usage === 'server-auth' || usage === 'client-auth');
  const usages = extendedKeyUsage ?? asked;
  return {
    names: [...certificateNames(props ?? {})],
    ...(usages === undefined ? {} : { extendedKeyUsage: [...usages] }),
  };
};

/**
 * The data of a headend that the noun of a client holds. Read at synth, when all is declared. A program that no compiler
 * has seen may leave any of it out: the noun then says what is missing.
 */
export const headendProfileOf = (headend: Partial<HeadendProfile>) => {
  const { proposals, transformSets, trustpoint, extendedKeyUsage } = objectOf(headend);
  return {
    proposals: known(proposals),
    transformSets: known(transformSets),
    ...(trustpoint === undefined ? {} : { certificate: certificateOf(trustpoint, extendedKeyUsage) }),
  };
};
