import type { SecretRef } from '../model/secret';

/** What one construct wants on one target, in the target's own form (`C`): a CLI section or a REST object. */
export interface Item<C> {
  /** `ikev2-profile/IKEV2-PROF-CERT`: how ledger and plan know it. */
  readonly address: string;
  readonly kind: string;
  readonly name: string;
  /** Construct path. */
  readonly path: string;
  /** Addresses that must be there before it. */
  readonly refs: readonly string[];
  /** What the program set past what a construct chose for it, in words. */
  readonly overrides?: readonly string[];
  readonly content: C;
}

/** Something that a declared item refers to and is not declared itself: it must be there, and is never touched. */
export interface External<C> {
  readonly address: string;
  readonly title: string;
  /** The construct that refers to it. */
  readonly path: string;
  /** What references to it say of it besides its name: the logical name of a tunnel. */
  readonly key?: Readonly<Record<string, string | number>>;
  readonly content: C;
}

/** What something that is not there was looked for by, and what is there in its place. */
export interface Absent {
  readonly name: string;
  readonly there: readonly string[];
  /** What it is, in words, where nothing else says it: `interface outside of edge-ftd`. */
  readonly title?: string;
}

/** All that one target should hold, in the order in which it can be created. Plain JSON, no secret. */
export interface Desired<C> {
  readonly items: readonly Item<C>[];
  readonly externals: readonly External<C>[];
  readonly secrets: readonly SecretRef[];
}

/** What the target holds, by the identity that the dialect gives. */
export type Live<C> = ReadonlyMap<string, C>;

/** One line of a shown difference. `context` lines did not change. */
export interface Difference {
  readonly sign: 'add' | 'remove' | 'context';
  readonly text: string;
  /** Nesting within the object, from 0. */
  readonly depth: number;
}

/** What is ours of a live object, and what is not. */
export interface Share<C> {
  readonly ours: C | undefined;
  /** Lines that stay as they are, in the device's words. */
  readonly unmanaged: readonly string[];
  /** Lines of others that go with it when it is deleted. Absent: none. */
  readonly takenAlong?: readonly string[];
}

/**
 * How a generic format is compared and changed. Four exist: CLI text, REST objects, INI sections and whole files. Methods take and give plain data;
 * the planner above knows no more of a format than this.
 */
export interface Dialect<C, S> {
  /** Two contents with one identity are the same object. */
  identity(content: C): string;
  /** What a person knows it by: its line on a command line. Default: the title of its noun, and its name. */
  title?(content: C): string | undefined;
  /** Identities of what it refers to and only the target knows. Default: none but what is declared as such. */
  mentions?(content: C): readonly string[];
  /** Whether the object is ours whole, or only the parts that we write (an interface, the list of NTP servers). */
  shared(content: C): boolean;
  /** `others`: what other constructs declare or own of the same object. It is neither ours nor unmanaged. */
  share(live: C, desired: C | undefined, owned: C | undefined, others?: readonly C[]): Share<C>;
  /** What an owner must remember of `applied` so that it can be removed later, given what was there before. */
  remember(applied: C, before: C | undefined, owned: C | undefined): C;
  /**
   * With what the target added by itself to an object that we created, once a change is made and `shown`: that is no
   * drift later. `before` is what was ours before the change.
   */
  withPrinted?(content: C, before: C | undefined, shown: C): C;
  /** What is declared, with what tells the object that is remembered from another of its name. Default: as it is. */
  recalling?(content: C, owned: C): C;
  /**
   * Whether what is live is the object that is remembered, whatever its name; undefined where that is not known: then the
   * identity says it. Default: not known.
   */
  isOne?(owned: C, live: C): boolean | undefined;
  /** What is remembered, without what only the device that it was on says of it. Default: as it is. */
  forgetting?(owned: C): C;
  /** What is ours while a change is under way: what was, and what shall be. */
  both(owned: C | undefined, next: C): C;
  /** Empty when nothing would be written. */
  differences(before: C | undefined, after: C | undefined): readonly Difference[];
  /** What to send, in order. Creation has no `before`, deletion no `after`. */
  steps(before: C | undefined, after: C | undefined): readonly S[];
  /** What of a live object is lost with it and cannot be written back: `its certificates`. */
  holds?(live: C): string | undefined;
  /** Whether the device takes `other` away by itself, without a word, where `gone` is removed. */
  goesWith?(gone: C, other: C): boolean;
  /** Whether another object is refused as `after` while `gone` is there, so that `gone` is removed before the change. */
  goesFirst?(gone: C, after: C): boolean;
  /** Identities that cannot be there beside it: of one name, an access list is standard or extended. */
  rivals?(content: C): readonly string[];
  /** Why the change cannot be made in place, or beside a rival, where it cannot. */
  refusal(before: C, after: C): string | undefined;
}

/** How the secret that a device shows is judged against the declared one, and put into what is sent. */
export interface SecretBook {
  /**
   * The declared marker when the device holds that secret, else a marker that says it is another.
   * `shown` is what the device prints (undefined where it shows nothing); `place` names the spot in the ledger.
   */
  judge(marker: string, shown: { readonly type?: number; readonly text: string } | undefined, place: string): string;
  /** Puts the values in place of the markers. The result goes to the device and nowhere else. */
  reveal(text: string): string;
}
