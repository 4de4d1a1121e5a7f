import { alternativesOf, authenticatesItself } from '../shared/transform-set-alternatives';
import type { Proposal, TransformSet } from './client-suite';

/** The words of `Set-VpnConnectionIPsecConfiguration`. What is not here Windows cannot do. */
const encryption: Readonly<Partial<Record<Proposal['encryption'][number], string>>> = {
  'aes-gcm-256': 'GCMAES256',
  'aes-gcm-128': 'GCMAES128',
  'aes-cbc-256': 'AES256',
  'aes-cbc-192': 'AES192',
  'aes-cbc-128': 'AES128',
  '3des': 'DES3',
  des: 'DES',
};
/** Integrity of IKE, and its PRF, which cannot be another. */
const integrity: Readonly<Record<string, string>> = { sha384: 'SHA384', sha256: 'SHA256', sha1: 'SHA1', md5: 'MD5' };
const groups: Readonly<Record<number, string>> = {
  1: 'Group1',
  2: 'Group2',
  14: 'Group14',
  19: 'ECP256',
  20: 'ECP384',
  24: 'Group24',
};
const pfsGroups: Readonly<Record<number, string>> = {
  1: 'PFS1',
  2: 'PFS2',
  14: 'PFS2048',
  19: 'ECP256',
  20: 'ECP384',
  24: 'PFS24',
};
const ciphers: Readonly<Record<string, string>> = {
  'aes-gcm-256': 'GCMAES256',
  'aes-gcm-192': 'GCMAES192',
  'aes-gcm-128': 'GCMAES128',
  'aes-cbc-256': 'AES256',
  'aes-cbc-192': 'AES192',
  'aes-cbc-128': 'AES128',
  '3des': 'DES3',
  des: 'DES',
};
const espIntegrity: Readonly<Record<string, string>> = { sha256: 'SHA256128', sha1: 'SHA196', md5: 'MD596' };

/** What one connection of Windows is set to. */
export interface WindowsSuite {
  readonly EncryptionMethod: string;
  readonly IntegrityCheckMethod: string;
  readonly DHGroup: string;
  readonly CipherTransformConstants: string;
  readonly AuthenticationTransformConstants: string;
  readonly PfsGroup: string;
}
/** Why there is none, and what would make one. */
export interface Unable {
  readonly why: string;
}
export const unable = (found: object): found is Unable => 'why' in found;

const firstOf = <T extends string | number>(list: readonly T[], words: Readonly<Partial<Record<T, string>>>) =>
  list.map((item) => words[item]).find((word) => word !== undefined);

type Ike = Pick<WindowsSuite, 'EncryptionMethod' | 'IntegrityCheckMethod' | 'DHGroup'>;

/** The headend's preferences decide; the first of each that Windows has. */
const ikeOf = (proposal: Proposal): Ike | Unable => {
  const hashes = proposal.integrity ?? proposal.prf ?? [];
  const asPrf = hashes.filter((hash) => proposal.prf === undefined || proposal.prf.includes(hash));
  const EncryptionMethod = firstOf(proposal.encryption, encryption);
  const IntegrityCheckMethod = firstOf(asPrf, integrity);
  const DHGroup = firstOf(proposal.group, groups);
  if (proposal.pqc !== undefined && proposal.pqc.optional !== true)
    return { why: `${proposal.name} asks for ML-KEM, which Windows has not: make it optional` };
  if (EncryptionMethod === undefined)
    return { why: `${proposal.name}: Windows has none of ${proposal.encryption.join(', ')}` };
  if (IntegrityCheckMethod === undefined)
    return {
      why: `${proposal.name}: Windows has sha384, sha256 and sha1 for integrity, and the same for the PRF; offered is ${hashes.join(', ')}`,
    };
  if (DHGroup === undefined)
    return {
      why: `${proposal.name}: Windows has the groups 14, 19, 20 and 24 (weak: 1, 2); offered is ${proposal.group.join(', ')}`,
    };
  return { EncryptionMethod, IntegrityCheckMethod, DHGroup };
};

type Esp = Pick<WindowsSuite, 'CipherTransformConstants' | 'AuthenticationTransformConstants'>;

const espOf = (set: TransformSet): Esp | Unable => {
  const { name, encryption: cipher, integrity: hash } = set;
  if (set.ah !== undefined) return { why: `${name}: Windows has no AH in IKEv2` };
  if (set.compression !== undefined) return { why: `${name}: Windows does not compress` };
  if (set.esn) return { why: `${name}: Windows has no 64-bit sequence numbers` };
  if (set.mode !== 'tunnel') return { why: `${name}: Windows needs tunnel mode, it is ${set.mode}` };
  const word = ciphers[cipher ?? ''];
  if (word === undefined) return { why: `${name}: Windows has no ${cipher ?? 'ESP without encryption'}` };
  if (hash === undefined && !authenticatesItself(cipher))
    return { why: `${name}: Windows needs a hash with ${cipher}` };
  if (hash === undefined) return { CipherTransformConstants: word, AuthenticationTransformConstants: word };
  const authentication = espIntegrity[hash];
  if (authentication === undefined) return { why: `${name}: Windows has sha256 and sha1 for ESP, it is ${hash}` };
  return { CipherTransformConstants: word, AuthenticationTransformConstants: authentication };
};

const pick = <T, R extends object>(offered: readonly T[], map: (one: T) => R | Unable): R | Unable => {
  const mapped = offered.map(map);
  const able = mapped.find((found): found is R => !unable(found));
  return able ?? { why: mapped.flatMap((found) => (unable(found) ? [found.why] : [])).join('; ') };
};

/** What Windows takes of what a headend offers: for IKE, for ESP, and for perfect forward secrecy. */
export const windowsSuite = (offer: {
  readonly proposals: readonly Proposal[];
  readonly transformSets: readonly TransformSet[];
  readonly pfs?: number | undefined;
}): {
  readonly ike: Ike | Unable;
  readonly esp: Esp | Unable;
  readonly pfs: Pick<WindowsSuite, 'PfsGroup'> | Unable;
} => {
  const PfsGroup = offer.pfs === undefined ? 'None' : pfsGroups[offer.pfs];
  return {
    ike: pick(offer.proposals, ikeOf),
    esp: pick(offer.transformSets.flatMap(alternativesOf), espOf),
    pfs:
      PfsGroup === undefined
        ? { why: `Windows has the groups 14, 19, 20 and 24 (weak: 1, 2) for perfect forward secrecy, not ${offer.pfs}` }
        : { PfsGroup },
  };
};
