import type { Ikev1Tunnel } from './tunnel';

/** What protects the tunnel with IKEv2. */
export interface Suite {
  readonly ike: {
    readonly encryption: readonly string[];
    readonly integrity: readonly string[];
    readonly group: readonly number[];
  };
  readonly esp: { readonly encryption: string; readonly integrity?: string };
  readonly pfs: number;
}

/** Encryption, integrity and groups that are kept (RFC 8221, RFC 8247): others are replaced. */
const strong: readonly string[] = [
  ...['aes-cbc-128', 'aes-cbc-192', 'aes-cbc-256', 'aes-gcm-128', 'aes-gcm-192', 'aes-gcm-256'],
  ...['sha256', 'sha384', 'sha512'],
];
const strongGroups: readonly number[] = [14, 15, 16, 19, 20, 21];

/** The suite of a tunnel, and what of it is another than before, in words. */
export const suiteFor = ({
  phase1,
  phase2,
}: Pick<Ikev1Tunnel, 'phase1' | 'phase2'>): { readonly suite: Suite; readonly said: readonly string[] } => {
  const said: string[] = [];
  const kept = (what: string, was: string, instead: string): string => {
    if (strong.includes(was)) return was;
    said.push(`${what} ${was} is weak: ${instead} takes its place`);
    return instead;
  };
  const keptGroup = (what: string, was: number): number => {
    if (strongGroups.includes(was)) return was;
    said.push(`${what} ${was} is weak: group 19 takes its place`);
    return 19;
  };
  const group = keptGroup('Diffie-Hellman group', phase1.group);
  const ike = {
    encryption: [kept('IKE encryption', phase1.encryption, 'aes-cbc-256')],
    integrity: [kept('IKE hash', phase1.hash, 'sha256')],
    group: [group],
  };
  const encryption = kept('ESP encryption', phase2.encryption, 'aes-cbc-256');
  const isWhole = encryption.startsWith('aes-gcm');
  if (!isWhole && phase2.integrity === undefined) said.push('ESP had no integrity: sha256 is added');
  const integrity = isWhole ? {} : { integrity: kept('ESP integrity', phase2.integrity ?? 'sha256', 'sha256') };
  if (phase2.pfs === undefined) said.push(`there was no perfect forward secrecy: group ${group} is added`);
  const pfs = phase2.pfs === undefined ? group : keptGroup('PFS group', phase2.pfs);
  return { suite: { ike, esp: { encryption, ...integrity }, pfs }, said };
};
