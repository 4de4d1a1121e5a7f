import type { Json } from '../../kernel/json';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import type { AnyRest, Leaf, RestGrammar } from './grammar';
import { identifying } from './identifying';
import type { RestObject } from './object';

type Bag = Record<string, unknown>;
type Values = NonNullable<Resource['rest']>;

/** The part and the place that a path means: `ikeSettings/ikeV2Settings.x` is in a part of its own. */
const keyOf = (path: string): string => (path.includes('/') ? path.replace('/', '#') : `#${path}`);

/** Paths that cannot be set. */
export const unplaced = ({ path, rest = [] }: Resource, grammar: AnyRest<Bag>): readonly Problem[] => {
  if (grammar.form !== 'object')
    return rest.map((each) =>
      problem('override.refused', path, `${each.path}: it is sent with another object`, 'override that object'),
    );
  const parts = Object.keys(grammar.parts ?? {});
  return rest.flatMap((each) => {
    const [part, place = ''] = keyOf(each.path).split('#');
    if (part !== '' && !parts.includes(part!))
      return [
        problem(
          'override.refused',
          path,
          `${each.path}: there is no part ${part}`,
          parts.length === 0 ? 'write the path within the object' : `write one of ${parts.join(', ')} before the /`,
        ),
      ];
    if (part === '' && identifying.has(place))
      return [problem('override.refused', path, `${each.path}: it identifies the object`, 'change its name instead')];
    return /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(place)
      ? []
      : [problem('override.refused', path, `'${each.path}' is not a path. Example: ikeV2Settings.cryptoMapType`)];
  });
};

/** Sets the values that a program sends past the props. Those of no field are remembered as such, to be read back. */
export const withValues = (grammar: RestGrammar<Bag>, object: RestObject, values: Values): RestObject => {
  if (values.length === 0) return object;
  const known = new Map<string, Leaf>(
    Object.values(grammar.fields).flatMap((field) =>
      field.form === 'written' ? field.leaves.map((leaf: Leaf) => [`${leaf.part}#${leaf.at}`, leaf] as const) : [],
    ),
  );
  const leaves = { ...object.leaves };
  const extra: string[] = [];
  for (const { path, value } of values) {
    const key = keyOf(path);
    const leaf = known.get(key);
    leaves[key] = leaf ? leaf.canonical(value as Json) : (value as Json);
    if (leaf === undefined) extra.push(key);
  }
  return { ...object, leaves, ...(extra.length === 0 ? {} : { extra }) };
};
