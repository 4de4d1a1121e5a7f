import type { NounOf } from '../../../model/nouns';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

type TransformSet = NounOf<'ipsec-transform-set'>;

const authenticatesItself = (cipher: string): boolean => /^(aes-gcm|gmac)/.test(cipher);

/** Of several a firewall takes for each cipher what it needs: GCM goes without an HMAC, also where one stands beside it. */
const fault = ({
  encryption,
  integrity,
  ah,
  furtherEncryption,
  furtherIntegrity,
}: TransformSet): readonly [message: string, remedy: string] | undefined => {
  const ciphers = [encryption, furtherEncryption ?? []].flat().filter((cipher) => cipher !== undefined);
  const hashes = [integrity, furtherIntegrity ?? []].flat().filter((hash) => hash !== undefined && hash !== 'null');
  const mayBeNone = furtherIntegrity?.includes('null') === true;
  const combined = ciphers.filter(authenticatesItself);
  const plain = ciphers.filter((cipher) => !authenticatesItself(cipher));
  if (combined.length > 0 && plain.length === 0 && hashes.length > 0 && !mayBeNone)
    return [`has ${combined.join(', ')} and ${hashes.join(', ')} beside it`, 'leave integrity out'];
  if (plain.length > 0 && ah === undefined && (hashes.length === 0 || (mayBeNone && combined.length === 0)))
    return [
      `has ${plain.join(', ')} and ${hashes.length === 0 ? 'no integrity' : 'offers it without integrity too'}`,
      hashes.length === 0 ? "write integrity: 'sha256', or take aes-gcm-256" : "take 'null' out of furtherIntegrity",
    ];
  return undefined;
};

export const cipherWithHmac: Rule = {
  id: 'TW-IPSEC-001',
  title: 'GCM with a second integrity, or CBC with none',
  why: 'GCM and GMAC authenticate by themselves and forbid an HMAC beside them; CBC without one can be changed on the way unseen (Cisco-IOS-XE-crypto; RFC 8221).',
  packs: { correctness: 'error' },
  looksAt: ['ipsec-transform-set'],
  check: forEachResource('ipsec-transform-set', (set) => {
    const found = fault(set.noun);
    return found === undefined ? [] : [createFinding(set, ...found)];
  }),
};
