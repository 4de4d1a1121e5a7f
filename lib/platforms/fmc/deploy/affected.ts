import { identitiesIn } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import type { JsonObject } from '../../../kernel/json';
import { statusOf } from '../../../wire/https';
import type { FmcContext } from '../context';
import { isAssignable } from '../grammar/policies';

type Scope = readonly RestObject[];

/** Names of the devices that anything in scope is on, or refers to: those that they have there. */
const named = ({ names }: FmcContext, scope: Scope): ReadonlySet<string> =>
  new Set(
    identitiesIn(scope).flatMap((identity) => {
      const device = /^(?:devices|devicerecords|interfaces):([^/]+)/.exec(identity)?.[1];
      return device === undefined ? [] : [names.find(`devicerecords:${device}`)?.name ?? device];
    }),
  );

/** A policy that others keep and that holds objects of ours, and the devices that have it. */
interface Held {
  readonly policy: string;
  readonly devices: readonly string[];
}

const isDeclared = (scope: Scope, policy: string): boolean =>
  scope.some(({ identity, fixed }) => identity === policy && Object.keys(fixed).length > 0);

const targetsOf = async ({ client }: FmcContext, id: string): Promise<readonly string[]> => {
  const body = await client.get(`assignment/policyassignments/${id}`).catch((error: unknown): JsonObject => {
    if (statusOf(error) === 404) return {};
    throw error;
  });
  return ((body['targets'] ?? []) as readonly JsonObject[]).flatMap(({ name }) =>
    typeof name === 'string' ? [name] : [],
  );
};

const held = (context: FmcContext, scope: Scope): Promise<readonly Held[]> => {
  const policies = identitiesIn(scope.map(({ collection }) => collection)).filter(
    (identity) => isAssignable(identity) && !isDeclared(scope, identity),
  );
  return Promise.all(
    policies.flatMap((identity) => {
      const id = context.names.find(identity)?.id;
      const policy = identity.slice(identity.indexOf(':') + 1);
      return id === undefined ? [] : [targetsOf(context, id).then((devices): Held => ({ policy, devices }))];
    }),
  );
};

/**
 * The devices that are deployed to: those that the program names, and where it puts an object into a policy of others and
 * names none of the devices that have it, all of them.
 */
export const devicesOf = async (context: FmcContext, scope: Scope): Promise<ReadonlySet<string>> => {
  const own = named(context, scope);
  const all = await held(context, scope);
  return new Set([...own, ...all.flatMap(({ devices }) => (devices.some((name) => own.has(name)) ? [] : devices))]);
};

/** What runs elsewhere of what was put into such a policy: on devices that get it with a deployment of others, or nowhere. */
export const otherDevices = async (context: FmcContext, scope: Scope): Promise<readonly string[]> => {
  const reached = await devicesOf(context, scope);
  return (await held(context, scope)).flatMap(({ policy, devices }) => {
    if (devices.length === 0)
      return [
        `${policy} is on no device: what is changed in it is stored, and runs nowhere until the policy is assigned`,
      ];
    const others = devices.filter((name) => !reached.has(name));
    return others.length === 0
      ? []
      : [
          `${policy} is on ${others.join(', ')} too, which the program does not name: what was put into it comes there with the next deployment of others`,
        ];
  });
};
