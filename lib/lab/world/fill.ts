import type { JsonObject } from '../../kernel/json';
import type { Hands, LabFmc } from '../devices/fmc';
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

const isIn = (fmc: Hands, collection: string, name: string): boolean =>
  (fmc.objects(collection) as readonly JsonObject[]).some((body) => body['name'] === name);

const add = (fmc: LabFmc, { kind, name, collection: at }: External, text: string): void => {
  const row = kind in lookedUp ? lookedUp[kind as keyof typeof lookedUp] : 'told';
  const where = at === undefined ? undefined : placeIn(fmc, at);
  if (row === 'told' || where === undefined) return;
  // What is in a path is known by its own name there.
  const own = where === at ? name : name.slice(name.lastIndexOf('/') + 1);
  const { collection = where, body } = row({ name: own, collection: where, text, fmc });
  const shipped = [fmc, ...(fmc.above ? [fmc.above] : [])].some((hands) => isIn(hands, collection, own));
  if (!shipped) fmc.touch({ collection, body: 'ifname' in body ? body : { name: own, ...body }, devices: [] });
};

/** Gives an FMC what a program only looks up, what others stand below first. */
export const fill = (fmc: LabFmc, { externals, text }: Place): void => {
  const depth = ({ collection = '' }: External): number => collection.split('/').length;
  for (const external of [...externals].sort((a, b) => depth(a) - depth(b))) add(fmc, external, text);
};
