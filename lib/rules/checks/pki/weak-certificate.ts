import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const weakCertificate: Rule = {
  id: 'TW-PKI-004',
  title: 'A key or a hash that no peer should take',
  why: 'RSA below 2048 bits and signatures with MD5 or SHA-1 can be forged; newer clients and releases refuse them (NIST SP 800-131A; Cisco field notice FN72510).',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: ['cert-trustpoint'],
  check: forEachResource('cert-trustpoint', (trustpoint) => {
    const { rsaKeypair, hash } = trustpoint.noun;
    const weak = [
      ...(rsaKeypair?.bits !== undefined && rsaKeypair.bits < 2048 ? [`an RSA key of ${rsaKeypair.bits} bits`] : []),
      ...(hash === 'md5' || hash === 'sha1' ? [`the hash ${hash}`] : []),
    ];
    return weak.length === 0
      ? []
      : [createFinding(trustpoint, `asks for ${weak.join(' and ')}`, 'write bits: 3072, and hash: sha256 or better')];
  }),
};
