import type { BypassCodes } from '../../contract/session';
import type { DuoClient } from './client';
import { collectionOf, foundIn } from './normalize';

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
  const found = (await client.list(`/${collection}`))
    .map((body) => foundIn(collection, body))
    .find(({ name }) => name === user);
  if (found === undefined) return undefined;
  return client.postForTexts(`/${collection}/${found.id}/bypass_codes`, {
    count: String(count),
    valid_secs: String(validSeconds),
    reuse_count: '1',
  });
};
