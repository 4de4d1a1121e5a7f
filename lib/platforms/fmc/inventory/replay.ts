import type { Answers } from '../../../contract/answers';
import type { JsonObject } from '../../../kernel/json';
import { notFound } from '../../../wire/https';
import type { Reader } from '../client/client';
import { places } from './places';

type List = readonly JsonObject[];

/** One list of addresses of every type, which the FMC has besides those of each type. */
const addresses = 'object/networkaddresses';
const addressTypes = places.siteToSite.flatMap(([path, kind]) => (kind === 'network-object' ? [path] : []));

/** What reads an FMC that was asked before: of what was not asked then it says that it is not there. */
export const replay = ({ answers }: Answers): Reader => {
  const listAt = (path: string): List | undefined => {
    if (path === addresses) return addressTypes.flatMap((each) => listAt(each) ?? []);
    return Array.isArray(answers[path]) ? (answers[path] as List) : undefined;
  };
  /** A list has each object whole. */
  const oneAt = (path: string): JsonObject | undefined => {
    const end = path.lastIndexOf('/');
    return listAt(path.slice(0, end))?.find(({ id }) => id === path.slice(end + 1));
  };
  return {
    cautious: false,
    saved: () => undefined,
    later: () => Promise.resolve(),
    list: async (path) => {
      const found = listAt(path);
      if (found === undefined) throw notFound(path);
      return Promise.resolve(found);
    },
    get: async (path) => {
      const found = (answers[path] as JsonObject | undefined) ?? oneAt(path);
      if (found === undefined) throw notFound(path);
      return Promise.resolve(found);
    },
  };
};
