import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const cipherWithHmac: Rule = {
  id: 'TW-IPSEC-001',
  title: 'GCM with a second integrity, or CBC with none',
  why: 'GCM and GMAC authenticate by themselves and forbid an HMAC beside them; CBC without one can be changed on the way unseen (Cisco-IOS-XE-crypto; RFC 8221).',
  packs: { correctness: 'error' },
  looksAt: ['ipsec-transform-set'],
  check: forEachResource('ipsec-transform-set', (set) => {
    const { encryption, integrity, ah } = set.noun;
    if (encryption === undefined) return [];
    const combined = /^(aes-gcm|gmac)/.test(encryption);
    if (combined && integrity !== undefined)
      return [createFinding(set, `has ${encryption} and ${integrity} beside it`, 'leave integrity out')];
    return !combined && integrity === undefined && ah === undefined
      ? [createFinding(set, `has ${encryption} and no integrity`, "write integrity: 'sha256', or take aes-gcm-256")]
      : [];
  }),
};
