import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const revocation: Rule = {
  id: 'TW-PKI-002',
  title: 'Revoked certificates are taken',
  why: 'With `revocation-check none` a stolen laptop or router connects until its certificate ends by itself. `crl none` checks where the list can be had, and goes on where it cannot (Cisco, PKI Configuration Guide; the AnyConnect and Duo guide has none).',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: ['cert-trustpoint'],
  check: forEachResource('cert-trustpoint', (trustpoint, device) => {
    const { revocationCheck, enrollment } = trustpoint.noun;
    const asked = device.users(trustpoint).some(({ noun }) => usesPeers(noun));
    if (revocationCheck?.[0] !== 'none' || enrollment?.type === 'selfsigned' || !asked) return [];
    return [
      createFinding(
        trustpoint,
        'does not check for revocation',
        "write revocationCheck: ['crl', 'none'], or ['ocsp', 'crl'] where the list must be had",
      ),
    ];
  }),
};

/** Whether certificates of peers are checked with it: not where it only signs for this end. */
const usesPeers = (noun: object): boolean => {
  const { trustpoints } = noun as { readonly trustpoints?: readonly { readonly use?: string }[] };
  return trustpoints?.some(({ use }) => use !== 'sign') ?? false;
};
