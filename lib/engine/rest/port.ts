import type { RestStep } from '../../desired/rest/dialect';
import type { RestGrammar } from '../../desired/rest/grammar';
import type { JsonObject } from '../../kernel/json';
import type { RestService } from '../../wire/https';
import type { Answers } from '../../contract/answers';
import type { DeviceIdentity } from '../../contract/identity';

/** One object as the service answered it: its body, and by part what stands below it. */
export interface Found {
  readonly id: string;
  readonly name: string;
  readonly bodies: Readonly<Record<string, JsonObject>>;
}

/** What a list says of each of its objects. */
export type Listed = Pick<Found, 'id' | 'name'>;

/** What is special of one service. */
export interface RestPort {
  readonly service: RestService;
  /** The wanted objects of a collection, whole. `key`: of which sort, where a collection has several. */
  read(collection: string, isWanted: (listed: Listed) => boolean, key: string): Promise<readonly Found[]>;
  /** Makes an object; gives its id. */
  create(path: string, step: RestStep, body: JsonObject): Promise<string>;
  /** Any other step. */
  write(path: string, step: RestStep, body: JsonObject | undefined): Promise<void>;
  /** Where the objects of a key are listed, where no declared object says it. */
  collectionOf(key: string): string | undefined;
  /** All that an import needs, by path. */
  answers(): Promise<Answers['answers']>;
  /** Why an object is not to be changed from here, as it was answered; undefined where it may be. */
  lockedIn?(kind: string, body: JsonObject): string | undefined;
  grammarOf(kind: string): RestGrammar<Record<string, unknown>> | undefined;
  readonly warnings: readonly string[];
  identity(): DeviceIdentity;
  close(): void;
}
