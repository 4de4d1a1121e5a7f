import { isSignature, remoteMethods } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const authorizationMethod: Rule = {
  id: 'TW-IKE-019',
  title: 'Authorization of peers that cannot come',
  why: 'A line for `cert` is read for peers with a certificate, one for `eap` for those with EAP. Where no peer may prove itself that way the line is never read, and its addresses and routes are never given (Cisco, FlexVPN AAA integration).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile'],
  check: forEachResource('ikev2-profile', (profile) => {
    const { aaaAuthorization = [], aaaAccounting = [], authenticationRemote = [] } = profile.noun;
    const remote = remoteMethods(profile.noun);
    if (remote.length === 0) return [];
    const certificateToo = authenticationRemote.some(
      (each) => typeof each === 'object' && each.method === 'anyconnect-eap' && each.certRequest,
    );
    const possible = new Set([
      ...(certificateToo || remote.some(isSignature) ? ['cert'] : []),
      ...(remote.includes('pre-share') ? ['psk'] : []),
      ...remote,
      'any',
    ]);
    const lines = [
      ...aaaAuthorization.map(({ of, method }) => ({ what: `authorization of the ${of}`, method })),
      ...aaaAccounting.map(({ method }) => ({ what: 'accounting', method })),
    ];
    return lines
      .filter(({ method }) => !possible.has(method))
      .map(({ what, method }) =>
        createFinding(
          profile,
          `has ${what} for ${method}, and its peers prove themselves by ${remote.join(', ')}`,
          'write it for the method that its peers use',
        ),
      );
  }),
};
