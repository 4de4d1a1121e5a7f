import type { Which } from '../../../desired/rest/assigned';
import type { RestObject } from '../../../desired/rest/object';
import type { JsonObject } from '../../../kernel/json';

/** One object as the FMC answered it, by part. */
export type Bodies = Readonly<Record<string, JsonObject>>;

/** An object as it was found: where it stands says what it is. */
export interface Found {
  readonly object: RestObject;
  readonly bodies: Bodies;
  readonly which: Pick<Which<unknown>, 'isRenamed' | 'isDisplaced'>;
}
