import type { AnyRest } from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { Kind, NounOf } from '../../../model/nouns';
import type { Found, RestPort } from '../port';

/** Fields of a noun by their names. */
export type Bag = Readonly<Record<string, unknown>>;

/** An object as a service answered it. */
export interface Listed {
  readonly kind: Kind;
  /** Its name on the target, behind that of its parent. */
  readonly name: string;
  readonly own: string;
  /** The object that it stands in: the policy set of a rule. */
  readonly parent?: { readonly kind: Kind; readonly name: string };
  readonly found: Found;
}

/** Whether an object of this kind and name was answered. */
export type IsThere = (kind: Kind, name: string) => boolean;

/** What of a noun no body of it says by itself. `bodies` have placeholders for the ids that are known. */
export type Besides = (listed: Listed, bodies: Found['bodies'], isThere: IsThere) => Bag;

/** How all objects of a service are read and judged, for an import. */
export interface Book extends Pick<RestPort, 'collectionOf' | 'grammarOf' | 'lockedIn'> {
  readonly code: string;
  readonly title: string;
  readonly nounOf: <K extends Kind>(kind: K) => AnyRest<NounOf<K>>;
  /** All kinds that are read, each after those that it refers to. */
  readonly kinds: readonly Kind[];
  /** Of kinds that stand in others, the kind of these. */
  readonly parents: Readonly<Partial<Record<Kind, Kind>>>;
  /** An answer as an object; undefined where it is one of another sort. `key`: of which sort is asked. */
  found(collection: string, key: string, body: JsonObject): Found | undefined;
  /** Why it is the service's own, and nothing to declare. */
  given(kind: Kind, name: string, body: JsonObject): string | undefined;
  readonly besides: Readonly<Partial<Record<Kind, Besides>>>;
  /** What a program calls it, where its name is long. */
  label?(listed: Listed): string | undefined;
  /** What stays of an object that is declared all the same. */
  stays?(listed: Listed, bodies: Found['bodies']): readonly string[];
  /** Members of answers that are called like secrets, and hold none. */
  readonly shown?: ReadonlySet<string>;
  /** The answer without secrets that no member tells. Default: as it is. */
  scrub?(collection: string, body: JsonObject): JsonObject;
}
