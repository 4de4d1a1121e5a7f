import type { BypassCodes } from '../../contract/session';
import type { JsonObject } from '../../kernel/json';
import type { DuoClient } from './client';
import { collectionOf, foundIn } from './normalize';

/** Duo answers aliases as an object of them. */
const hasAlias = ({ aliases }: JsonObject, name: string): boolean => Object.values(aliases ?? {}).includes(name);

/**
 * Makes bypass codes of a user: Duo ends those that are there (not proven). They are returned and kept nowhere. A request
 * is never sent again by itself here: codes that nobody has seen would end those that were read out.
 */
export const bypassCodes = async (
  client: DuoClient,
  user: string,
  { count, validSeconds }: BypassCodes,
): Promise<readonly string[] | undefined> => {
  const collection = collectionOf('users')!;
  const all = await client.list(`/${collection}`);
  const body = all.find((one) => foundIn(collection, one).name === user) ?? all.find((one) => hasAlias(one, user));
  if (body === undefined) return undefined;
  return client.postForTexts(`/${collection}/${foundIn(collection, body).id}/bypass_codes`, {
    count: String(count),
    valid_secs: String(validSeconds),
    reuse_count: '1',
  });
};
