import { groupBy } from '../../../kernel/group';
import type { Resource } from '../../../model/network';
import { nouns } from '../../../model/nouns';
import { platformOf } from '../../../platforms';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

/** Networks, hosts, ranges and groups of them share their names. */
const sharing: readonly string[] = ['network-object', 'network-group'];

/** Within what a name must be the only one. Names of what is within another object hold that object's too. */
const room = ({ kind, name }: Resource): string => `${sharing.includes(kind) ? 'network' : kind} ${name.toLowerCase()}`;

export const namesByCase: Rule = {
  id: 'TW-FMC-004',
  title: 'Two names of a manager that differ only in case',
  why: 'An FMC takes `Branch` and `branch` for one name: the second object is refused in the middle of a run (`An object with that name already exists`), and a program that finds objects by name finds the other one.',
  packs: { correctness: 'error' },
  looksAt: [],
  check: forEachDevice((device) =>
    platformOf(device.platform).manages
      ? [...groupBy(device.resources, room).values()].flatMap(([first, ...others]) =>
          others
            .filter(({ kind, name }) => kind !== first!.kind || name !== first!.name)
            .map((other) =>
              createFinding(
                other,
                `the ${nouns[other.kind].title} ${other.name} has the name of the ${nouns[first!.kind].title} ${first!.name}, but for its case`,
                'give one of them another name',
              ),
            ),
        )
      : [],
  ),
};
