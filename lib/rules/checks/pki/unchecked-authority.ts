import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const uncheckedAuthority: Rule = {
  id: 'TW-PKI-003',
  title: 'An authority fetched over HTTP and compared with nothing',
  why: 'The certificate of the authority comes over the network in clear. Without its fingerprint whoever stands in between gives another one, and signs for everybody from then on (Cisco, PKI Configuration Guide, fingerprint).',
  packs: { 'nsa-cisa-remote-access': 'error', 'field-guide': 'warning' },
  looksAt: ['cert-trustpoint'],
  check: forEachResource('cert-trustpoint', (trustpoint) => {
    const { enrollment, fingerprint, ca } = trustpoint.noun;
    if (enrollment?.type !== 'url' || !enrollment.url.startsWith('http:')) return [];
    return fingerprint !== undefined || ca !== undefined
      ? []
      : [
          createFinding(
            trustpoint,
            `fetches its authority from ${enrollment.url} and compares it with nothing`,
            'write ca: { fingerprint } as the authority shows it, or an https URL',
          ),
        ];
  }),
};
