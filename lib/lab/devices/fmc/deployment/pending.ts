import type { JsonObject } from '../../../../kernel/json';
import type { Item, Pending, World } from '../world';

type Action = Pending['action'];
interface Change {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly action: Action;
  readonly user: string;
  readonly parent?: string;
}

/** A thing that is added and changed is still to be added; one that was added and deleted was never there. */
const merged = (before: Action | undefined, now: Action): Action | undefined => {
  if (before === undefined) return now;
  if (before === 'ADD') return now === 'DELETE' ? undefined : 'ADD';
  if (before === 'DELETE') return now === 'DELETE' ? 'DELETE' : 'UPDATE';
  return now === 'ADD' ? 'UPDATE' : now;
};

/** Notes a change on each device. Whether a real FMC forgets a change that was taken back is unproven; this one does. */
export const mark = (world: World, units: readonly string[], change: Change): void =>
  units.forEach((unit) => {
    const list = world.pending.get(unit) ?? new Map<string, Pending>();
    world.pending.set(unit, list);
    const old = list.get(change.id);
    const action = merged(old?.action, change.action);
    if (action === undefined) list.delete(change.id);
    else
      list.set(change.id, {
        entityUUID: change.id,
        entityName: change.name,
        entityType: change.type,
        action,
        lastUpdatedByUsers: [...new Set([...(old?.lastUpdatedByUsers ?? []), change.user])],
        ...(change.parent ? { parentUUID: change.parent } : {}),
        changed: world.now(),
      });
  });

export const nameOf = (item: Item): string =>
  String(item.body['name'] ?? item.body['ifname'] ?? item.body['interfaceName'] ?? item.id);

export const pendingOf = (world: World, unit: string): readonly Pending[] => [
  ...(world.pending.get(unit)?.values() ?? []),
];

export const pendingBody = ({ changed: _changed, ...pending }: Pending): JsonObject => ({ ...pending });
