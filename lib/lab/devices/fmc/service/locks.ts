import type { JsonObject } from '../../../../kernel/json';
import { refusal, type Answer, type Request } from '../answer';
import { page } from '../list';
import { text, type World } from '../world';

const listing = 'policy/operational/policylocks';

/**
 * Policies that a user has locked in the GUI, in whatever domain. The specification says that the list is of access policies; here it
 * is of any, and the words of the refusal are unproven.
 */
export const makeLocks = () => {
  const holders = new Map<string, string>();
  const shown = (world: World, [id, name]: readonly [string, string]): JsonObject => {
    const found = world.find(id);
    const type = text(world.collections.find(({ at }) => at === found?.collection)?.type);
    const policy = { id, name: text(found?.item.body['name']), type };
    return { policy, status: 'LOCKED', type: 'PolicyLock', metadata: { lockedByUser: { name } } };
  };
  const handlerIn =
    (world: World) =>
    (request: Request): Answer | undefined => {
      if (request.path === listing && request.method === 'GET') {
        const held = [...holders].filter(([id]) => world.find(id) !== undefined).map((one) => shown(world, one));
        const items = held.length === 0 ? [] : [{ type: 'PolicyLock', policies: held }];
        return { status: 200, body: page(world, listing, items, request) };
      }
      const holder = holders.get(/^policy\/[^/]+\/([^/]+)/.exec(request.path)?.[1] ?? '');
      if (request.method === 'GET' || holder === undefined || holder === request.user) return undefined;
      throw refusal(400, 'OTHER', 'The policy is locked by another user.');
    };
  return { lock: (id: string, user: string): void => void holders.set(id, user), handlerIn };
};
