import type { Json, JsonObject } from '../../../kernel/json';
import type { Lookup, Members } from './shape';

/** A domain by its path: `Global/Branch`. */
export interface Domain {
  readonly id: string;
  readonly name: string;
}
export const global: Domain = { id: 'e276abec-e0f2-11e3-8169-6d9ed49b625f', name: 'Global' };

/** One kept object. `body` holds the settled members; everything else is added when it is answered. */
export interface Item {
  readonly id: string;
  body: JsonObject;
  user: string;
  changed: number;
  revision: number;
  /** The body before the last write. */
  before?: JsonObject;
  /** Shipped by Cisco: it cannot be deleted. */
  readonly system?: boolean;
  /** A certificate enrolment that devices hold. */
  readonly enrolled?: boolean;
}

/** What is about to be kept. */
export interface Draft {
  readonly collection: string;
  readonly id: string;
  readonly body: JsonObject;
  readonly before?: JsonObject;
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One collection of the API, as data. */
export interface Collection {
  /** Its path under the domain; `*` stands for the id of a parent. */
  readonly at: string;
  readonly verbs: readonly Verb[];
  /** First version that has it at all, and the first that writes it. Default: every version. */
  readonly since?: string;
  readonly writes?: string;
  /** `type` as answered, and the others that a body may carry. */
  readonly type: string;
  readonly takes?: readonly string[];
  readonly members: Members;
  /** Answered members that may be sent back and are ignored. */
  readonly ignored?: readonly string[];
  /** Network objects have UUIDs, most others Cisco's numbered ids. */
  readonly ids?: 'uuid';
  /** Members that the FMC makes from the others. */
  readonly derive?: (body: JsonObject, world: World) => JsonObject;
  /** Patterns of the collections over which a name is unique. */
  readonly unique?: readonly string[];
  /** Among the objects of the same collection, under the same parent. */
  readonly uniqueHere?: boolean;
  readonly bulk?: boolean;
  /** First version that deletes in bulk, by `filter=ids:`. */
  readonly bulkDelete?: string;
  /** Bodies come as `multipart/form-data` with a `payloadFile`. */
  readonly upload?: boolean;
  /** There is no list of it. */
  readonly byIdOnly?: boolean;
  /** After a write around it, the first answers may be missing, broken or stale (CSCwq61583). */
  readonly flaps?: boolean;
  /** Members that a replacement does not change. */
  readonly keeps?: readonly string[];
  /** The id, where it is that of something else. */
  readonly idOf?: (body: JsonObject) => string;
  /** Puts a new item where the query of its creation says. */
  readonly place?: (world: World, collection: string, item: Item, query: ReadonlyMap<string, string>) => void;
  readonly filters?: readonly string[];
  /** What an absent description is answered as: not at all, `''` or `' '`. */
  readonly blank?: '' | ' ';
  readonly check?: (world: World, draft: Draft) => void;
  readonly created?: (world: World, id: string, user: string) => void;
  readonly replaced?: (world: World, id: string, user: string) => void;
  /** Collections that go with an object when it is deleted. */
  readonly owns?: (id: string) => readonly string[];
  /** What refers to it by something else than its id; it cannot be deleted then. */
  readonly usedBy?: (world: World, collection: string, item: Item) => readonly string[];
  /** Members that depend on other things, added on reading. */
  readonly extra?: (world: World, collection: string, item: Item) => JsonObject;
  readonly metadata?: (world: World, collection: string, item: Item) => JsonObject;
  /** The answer to a creation carries an id that does not exist. */
  readonly wrongId?: boolean;
  /**
   * Which devices a change makes out of date: those of the topology, the one it is on, those that its policy is assigned
   * to (`holder`), those of all that refer to it (`users`), or those of what it goes with (`beside`).
   */
  readonly scope: 'topology' | 'device' | 'holder' | 'users' | 'beside' | 'none';
  /** The id of what it goes with to devices, though nothing refers to it: a user with its realm. */
  readonly goesWith?: (body: JsonObject) => string;
}

export interface Unit {
  /** Id of the pair, or of the device where it stands alone. */
  readonly id: string;
  name: string;
  readonly type: 'DeviceHAPair' | 'Device';
  /** The primary first. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

export interface Pending {
  readonly entityUUID: string;
  readonly entityName: string;
  readonly entityType: string;
  readonly action: 'ADD' | 'UPDATE' | 'DELETE';
  readonly lastUpdatedByUsers: readonly string[];
  readonly parentUUID?: string;
  readonly changed: number;
}

export interface World {
  readonly domain: Domain;
  /** The domain above, whose objects it sees. */
  readonly above: World | undefined;
  /** The domains below. */
  readonly below: World[];
  readonly collections: readonly Collection[];
  readonly store: Map<string, Map<string, Item>>;
  readonly units: readonly Unit[];
  /** By unit id, then by entity id. */
  readonly pending: Map<string, Map<string, Pending>>;
  /** Ids of the pairs whose secondary is the active member. */
  readonly switched: Set<string>;
  /** A member that is not well, by its name. */
  readonly sick: () => string | undefined;
  /** Parts of an object stand in it. */
  readonly embeds: boolean;
  readonly version: string;
  /** Milliseconds; never the same twice. */
  readonly now: () => number;
  readonly newId: (form?: 'uuid') => string;
  /** Jobs are numbered from 1, over all domains of an FMC. */
  readonly nextJob: () => number;
  readonly lookup: Lookup;
  /** Whether this version has it, for reading or for writing. */
  readonly offers: (spec: Collection, verb: Verb) => boolean;
  /** The devices that a policy is assigned to. */
  readonly assigned: (policy: string) => readonly Unit[];
  readonly find: (id: string) => { readonly collection: string; readonly item: Item } | undefined;
  /** `https://127.0.0.1:<port>/api/fmc_config/v1/domain/<uuid>`; set when the server listens. */
  base: string;
}

export const itemsOf = (world: World, collection: string): readonly Item[] => [
  ...(world.store.get(collection)?.values() ?? []),
];
export const keep = (world: World, collection: string, item: Item): void => {
  if (!world.store.has(collection)) world.store.set(collection, new Map());
  world.store.get(collection)!.set(item.id, item);
};
/** Puts in what is there from the beginning. */
export const seed = (
  world: World,
  collection: string,
  id: string,
  body: JsonObject,
  more: Pick<Item, 'system' | 'enrolled'> = {},
): Item => {
  const item: Item = { id, body, user: 'admin', changed: world.now(), revision: 1, ...more };
  keep(world, collection, item);
  return item;
};
export const unitOf = (world: World, id: string): Unit | undefined =>
  world.units.find((unit) => unit.id === id || unit.members.some((member) => member.id === id));
export const unitNamed = (world: World, name: string): Unit | undefined =>
  world.units.find((unit) => unit.name === name || unit.members.some((member) => member.name === name));

export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const idIn = (value: Json | undefined): string => text((value as JsonObject | undefined)?.['id']);
