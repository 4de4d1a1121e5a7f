import type { Item } from '../../../desired/item';
import { identitiesIn, type Names } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import { problem, type Problem } from '../../../kernel/problem';
import { nameIn } from './devices';

const isNamed = ({ leaves }: RestObject, ifname: string): boolean =>
  Object.entries(leaves).some(([key, value]) => key.endsWith('#ifname') && value === ifname);

/**
 * Interfaces that declared objects name and their firewalls have not: said before anything is staged. Where the firewall
 * itself is not there that is said; one that the program makes comes with it.
 */
export const missingInterfaces = (items: readonly Item<RestObject>[], names: Names): readonly Problem[] =>
  items.flatMap(({ path, content }) =>
    identitiesIn([content.fixed, content.leaves])
      .filter((identity) => identity.startsWith('interfaces:') && names.find(identity) === undefined)
      .flatMap((identity): readonly Problem[] => {
        const [device, ifname] = nameIn(identity).split('/') as [string, string];
        if (names.find(`devicerecords:${device}`) === undefined) return [];
        if (items.some(({ content: other }) => isNamed(other, ifname))) return [];
        return [
          problem(
            'plan.missing',
            path,
            `names the interface ${ifname}, which ${device} has not`,
            'write its logical name as the FMC shows it, in the same case, or give the interface that name there',
          ),
        ];
      }),
  );
