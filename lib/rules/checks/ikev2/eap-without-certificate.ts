import { isHeadend, isSignature, localMethod } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const eapWithoutCertificate: Rule = {
  id: 'TW-IKE-013',
  title: 'EAP clients and a headend without a certificate',
  why: 'Towards clients with EAP the responder proves itself with a signature (RFC 7296 section 2.16); with anything else clients refuse, or give their password to whoever answers (Cisco FlexVPN server; Cisco Live BRKSEC-2881).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile'],
  check: forEachResource('ikev2-profile', (profile) => {
    const { noun } = profile;
    if (!isHeadend(noun)) return [];
    if (!isSignature(localMethod(noun)))
      return [
        createFinding(
          profile,
          `its clients use EAP, and it proves itself by ${localMethod(noun) ?? 'nothing'}`,
          "write authenticationLocal: 'rsa-sig' or 'ecdsa-sig', and trustpoints",
        ),
      ];
    return noun.aaaAuthentication === undefined
      ? [
          createFinding(
            profile,
            'its clients use EAP, and nothing is named that checks their password',
            "write aaaAuthentication: [{ method: 'eap', list }]",
          ),
        ]
      : [];
  }),
};
