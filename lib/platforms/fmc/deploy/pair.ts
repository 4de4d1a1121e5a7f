import type { JsonObject } from '../../../kernel/json';
import { problem, type Problem } from '../../../kernel/problem';
import type { FmcClient } from '../client/client';
import { follow, taskIn, until } from '../client/task';

const at = (id: string): string => `devicehapairs/ftddevicehapairs/${id}`;

interface Role {
  readonly currentStatus?: string;
  readonly device?: { readonly name?: string };
}
export interface Roles {
  /** Name of the active member; undefined where there is none. */
  readonly active: string | undefined;
  /** `mumbai-ftd-1 Active, mumbai-ftd-2 Standby` */
  readonly words: string;
  readonly well: boolean;
  /** The FMC does not know the role of a member. */
  readonly unknown: boolean;
}

const read = async (client: FmcClient, id: string): Promise<Roles> => {
  const { metadata } = (await client.get(at(id))) as { metadata?: JsonObject };
  const members = ['primaryStatus', 'secondaryStatus'].map((key) => (metadata?.[key] ?? {}) as Role);
  const is = (word: string) => members.filter(({ currentStatus }) => currentStatus?.toLowerCase() === word);
  return {
    active: is('active')[0]?.device?.name,
    words: members
      .map(({ device, currentStatus }) => `${device?.name ?? '?'} ${currentStatus ?? 'unknown'}`)
      .join(', '),
    unknown: members.some(({ currentStatus }) => currentStatus === undefined || /^unknown/i.test(currentStatus)),
    well: is('active').length === 1 && is('standby').length === 1,
  };
};

/**
 * The roles of a pair: it is well when one member is active and the other stands by. The FMC does not know them for a
 * moment after it has looked elsewhere: what it calls unknown is looked at again.
 */
export const rolesOf = async (client: FmcClient, id: string): Promise<Roles> => {
  for (let attempt = 0; ; attempt++) {
    const roles = await read(client, id);
    if (!roles.unknown || attempt === 4) return roles;
    await client.later();
  }
};

export const lookAtFailover = 'look at failover on both members (show failover), then run again';
export const unwell = (target: string, name: string, roles: Roles, when: string): Problem =>
  problem('fmc.pair', target, `the pair ${name} is not well ${when}: ${roles.words}`, lookAtFailover);

/** Fails over and looks whether the other member took over and both are well. */
export const switchRoles = async (
  client: FmcClient,
  target: string,
  device: { readonly id: string; readonly name: string },
  deadline: number,
  progress: (text: string) => void,
): Promise<{ readonly problems: readonly Problem[]; readonly notes: readonly string[] }> => {
  const before = await rolesOf(client, device.id);
  progress(`switching the roles of ${device.name}`);
  const answer = await client.write('PUT', at(device.id), { id: device.id, action: 'SWITCH' });
  const task = taskIn(answer);
  if (task !== undefined) await follow(client, task, deadline, () => undefined);
  let now = before;
  await until(deadline, async () => {
    now = await rolesOf(client, device.id);
    return now.well && now.active !== before.active ? true : undefined;
  });
  if (!now.well) return { problems: [unwell(target, device.name, now, 'after its roles were switched')], notes: [] };
  if (now.active === before.active)
    return {
      problems: [
        problem('fmc.pair', target, `the roles of ${device.name} did not change: ${now.words}`, lookAtFailover),
      ],
      notes: [],
    };
  return {
    problems: [],
    notes: [`${device.name}: roles switched, ${now.active} is active now, both members are well`],
  };
};
