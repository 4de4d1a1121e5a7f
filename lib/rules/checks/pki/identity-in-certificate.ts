import { askedNames, shownBy } from '../../facts/certificate';
import { isSignature, localMethod } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const identityInCertificate: Rule = {
  id: 'TW-PKI-007',
  title: 'A local identity that is not in the certificate',
  why: 'A peer believes an identity when the certificate says the same: firewalls (`peer-id-validate req` by default) and strongSwan refuse one that is neither its subject nor an alternative name (RFC 7296 section 3.5, RFC 4945 section 3.1).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'cert-trustpoint'],
  check: forEachResource('ikev2-profile', (profile, device) => {
    const { identityLocal } = profile.noun;
    if (!isSignature(localMethod(profile.noun)) || identityLocal === undefined) return [];
    const says =
      identityLocal.type === 'fqdn'
        ? identityLocal.fqdn
        : identityLocal.type === 'email'
          ? identityLocal.email
          : undefined;
    if (says === undefined) return [];
    const shown = shownBy(profile.noun, device);
    const asked = shown.map((trustpoint) => trustpoint && askedNames(trustpoint.noun));
    // A certificate that the authority fills may have it.
    if (shown.length === 0 || asked.some((names) => names === undefined || names.includes(says.toLowerCase())))
      return [];
    return [
      createFinding(
        profile,
        `says that it is ${says}, and its certificate (${shown.map((each) => each!.name).join(', ')}) is asked for ${asked.flatMap((names) => names!).join(', ')}`,
        `write fqdn: '${says}' on the trustpoint, or identityLocal: { type: 'dn' }`,
      ),
    ];
  }),
};
