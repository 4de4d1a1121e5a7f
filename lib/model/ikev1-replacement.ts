/** Algorithms as IKEv2 names them here: `aes-cbc-256`, `3des`, `sha1`. Groups by their number. */
export interface Phase1 {
  readonly encryption: string;
  readonly hash: string;
  readonly group: number;
}
export interface Phase2 {
  readonly encryption: string;
  /** Absent with GCM, and where there was none. */
  readonly integrity?: string;
  /** Absent: no perfect forward secrecy. */
  readonly pfs?: number;
}

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

/** What takes the place of something, and what of it is another than before, in words. */
interface Replaced<T> {
  readonly instead: T;
  readonly said: readonly string[];
}

const kept = (what: string, was: string, instead: string): Replaced<string> =>
  strong.includes(was)
    ? { instead: was, said: [] }
    : { instead, said: [`${what} ${was} is weak: ${instead} takes its place`] };
const keptGroup = (what: string, was: number): Replaced<number> =>
  strongGroups.includes(was)
    ? { instead: was, said: [] }
    : { instead: 19, said: [`${what} ${was} is weak: group 19 takes its place`] };

/** A proposal of IKEv2 in the place of a policy of IKEv1. */
export const ikeFor = (phase1: Phase1): Replaced<Suite['ike']> => {
  const group = keptGroup('Diffie-Hellman group', phase1.group);
  const encryption = kept('IKE encryption', phase1.encryption, 'aes-cbc-256');
  const integrity = kept('IKE hash', phase1.hash, 'sha256');
  return {
    instead: { encryption: [encryption.instead], integrity: [integrity.instead], group: [group.instead] },
    said: [...group.said, ...encryption.said, ...integrity.said],
  };
};

/** What protects packets. */
export const espFor = (phase2: Omit<Phase2, 'pfs'>): Replaced<Suite['esp']> => {
  const encryption = kept('ESP encryption', phase2.encryption, 'aes-cbc-256');
  if (encryption.instead.startsWith('aes-gcm')) return { ...encryption, instead: { encryption: encryption.instead } };
  const integrity =
    phase2.integrity === undefined
      ? { instead: 'sha256', said: ['ESP had no integrity: sha256 is added'] }
      : kept('ESP integrity', phase2.integrity, 'sha256');
  return {
    instead: { encryption: encryption.instead, integrity: integrity.instead },
    said: [...encryption.said, ...integrity.said],
  };
};

/** Perfect forward secrecy; where there was none, by the group of IKE. */
export const pfsFor = (was: number | undefined, group: number): Replaced<number> =>
  was === undefined
    ? { instead: group, said: [`there was no perfect forward secrecy: group ${group} is added`] }
    : keptGroup('PFS group', was);

/** The suite of a tunnel, and what of it is another than before, in words. */
export const suiteFor = ({
  phase1,
  phase2,
}: {
  readonly phase1: Phase1;
  readonly phase2: Phase2;
}): { readonly suite: Suite; readonly said: readonly string[] } => {
  const [ike, esp] = [ikeFor(phase1), espFor(phase2)];
  const pfs = pfsFor(phase2.pfs, ike.instead.group[0]!);
  return {
    suite: { ike: ike.instead, esp: esp.instead, pfs: pfs.instead },
    said: [...ike.said, ...esp.said, ...pfs.said],
  };
};
