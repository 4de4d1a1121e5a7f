import type { JsonObject } from '../../../kernel/json';
import { isUuid } from '../../../wire/rest-path';
import type { FmcClient } from '../client/client';

export interface PendingChange {
  readonly device: string;
  readonly id: string;
  readonly parent: string | undefined;
  readonly name: string;
  readonly type: string;
  readonly action: string;
  readonly users: readonly string[];
}

/** A device, or pair, with changes that are stored and not deployed. */
export interface Deployable {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly busy: boolean;
  /** One unit of two members. */
  readonly pair: boolean;
  readonly changes: readonly PendingChange[];
  readonly policies: Policies;
}

/** What is out of date on a device by policy, as the FMC can deploy it apart. */
export interface Policies {
  readonly dirty: readonly { readonly type: string; readonly name: string; readonly users: readonly string[] }[];
  /** Types that are deployed together. */
  readonly together: readonly (readonly string[])[];
}

/** What the FMC does by itself. */
export const isSystem = (user: string | undefined): boolean => user?.toLowerCase() === 'system';

const usersOf = (shown: unknown): readonly string[] => {
  if (shown === undefined || shown === null) return [];
  return Array.isArray(shown) ? shown.map(String) : [String(shown)];
};

const changeOf = (device: string, change: JsonObject): PendingChange => ({
  device,
  id: String(change['entityUUID']),
  parent: change['parentUUID'] as string | undefined,
  name: String(change['entityName']),
  type: String(change['entityType']),
  action: String(change['action']),
  users: usersOf(change['lastUpdatedByUsers']),
});

const deviceIn = (item: JsonObject, name: string): string => {
  const { id } = (item['device'] ?? {}) as { readonly id?: unknown };
  if (isUuid(id)) return id;
  throw new Error(`the FMC lists ${name} as a device to deploy to, and does not say its id. Nothing is planned on it`);
};

interface PolicyStatus {
  readonly policy?: { readonly type?: string; readonly name?: string };
  readonly upToDate?: boolean;
  readonly modifiedUserInfoList?: readonly { readonly userName?: string }[];
}
interface Dependencies {
  readonly dependentPolicyList?: readonly { readonly dependentTypeList?: readonly string[] }[];
  readonly mandatoryDeployablePolicies?: readonly string[];
}

/** What is no list is none: then nothing is deployed apart. */
const listOf = <T extends object | string>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]).filter((one) => one !== null) : [];

const policiesIn = (item: JsonObject): Policies => {
  const groups = (item['groupDependencyDetails'] ?? {}) as Dependencies;
  const together = listOf(groups.dependentPolicyList).map(({ dependentTypeList }) => listOf(dependentTypeList));
  return {
    dirty: listOf(item['policyStatusList'] as readonly PolicyStatus[] | undefined)
      .filter(({ upToDate }) => upToDate === false)
      .map(({ policy, modifiedUserInfoList }) => ({
        type: String(policy?.type),
        name: policy?.name ?? '',
        users: listOf(modifiedUserInfoList).flatMap(({ userName }) => userName ?? []),
      })),
    together: [...together, listOf(groups.mandatoryDeployablePolicies)],
  };
};

/** What waits for deployment on the devices of these names. `apart`: also which policies can be deployed without others. */
export const readPending = async (
  client: FmcClient,
  names: ReadonlySet<string>,
  apart = false,
): Promise<readonly Deployable[]> => {
  const items = await client.list('deployment/deployabledevices', apart ? { groupDependency: 'true' } : {});
  const ours = items.filter((item) => names.has(String(item['name'])) && item['upToDate'] !== true);
  return Promise.all(
    ours.map(async (item) => {
      const name = String(item['name']);
      const id = deviceIn(item, name);
      const pending = await client.list(`deployment/deployabledevices/${id}/pendingchanges`);
      return {
        id,
        name,
        version: String(item['version']),
        busy: item['isDeploying'] === true,
        pair: ((item['deviceMembers'] ?? []) as readonly unknown[]).length > 1,
        changes: pending.map((change) => changeOf(name, change)),
        policies: policiesIn(item),
      };
    }),
  );
};

/**
 * Of the pending changes of a device those that are ours: by themselves, or because they stand below one that is and
 * only this account has written them. A policy that is deleted takes its children along, and an FMC lists these by
 * an id that no object has any more.
 */
export const ownAmong = (
  changes: readonly PendingChange[],
  account: string,
  isOwn: (change: PendingChange) => boolean,
): readonly PendingChange[] => {
  const own = new Set(changes.filter(isOwn));
  for (let before = -1; before < own.size;) {
    before = own.size;
    const ids = new Set([...own].map(({ id }) => id));
    for (const change of changes)
      if (ids.has(change.parent ?? '') && change.users.every((user) => user === account || isSystem(user)))
        own.add(change);
  }
  return changes.filter((change) => own.has(change));
};

/** What a pending change is, and whose, for a person. */
export const pendingWords = (change: PendingChange): string =>
  `${change.type} ${change.name}${change.users.length > 0 ? ` by ${change.users.join(', ')}` : ''}`;
