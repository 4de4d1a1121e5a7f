import type { z } from 'zod';
import type { trust } from '../../lib/model/targets';

/** What `Trust` gives. */
export type TrustProps = z.input<typeof trust>;

/** Whom to believe at the other end. Left out, SSH host keys are looked up in ~/.ssh/known_hosts and TLS in the system's authorities. */
export const Trust = {
  /** Exactly this key: `SHA256:…` as `ssh-keygen -lf` prints it, or the SHA-256 of a TLS certificate in hex. */
  fingerprint: (fingerprint: string): TrustProps => ({ fingerprint }),
  /** SSH: a known_hosts file. */
  knownHosts: (file: string): TrustProps => ({ file }),
  /** TLS: a file of certificate authorities in PEM. */
  caFile: (file: string): TrustProps => ({ file }),
  /** Do not verify. Every run warns of it. */
  insecure: (): TrustProps => ({ insecure: true }),
};
