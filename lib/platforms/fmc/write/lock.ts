import type { JsonObject } from '../../../kernel/json';
import type { FmcClient } from '../client/client';

interface Lock {
  readonly policy?: { readonly id?: string };
  readonly status?: string;
  readonly metadata?: { readonly lockedByUser?: { readonly name?: string } };
}

/**
 * Who keeps a policy to himself, by a path in it. The specification lists the locks of access policies; whether those of
 * VPN policies are among them is unproven, so nothing is asked before a write was refused, and no answer says nothing.
 */
export const lockedBy = async (client: FmcClient, path: string): Promise<string | undefined> => {
  const id = /^policy\/[^/]+\/([^/?]+)/.exec(path)?.[1];
  if (id === undefined) return undefined;
  const lists = await client.list('policy/operational/policylocks').catch((): readonly JsonObject[] => []);
  const locks = lists.flatMap(({ policies }) => (policies ?? []) as readonly Lock[]);
  return locks.find(({ policy, status }) => policy?.id === id && status === 'LOCKED')?.metadata?.lockedByUser?.name;
};
