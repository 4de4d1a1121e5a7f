import { isSignature, localMethod, remoteMethods } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const signatureWithoutTrustpoint: Rule = {
  id: 'TW-IKE-018',
  title: 'Certificates without a trustpoint in the profile',
  why: 'An initiator with `rsa-sig` or `ecdsa-sig` needs `pki trustpoint` in its profile: it has nothing to sign with otherwise, and a responder takes any trustpoint it finds (Cisco technote 117633).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile'],
  check: forEachResource('ikev2-profile', (profile) =>
    [...remoteMethods(profile.noun), localMethod(profile.noun)].some(isSignature) && !profile.noun.trustpoints
      ? [
          createFinding(
            profile,
            'proves itself or its peers by certificate and names no trustpoint',
            'write trustpoints: [the CertTrustpoint of both ends’ authority]',
          ),
        ]
      : [],
  ),
};
