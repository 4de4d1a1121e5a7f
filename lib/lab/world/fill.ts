import type { JsonObject } from '../../kernel/json';
import type { Hands } from '../devices/fmc';
import { lookedUp } from './looked-up';
import type { Place } from './place';

type External = Place['externals'][number];

/** `policy/ravpns/{ravpns:vpn}/connectionprofiles`, with the id of the policy. Undefined: it is not there. */
const placeIn = (fmc: Hands, collection: string): string | undefined => {
  const [, above, name, below] = /^([^{]+)\/\{[^:}]+:([^}]+)\}(.*)$/.exec(collection) ?? [];
  if (above === undefined) return collection;
  const parent = (fmc.objects(above) as readonly JsonObject[]).find((body) => body['name'] === name);
  return parent && `${above}/${String(parent['id'])}${below}`;
};

const isSeen = (fmc: Hands, collection: string, name: string): boolean =>
  (fmc.seen(collection) as readonly JsonObject[]).some((body) => body['name'] === name);

const add = (fmc: Hands, { kind, name, collection: at, key = {} }: External, text: string): void => {
  const row = kind in lookedUp ? lookedUp[kind as keyof typeof lookedUp] : 'told';
  const where = at === undefined ? undefined : placeIn(fmc, at);
  if (row === 'told' || where === undefined) return;
  // What is in a path is known by its own name there.
  const own = where === at ? name : name.slice(name.lastIndexOf('/') + 1);
  const { collection = where, body } = row({ name: own, key, collection: where, text, fmc });
  if (!isSeen(fmc, collection, own))
    fmc.touch({ collection, body: 'ifname' in body ? body : { name: own, ...body }, devices: [] });
};

/**
 * Gives a domain of an FMC what a program only looks up, what others stand below first. `made`: addresses of what the
 * program declares in a domain above.
 */
export const fill = (fmc: Hands, { externals, text }: Place, made: readonly string[] = []): void => {
  const depth = ({ collection = '' }: External): number => collection.split('/').length;
  const missing = externals.filter(({ kind, name }) => !made.includes(`${kind}/${name}`));
  for (const external of [...missing].sort((a, b) => depth(a) - depth(b))) add(fmc, external, text);
};
