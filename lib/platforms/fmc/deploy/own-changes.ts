import type { RestObject } from '../../../desired/rest/object';
import { problem, type Problem } from '../../../kernel/problem';
import type { Undeployed } from '../../../contract/observation';
import { devicesOf } from './affected';
import type { FmcContext } from '../context';
import { selectionOf, type Selection } from './selective';
import { isSystem, ownAmong, pendingWords, readPending, type Deployable, type PendingChange } from './pending';

type Scope = readonly RestObject[];

/** What waits for deployment on the devices of a scope. */
export const pendingFor = async (context: FmcContext, scope: Scope): Promise<readonly Deployable[]> =>
  readPending(context.client, await devicesOf(context, scope), context.target.settings.selective);

/** What is deployed apart from the rest, where that is asked for and the FMC says how. */
export const selectedOn = ({ client, target }: FmcContext, device: Deployable): Selection | undefined =>
  target.settings.selective ? selectionOf(device, client.username) : undefined;

/** Whether an object bears the name that the FMC lists: its own, or the one that all of its kind have, on its device. */
const isOfName = ({ name, fixed, collection }: RestObject, change: PendingChange): boolean => {
  const device = /^devices\/devicerecords\/\{devicerecords:([^{}]+)\}/.exec(collection)?.[1];
  if (device !== undefined && device !== change.device) return false;
  return name === change.name || Object.values(fixed).some((part) => part['name'] === change.name);
};

/**
 * A pending change is ours when this run wrote the object, or when it is one of ours and no other user has written it
 * since the last deployment. What stands below one of ours (not below a device) is judged like it.
 */
const isOurs = ({ client, names, staged }: FmcContext, change: PendingChange, scope: Scope): boolean => {
  const { id, parent, users } = change;
  if (staged.has(id)) return true;
  if (users.some((user) => user !== client.username && !isSystem(user))) return false;
  const known = (one: string | undefined) =>
    one !== undefined && (staged.has(one) || names.identitiesOf(one).length > 0);
  const below = known(parent) && !names.identitiesOf(parent!).some((identity) => identity.startsWith('device'));
  return known(id) || below || scope.some((object) => isOfName(object, change));
};

export const oursOn = (context: FmcContext, { changes }: Deployable, scope: Scope): readonly PendingChange[] =>
  ownAmong(changes, context.client.username, (change) => isOurs(context, change, scope));

/** The FMC changes some things by itself: no other user's work is deployed with it. */
const isOfSystem = ({ users }: PendingChange): boolean => users.length > 0 && users.every(isSystem);

export const foreignTo = (context: FmcContext, device: Deployable, scope: Scope): readonly PendingChange[] => {
  const ours = oursOn(context, device, scope);
  return device.changes.filter((change) => !ours.includes(change) && !isOfSystem(change));
};

export const foreignWords = (change: PendingChange): string =>
  `pending on ${change.device} and not ours: ${pendingWords(change)}`;

const waits = 'have it deployed or discarded by who made it, then run again: ours is staged and goes on from there';

/** What of a selection is not ours: policies that others changed too, and what this account changed by hand in any. */
const foreignIn = (
  context: FmcContext,
  device: Deployable,
  scope: Scope,
  { foreign }: Selection,
): readonly string[] => {
  const us = context.client.username;
  const others = (users: readonly string[]): string => users.filter((user) => user !== us).join(', ') || 'somebody';
  // The FMC does not say in which policy an object stands: only what others alone have changed can be left behind.
  const byHand = foreignTo(context, device, scope).filter(({ users }) => users.length === 0 || users.includes(us));
  return [
    ...foreign.map(
      ({ type, name, users }) =>
        `${device.name}: ${type} ${name} would be deployed with ours, and has changes by ${others(users)}`,
    ),
    ...byHand.map(foreignWords),
  ];
};

/** What would be deployed must be ours, all of it. */
export const foreignOn = (context: FmcContext, device: Deployable, scope: Scope): readonly Problem[] => {
  const selected = selectedOn(context, device);
  const all =
    selected === undefined
      ? foreignTo(context, device, scope).map(foreignWords)
      : foreignIn(context, device, scope, selected);
  return all.map((words) => problem('fmc.pending', context.target.id, `${words}. Nothing was deployed`, waits));
};

/** What is stored and not on a device, each with whether it is ours. */
export const undeployedOn = (context: FmcContext, device: Deployable, scope: Scope): readonly Undeployed[] => {
  const ours = oursOn(context, device, scope);
  return device.changes.map((change) => ({
    device: device.name,
    what: `${change.type} ${change.name}`,
    by: change.users,
    ours: ours.includes(change),
  }));
};
