import type { NounOf } from '../../model/nouns';
import type { IkeIdentity } from '../../model/shared/ikev2-profile';

/** A key with a peer, as the configuration has it in clear. */
export interface SideKey {
  /** Address or network of the peer: `203.0.113.1`, `10.0.0.0/8`. */
  readonly address?: string | undefined;
  /** Who the peer says it is, one or all of a domain. */
  readonly identity?: NonNullable<NounOf<'ikev2-keyring'>['peers'][number]['identity']> | undefined;
  /** It is for whatever peer the profile is for. */
  readonly any?: true;
  /** What this end signs with. */
  readonly local: string;
  /** What the peer signs with. */
  readonly remote: string;
}

/** What one end of a tunnel would negotiate, whatever has it: a router, an ASA, a peer that no program manages. */
export interface TunnelSide {
  readonly name: string;
  /** Undefined: not known, so any address may be its. */
  readonly localAddress: string | undefined;
  /** The interface that it leaves by. */
  readonly source?: string | undefined;
  /** Whom it calls, the best first: addresses or host names. Empty: it is called. */
  readonly peers: readonly string[];
  readonly tunnelAddress: string | undefined;
  /** It is cloned for each peer that calls. */
  readonly answers?: true;
  /** Where callers reach it. Undefined: not known, so they reach it anywhere. */
  readonly reachedAt?: readonly string[] | undefined;
  readonly proposals: readonly Partial<NounOf<'ikev2-proposal'>>[];
  readonly transformSets: readonly Partial<NounOf<'ipsec-transform-set'>>[];
  readonly profile: Partial<NounOf<'ikev2-profile'>> | undefined;
  /** Who it says it is. Undefined: what the other end expects. */
  readonly identity: IkeIdentity | undefined;
  readonly ipsec: Partial<NounOf<'ipsec-profile'>> | undefined;
  /** The rules of each sequence of each map. */
  readonly certificateRules: readonly NonNullable<NounOf<'certificate-map'>['rules']>[];
  readonly keys: readonly SideKey[];
  /** Its keys are not known here, so any will do. */
  readonly anyKey?: true;
  /** Networks here and there that it protects; absent where it takes what is routed into it. */
  readonly protects?: { readonly here: readonly string[]; readonly there: readonly string[] };
}
