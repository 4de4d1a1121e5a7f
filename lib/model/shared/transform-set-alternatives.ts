import type { z } from 'zod';
import type { ipsecTransformSet } from './ipsec-transform-set';

type TransformSet = z.output<typeof ipsecTransformSet.schema>;

/** Whether a cipher proves by itself that nothing was changed. */
export const authenticatesItself = (cipher: string | undefined): boolean => /^(aes-gcm|gmac)/.test(cipher ?? '');

/** Each way in which a set can be agreed on: a firewall offers several ciphers and hashes in one. */
export const alternativesOf = (set: TransformSet): readonly TransformSet[] => {
  const { furtherEncryption = [], furtherIntegrity = [], ...first } = set;
  const hashes = [first.integrity, ...furtherIntegrity];
  return [first.encryption, ...furtherEncryption].flatMap((encryption) =>
    authenticatesItself(encryption)
      ? [{ ...first, encryption, integrity: undefined }]
      : hashes.map((hash) => ({ ...first, encryption, integrity: hash === 'null' ? undefined : hash })),
  );
};
