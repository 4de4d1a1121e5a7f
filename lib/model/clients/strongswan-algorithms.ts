import { authenticatesItself } from '../shared/transform-set-alternatives';
import type { Proposal, TransformSet } from './client-suite';

/** Key words of strongSwan (documentation, "IKEv2 Cipher Suites"). */
const ike: Readonly<Record<Proposal['encryption'][number], string>> = {
  'aes-gcm-256': 'aes256gcm16',
  'aes-gcm-192': 'aes192gcm16',
  'aes-gcm-128': 'aes128gcm16',
  'aes-cbc-256': 'aes256',
  'aes-cbc-192': 'aes192',
  'aes-cbc-128': 'aes128',
  '3des': '3des',
  des: 'des',
};
const esp: Readonly<Partial<Record<NonNullable<TransformSet['encryption']>, string>>> = {
  'aes-gcm-256': 'aes256gcm16',
  'aes-gcm-192': 'aes192gcm16',
  'aes-gcm-128': 'aes128gcm16',
  'aes-cbc-256': 'aes256',
  'aes-cbc-192': 'aes192',
  'aes-cbc-128': 'aes128',
  '3des': '3des',
  des: 'des',
  'gmac-256': 'aes256gmac',
  'gmac-192': 'aes192gmac',
  'gmac-128': 'aes128gmac',
  null: 'null',
};
const groups: Readonly<Record<Proposal['group'][number], string>> = {
  1: 'modp768',
  2: 'modp1024',
  5: 'modp1536',
  14: 'modp2048',
  15: 'modp3072',
  16: 'modp4096',
  19: 'ecp256',
  20: 'ecp384',
  21: 'ecp521',
  24: 'modp2048s256',
  31: 'curve25519',
};

/** Everything that a proposal offers, in its order: `aes256-sha256-modp2048`. ML-KEM needs strongSwan 6. */
export const swanProposal = ({ encryption, integrity = [], prf = [], group, pqc }: Proposal): string =>
  [
    ...encryption.map((cipher) => ike[cipher]),
    ...integrity,
    ...prf.map((hash) => `prf${hash}`),
    ...group.map((number) => groups[number]),
    ...(pqc?.kems ?? []).map((kem) => `ke1_${kem}`),
    ...(pqc?.optional ? ['ke1_none'] : []),
  ].join('-');

const ciphersOf = ({ encryption, furtherEncryption = [] }: TransformSet) =>
  [encryption, ...furtherEncryption].filter((cipher) => cipher !== undefined);

/** What strongSwan cannot do of a transform set, and what to write instead. */
export const swanRefusal = (set: TransformSet): string | undefined => {
  if (set.ah !== undefined && set.encryption !== undefined)
    return `${set.name}: strongSwan has no AH around ESP in one SA: leave ah out`;
  const unknown = ciphersOf(set).find((cipher) => esp[cipher] === undefined);
  return unknown && `${set.name}: strongSwan has no ${unknown}`;
};

const tail = (set: TransformSet, pfs: Proposal['group'][number] | undefined): readonly string[] => [
  ...(pfs === undefined ? [] : [groups[pfs]]),
  ...(set.esn ? ['esn'] : []),
];

/**
 * The proposals of a transform set, in its order. A firewall offers several ciphers and hashes in one; strongSwan wants
 * those that authenticate by themselves apart from those that need a hash. No cipher without any is offered.
 */
export const swanEsp = (set: TransformSet, pfs?: Proposal['group'][number]): readonly string[] => {
  const hashes = [set.integrity, ...(set.furtherIntegrity ?? [])].filter(
    (hash) => hash !== undefined && hash !== 'null',
  );
  const ciphers = ciphersOf(set);
  const isFirstAlone = authenticatesItself(ciphers[0]!);
  const kinds = [isFirstAlone, !isFirstAlone].map((alone) => ({
    ciphers: ciphers.filter((cipher) => authenticatesItself(cipher) === alone),
    hashes: alone ? [] : hashes,
  }));
  return kinds
    .filter((kind) => kind.ciphers.length > 0)
    .map((kind) => [...kind.ciphers.map((cipher) => esp[cipher]!), ...kind.hashes, ...tail(set, pfs)].join('-'));
};
export const swanAh = (set: TransformSet, pfs?: Proposal['group'][number]): string =>
  [set.ah!, ...tail(set, pfs)].join('-');
