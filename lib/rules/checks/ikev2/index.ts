import type { Rule } from '../../engine/rule';
import { addressAgainstDn } from './address-against-dn';
import { ambiguousPolicy } from './ambiguous-policy';
import { ambiguousProfile } from './ambiguous-profile';
import { authorizationMethod } from './authorization-method';
import { catchAll } from './catch-all';
import { cluster } from './cluster';
import { defaultGroupKey } from './default-group-key';
import { eapWithoutCertificate } from './eap-without-certificate';
import { frontVrf } from './front-vrf';
import { halfAKey } from './half-a-key';
import { httpUrlCert } from './http-url-cert';
import { ikev1Aggressive } from './ikev1-aggressive';
import { ikev1Algorithms } from './ikev1-algorithms';
import { ikev1Spoken } from './ikev1-spoken';
import { incompleteProposal } from './incomplete-proposal';
import { innerVrf } from './inner-vrf';
import { keyBesideCertificate } from './key-beside-certificate';
import { lifetimeOrder } from './lifetime-order';
import { mapWithoutIke } from './map-without-ike';
import { neverMatched } from './never-matched';
import { periodicDpd } from './periodic-dpd';
import { postQuantum } from './post-quantum';
import { queryIdentity } from './query-identity';
import { reconnectWithKey } from './reconnect-with-key';
import { releaseAlgorithms } from './release-algorithms';
import { signatureWithoutTrustpoint } from './signature-without-trustpoint';
import { weakAlgorithms } from './weak-algorithms';
import { wildcardKey } from './wildcard-key';

export const ikev2Rules: readonly Rule[] = [
  ambiguousPolicy,
  releaseAlgorithms,
  postQuantum,
  weakAlgorithms,
  wildcardKey,
  keyBesideCertificate,
  halfAKey,
  addressAgainstDn,
  ambiguousProfile,
  neverMatched,
  catchAll,
  lifetimeOrder,
  eapWithoutCertificate,
  queryIdentity,
  httpUrlCert,
  reconnectWithKey,
  incompleteProposal,
  signatureWithoutTrustpoint,
  authorizationMethod,
  frontVrf,
  cluster,
  periodicDpd,
  mapWithoutIke,
  innerVrf,
  ikev1Algorithms,
  ikev1Aggressive,
  ikev1Spoken,
  defaultGroupKey,
];
