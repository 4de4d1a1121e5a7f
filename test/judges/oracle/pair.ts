/** Words of the nouns, as far as strongSwan knows them too. */
export interface Ike {
  readonly encryption: readonly string[];
  readonly integrity?: readonly string[];
  readonly prf?: readonly string[];
  readonly group: readonly number[];
}
export interface Esp {
  readonly encryption: string;
  readonly integrity?: string;
  /** Of an ASA alone. */
  readonly furtherEncryption?: readonly string[];
  readonly furtherIntegrity?: readonly string[];
}
export type Method = 'pre-share' | 'rsa-sig' | 'ecdsa-sig';
export type Identity =
  { readonly type: 'address' | 'dn' } | { readonly type: 'fqdn' | 'email' | 'key-id'; readonly value: string };
/** Whom an end takes: by what the peer says it is, or by what its certificate says (`map`: parts of its subject). */
export type Match =
  | { readonly by: 'any' | 'address' | 'network' | 'other-network' }
  | { readonly by: 'fqdn' | 'fqdn-domain' | 'email' | 'email-domain' | 'key-id'; readonly value: string }
  | { readonly by: 'map'; readonly parts: readonly string[] };

/** One of the networks behind an end; `wide` holds them all. */
export type Network = 0 | 1 | 2 | 'wide';
export interface Networks {
  readonly here: readonly Network[];
  readonly there: readonly Network[];
}

/** One end of a random pair, in words of its own: constructs and strongSwan's configuration are both written from it. */
export interface OracleEnd {
  readonly platform: 'ios-xe' | 'asa' | 'ftd';
  /** `route`: a tunnel interface; `policy`: a crypto map entry, or a topology that lists networks. */
  readonly form: 'route' | 'policy';
  readonly ike: readonly Ike[];
  readonly esp: readonly Esp[];
  readonly pfs?: number | undefined;
  readonly proves: Method;
  readonly takes: Method;
  /** Which of two keys it has. */
  readonly key: 0 | 1;
  /** Who it says it is. Of an ASA it follows from how it proves itself. */
  readonly identity: Identity;
  readonly match: Match;
  /** Its certificate: which of two authorities signed it, and for whom. */
  readonly authority: 0 | 1;
  readonly subject: string;
  readonly fqdn?: string | undefined;
  /** By which of the two authorities it checks its peer. */
  readonly trusts: 0 | 1;
  readonly dials: 'peer' | 'nobody';
  /** The address of its tunnel interface alone is overridden: the rest is for the peer. */
  readonly overridden?: true | undefined;
  /** What a policy-based end protects. `wide` in both is everything where the peer has a tunnel interface. */
  readonly networks: Networks;
}

export interface OraclePair {
  /** `vpn`: both ends are of one SiteToSiteVpn, which knows their addresses; `parts`: of constructs of level 1. */
  readonly written: 'parts' | 'vpn';
  readonly ends: readonly [OracleEnd, OracleEnd];
  /** What was changed in a pair that agrees. */
  readonly changed: readonly string[];
}

/** An end at its place: pairs that stand side by side share no address, name or network. */
export class Place {
  constructor(
    readonly slot: number,
    readonly side: 0 | 1,
  ) {}
  /** Its address on the way to the peer. */
  get address(): string {
    return `198.18.${this.slot}.${this.side + 1}`;
  }
  /** Where it looks for its peer. */
  dials({ dials }: OracleEnd): string {
    return dials === 'peer' ? this.peer.address : `198.18.${this.slot}.9`;
  }
  /** Where its packets go: what a tunnel interface is overridden with, else where it looks for its peer. */
  sends(end: OracleEnd): string {
    return end.overridden ? `198.18.${this.slot}.9` : this.dials(end);
  }
  get peer(): Place {
    return new Place(this.slot, this.side === 0 ? 1 : 0);
  }
  /** The end that is here, and its peer. */
  endsOf({ ends: [first, second] }: OraclePair): readonly [OracleEnd, OracleEnd] {
    return this.side === 0 ? [first, second] : [second, first];
  }
  network(which: Network): string {
    const second = this.slot + 100 * this.side;
    return which === 'wide' ? `10.${second}.0.0/22` : `10.${second}.${which}.0/24`;
  }
  /** A host of that network that this end has itself. */
  host(which: Network): string {
    return this.network(which).replace(/\.0\/\d+$/, '.1');
  }
  /** A name with the pair's number: `mumbai.example.net`. */
  named(text: string): string {
    return text.replace(/mumbai|pune|delhi/g, (city) => `${city}-${this.slot}`);
  }
}

/** Whether an end is a firewall: it knows its peer by address and certificate, and takes certificates of both kinds. */
export const isFirewall = ({ platform }: OracleEnd): boolean => platform !== 'ios-xe';
export const formOf = ({ ends: [a, b] }: OraclePair): 'routes' | 'policies' | 'mixed' =>
  a.form !== b.form ? 'mixed' : a.form === 'route' ? 'routes' : 'policies';

/** Both keys of a pair. */
export const keyOf = (slot: number, key: 0 | 1): string =>
  `oracle-${slot}-${key === 0 ? 'Xk7ibexscone' : 'Qm4tapirwaffle'}`;

/** What an end says that it is: a firewall chooses by how it proves itself (`crypto isakmp identity auto`). */
export const identityOf = ({ platform, proves, identity }: OracleEnd): Identity =>
  platform === 'ios-xe' ? identity : { type: proves === 'pre-share' ? 'address' : 'dn' };
