import type { Json, JsonObject } from '../../../kernel/json';
import { invalid, type Request } from './answer';
import { brief } from './crud';
import type { World } from './world';

const whole = (request: Request, key: string, fallback: number, from: number, to: number): number => {
  const given = request.query.get(key);
  if (given === undefined) return fallback;
  const number = Number(given);
  if (!Number.isInteger(number) || number < from || number > to) throw invalid(`Invalid value for ${key}: ${given}`);
  return number;
};

/** Whether a parameter is true, as `true` or as Python writes it. */
export const isTrue = ({ query }: Pick<Request, 'query'>, key: string): boolean =>
  query.get(key)?.toLowerCase() === 'true';

/** `nameOrValue:mumbai;unusedOnly:true` as pairs. */
export const filterOf = (request: Request): ReadonlyMap<string, string> =>
  new Map(
    (request.query.get('filter') ?? '')
      .split(';')
      .filter((part) => part.includes(':'))
      .map((part): [string, string] => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]),
  );

/** `name` and `value` are substrings in `nameOrValue:`, so a client has to compare the name itself. */
export const filtered = (
  items: readonly JsonObject[],
  request: Request,
  allowed: readonly string[],
): readonly JsonObject[] => {
  const filter = filterOf(request);
  const holds = (body: JsonObject, key: string, wanted: string): boolean => {
    const has = (member: string): boolean =>
      String(body[member] ?? '')
        .toLowerCase()
        .includes(wanted.toLowerCase());
    if (key === 'nameOrValue') return has('name') || has('value');
    if (key === 'ids') return wanted.split(',').includes(String(body['id']));
    if (key === 'containerType')
      return ((body['metadata'] as JsonObject)['containerDetails'] as JsonObject | undefined)?.['type'] === wanted;
    return has(key);
  };
  return items.filter((body) =>
    [...filter].every(([key, wanted]) => !allowed.includes(key) || holds(body, key, wanted)),
  );
};

/** One page; `items` is absent where there is none. */
export const page = (world: World, path: string, all: readonly JsonObject[], request: Request): JsonObject => {
  const offset = whole(request, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
  const limit = whole(request, 'limit', 25, 1, 1000);
  const expanded = isTrue(request, 'expanded');
  const filter = request.query.get('filter');
  const link = (from: number): string =>
    `${world.base}/${path}?offset=${from}&limit=${limit}${expanded ? '&expanded=true' : ''}${filter === undefined ? '' : `&filter=${encodeURIComponent(filter)}`}`;
  const items: readonly Json[] = all
    .slice(offset, offset + limit)
    .map((body) => (expanded || !body['id'] || !body['links'] ? body : brief(body)));
  return {
    links: { self: link(offset) },
    ...(items.length === 0 ? {} : { items }),
    paging: {
      offset,
      limit,
      count: all.length,
      pages: Math.ceil(all.length / limit),
      ...(offset + limit < all.length ? { next: [link(offset + limit)] } : {}),
      ...(offset > 0 ? { prev: [link(Math.max(0, offset - limit))] } : {}),
    },
  };
};
