import type { NounOf } from '../../model/nouns';
import type { DeviceView } from '../engine/network-view';
import { protectionOf } from './profile';

type TransformSet = NounOf<'ipsec-transform-set'>;
type Tunnel = Pick<NounOf<'virtual-template'>, 'mode' | 'key' | 'protection'>;

/** What nearly every path carries, in bytes. */
export const usualPath = 1500;

/** Bytes of an ESP cipher: its initialization vector, and the block that the padding fills (RFC 4303, 3602, 4106, 2451). */
const cipherBytes = (cipher: TransformSet['encryption']): { readonly iv: number; readonly block: number } => {
  if (cipher === undefined || cipher === 'null' || cipher === 'seal') return { iv: 0, block: 4 };
  if (/^(aes-gcm|gmac)/.test(cipher)) return { iv: 8, block: 4 };
  return cipher.startsWith('aes') ? { iv: 16, block: 16 } : { iv: 8, block: 8 };
};

/** Bytes of what proves that nothing was changed (RFC 2403, 2404, 4868). */
const icvBytes = { sha1: 12, md5: 12, sha256: 16, sha384: 24, sha512: 32 } as const;

const espBytes = ({ encryption, integrity, ah }: TransformSet): { readonly head: number; readonly block: number } => {
  const { iv, block } = cipherBytes(encryption);
  const icv = /^(aes-gcm|gmac)/.test(encryption ?? '') ? 16 : integrity === undefined ? 0 : icvBytes[integrity];
  return { head: 8 + iv + icv + (ah === undefined ? 0 : 12 + icvBytes[ah]), block };
};

/** Bytes that the tunnel adds by itself: GRE (RFC 2784) with its key (RFC 2890), and its IP header where ESP adds another. */
const greBytes = ({ mode, key }: Tunnel, isTransport: boolean, ip: number): number =>
  mode.startsWith('gre') ? 4 + (key === undefined ? 0 : 4) + (isTransport ? 0 : ip) : 0;

const outerIp = ({ mode }: Tunnel): number => (/^(gre|gre-multipoint|ipsec)-ipv6/.test(mode) ? 40 : 20);

const roomWith = (set: TransformSet, tunnel: Tunnel): number => {
  const { head, block } = espBytes(set);
  const ip = outerIp(tunnel);
  const padded = Math.floor((usualPath - ip - head) / block) * block;
  // Two bytes of the padding say how long it is, and what follows.
  return padded - 2 - greBytes(tunnel, set.mode.startsWith('transport'), ip);
};

/**
 * The largest IP packet in bytes that a tunnel carries whole where the path takes 1500, with the transform set that adds
 * most. Not counted: NAT on the way, which adds 8 bytes. Where the sets are not known, those that add least (GCM).
 */
export const roomIn = (tunnel: Tunnel, device: DeviceView): number => {
  const refs = protectionOf(tunnel, device)?.noun.transformSets ?? [];
  const sets = refs.flatMap((ref) => device.to(ref)?.noun ?? []);
  const least = { name: '', encryption: 'aes-gcm-256', mode: 'transport' } as const;
  return Math.min(...(sets.length === 0 ? [least] : sets).map((set) => roomWith(set, tunnel)));
};
