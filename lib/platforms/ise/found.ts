import { fail } from '../../kernel/problem';
import type { JsonObject } from '../../kernel/json';
import type { Found } from '../../engine/rest/port';
import { nameOfPath } from '../../model/ise/device-group-path';
import { isUuid } from '../../wire/rest-path';

/** What an object is called here: a group of network devices by its path. */
export const nameIn = (collection: string, name: string): string =>
  collection === 'networkdevicegroup' ? nameOfPath(name) : name;

/** An answer of ISE as the objects of a collection are read. */
export const foundIn = (collection: string, _key: string, body: JsonObject): Found => {
  const { id, name } = body;
  if (!isUuid(id) || typeof name !== 'string')
    return fail(
      'device.unreadable',
      'ISE',
      `an object of ${collection} has no name or no UUID. Nothing is planned on such a reading`,
      'look at it in ISE, then try again',
    );
  return { id, name: nameIn(collection, name), bodies: { '': body } };
};
