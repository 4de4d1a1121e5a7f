import { ipsecProfilesOf } from '../../facts/profile';
import { isForWindows } from '../../facts/windows';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const windowsCipher: Rule = {
  id: 'TW-RA-001',
  title: 'The client of Windows, and no cipher of 256 bits',
  why: 'The native client of Windows asks for ESP with AES-256 and fails with a transform set of AES-128, the default of `esp-aes` (Cisco Live BRKSEC-2881).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'ipsec-profile', 'ipsec-transform-set'],
  check: forEachResource('ikev2-profile', (profile, device) => {
    if (!isForWindows(profile.noun)) return [];
    return ipsecProfilesOf(profile, device).flatMap((ipsec) => {
      const ciphers = (ipsec.noun.transformSets ?? []).flatMap((set) => device.to(set)?.noun.encryption ?? []);
      if (ciphers.length === 0 || ciphers.some((cipher) => cipher.endsWith('-256'))) return [];
      return [
        createFinding(
          ipsec,
          `protects users of Windows with ${ciphers.join(', ')}`,
          "put a transform set with 'aes-cbc-256' or 'aes-gcm-256' first",
        ),
      ];
    });
  }),
};
