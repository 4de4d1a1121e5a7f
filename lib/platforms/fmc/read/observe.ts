import type { SecretBook } from '../../../desired/item';
import { absentIn } from '../../../desired/rest/absent';
import { identified } from '../../../desired/rest/assigned';
import type { Names } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import { sameJson } from '../../../kernel/json';
import type { Observation } from '../../../contract/observation';
import { insecureWarning } from '../../../wire/https';
import type { FmcContext } from '../context';
import type { Found } from './found';
import { absentInterfaces } from './devices';
import { isUnstable, readAgain, readScope } from './lookup';
import { grammarFor, normalizer } from '../normalize';
import { foreignTo, foreignWords, oursOn, pendingFor, undeployedOn } from '../deploy/own-changes';
import type { Deployable } from '../deploy/pending';
import { rolledBack } from '../deploy/rollback';
import { shownName } from './pick';
import { isPlaced } from './standing';
import { sessionsOf } from './tunnels';

type Scope = readonly RestObject[];

/** What of the scope is there, as it was answered. `domain`: the UUID of ours. */
export const liveIn = (
  scope: Scope,
  stored: Awaited<ReturnType<typeof readScope>>,
  { names, secrets, domain }: { readonly names: Names; readonly secrets: SecretBook; readonly domain: string },
): ReadonlyMap<string, RestObject> => {
  const normalize = normalizer(scope, names, secrets, domain);
  const shown = ({ object, bodies, which }: Found): RestObject => {
    const body = bodies['']!;
    const id = String(body['id']);
    return identified(normalize(object, bodies), body, { id, names, name: shownName(object, body), ...which });
  };
  const live = new Map<string, RestObject>();
  for (const object of scope) {
    const found = stored.get(object.identity);
    if (found) live.set(object.identity, shown(found));
    else if (grammarFor(object) === undefined && names.find(object.identity)) live.set(object.identity, object);
  }
  return live;
};
const liveOf = ({ client, names, ports }: FmcContext, scope: Scope, stored: Awaited<ReturnType<typeof readScope>>) =>
  liveIn(scope, stored, { names, secrets: ports.secrets, domain: client.shown().domain });

/**
 * What is stored. Children that come and go may answer what was there before a write, also to the run after a killed
 * one: what differs from what is expected of it is read again before it is believed.
 */
const readLive = async (context: FmcContext, scope: Scope): Promise<ReadonlyMap<string, RestObject>> => {
  const { client, names, seen } = context;
  const stored = await readScope(client, names, scope, seen);
  for (let attempt = 0; ; attempt++) {
    const live = liveOf(context, scope, stored);
    const doubtful = scope.filter((object) => {
      const now = live.get(object.identity);
      // Of what is only looked up nothing is expected.
      const isExpected = Object.keys(object.leaves).length > 0;
      return now !== undefined && isExpected && isUnstable(object) && !sameJson(now.leaves, object.leaves);
    });
    if (doubtful.length === 0 || attempt === 2) return live;
    await client.later();
    await readAgain(client, names, doubtful, stored, seen);
  }
};

/** What is staged and ours, and waits for its deployment. */
const unfinishedOn = async (
  context: FmcContext,
  pending: readonly Deployable[],
  scope: Scope,
): Promise<readonly string[]> => {
  const toDeploy = pending.flatMap((device) => {
    const count = oursOn(context, device, scope).length;
    return count === 0 || !context.target.settings.deploy ? [] : [{ device, count }];
  });
  const back = await rolledBack(
    context.client,
    toDeploy.map(({ device }) => device),
  );
  return toDeploy.map(
    ({ device: { name }, count }) =>
      `deploy to ${name} (${count} staged)${back.has(name) ? `: ${name} was rolled back, and this brings to it what is stored now` : ''}`,
  );
};

const otherVersion = ({ target }: FmcContext, shown: string | undefined): readonly string[] => {
  const train = (version: string): string => version.split('.').slice(0, 2).join('.');
  if (shown === undefined || train(shown) === train(target.settings.version)) return [];
  return [`the FMC runs ${shown} and version ${target.settings.version} is declared: what it takes may differ`];
};

const whatThen = ({ target }: FmcContext): string =>
  target.settings.selective
    ? 'it is left out of the deployment where the FMC allows that'
    : 'apply stages and stops before it deploys';

/** `version`: what the FMC says that it runs; undefined where it does not say. */
export const observe = async (
  context: FmcContext,
  scope: Scope,
  version: string | undefined,
): Promise<Observation<RestObject>> => {
  context.seen.clear();
  context.placed.clear();
  scope.filter(isPlaced).forEach((object) => context.placed.set(object.identity, object));
  const live = await readLive(context, scope);
  const pending = await pendingFor(context, scope);
  const foreign = pending.flatMap((device) => foreignTo(context, device, scope));
  return {
    live,
    absent: new Map([...absentIn(scope, live, context.names), ...absentInterfaces(scope, context.names)]),
    ...(await sessionsOf(context, scope)),
    undeployed: pending.flatMap((device) => undeployedOn(context, device, scope)),
    unfinished: await unfinishedOn(context, pending, scope),
    warnings: [
      ...foreign.map((change) => `${foreignWords(change)}: ${whatThen(context)}`),
      ...otherVersion(context, version),
      ...insecureWarning(context.target.settings),
    ],
  };
};
