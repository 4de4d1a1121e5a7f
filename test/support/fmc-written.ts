import fc from 'fast-check';
import type { Json, JsonObject } from '../../lib/kernel/json';
import type { NounOf } from '../../lib/model/nouns';
import { formMembers } from '../../lib/platforms/fmc/write/form';
import { fmcNouns, proposalNoun, type FmcKind } from './arbitraries';
import { pathWords } from './cisco-examples';
import { ciscoApi, type CiscoApi } from './cisco-schema';
import { requestsFor } from './fmc-requests';

const base = '/api/fmc_config/v1/domain/{domainUUID}';

/** The schema of the body of a request, where there is one. */
export const bodySchema = (api: CiscoApi, method: string, path: string): string | undefined => {
  const found = api.find(method, `${base}/${path}`.replace(/\{[^}]*\}/g, 'id').split('?')[0]!);
  return api.schemaOf(found?.operation?.['requestBody'])?.name;
};

/** Every plain member of a body: where it stands, and its value. */
const membersOf = (value: Json, at: string): readonly (readonly [at: string, value: Json])[] => {
  if (Array.isArray(value)) return value.flatMap((member: Json) => membersOf(member, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([key, member]) => membersOf(member, at === '' ? key : `${at}.${key}`));
};

/** Members of a body by `schema place`. */
export const membersBySchema = (
  api: CiscoApi,
  requests: ReturnType<typeof requestsFor>['requests'],
): readonly (readonly [place: string, value: Json])[] =>
  requests.flatMap(({ method, path, body }) => {
    const schema = bodySchema(api, method, path);
    if (schema === undefined || body === undefined) return [];
    const sent = schema.startsWith('form ') ? formMembers(body).members : body;
    return membersOf(sent, '').map(([at, value]) => [`${schema} ${at}`, value] as const);
  });

/** Always the same nouns: rare words stand in few of them. */
const seed = 20260101;

/** Those of the nouns in question, and not of what stands around them. */
const own = (requests: ReturnType<typeof requestsFor>['requests'], kind: FmcKind) =>
  requests.filter((step) => step.kind === kind);

/**
 * What is written of each place by many random nouns: the place is `schema place`, the values are those seen. `times`:
 * how many nouns of a kind.
 */
export const writtenValues = (
  times: (kind: FmcKind) => number,
): { readonly api: CiscoApi; readonly seen: Map<string, Set<Json>> } => {
  const api = ciscoApi();
  const seen = new Map<string, Set<Json>>();
  for (const kind of Object.keys(fmcNouns) as FmcKind[]) {
    const pairs = fc.tuple(fmcNouns[kind] as fc.Arbitrary<NounOf<FmcKind>>, proposalNoun);
    for (const [noun, proposal] of fc.sample(pairs, { seed, numRuns: times(kind) }))
      for (const [place, value] of membersBySchema(api, own(requestsFor(kind, noun, proposal).requests, kind)))
        seen.set(place, (seen.get(place) ?? new Set()).add(value));
  }
  return { api, seen };
};

/** What is written by many random nouns, each body with the noun it is of and its part; `path` has no ids. */
export const writtenBodies = (
  times: (kind: FmcKind) => number,
): readonly { readonly kind: FmcKind; readonly part: string; readonly path: string; readonly body: JsonObject }[] =>
  (Object.keys(fmcNouns) as FmcKind[]).flatMap((kind) => {
    const pairs = fc.tuple(fmcNouns[kind] as fc.Arbitrary<NounOf<FmcKind>>, proposalNoun);
    return fc
      .sample(pairs, { seed, numRuns: times(kind) })
      .flatMap(([noun, proposal]) => own(requestsFor(kind, noun, proposal).requests, kind))
      .flatMap(({ part, path, body }) => (body === undefined ? [] : [{ kind, part, path: pathWords(path), body }]));
  });
