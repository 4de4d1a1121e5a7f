import { groupBy } from '../../../kernel/group';
import type { Resource } from '../../../model/network';
import { managerNouns } from '../../../model/manager';
import { isNamedByUser } from '../../../model/noun';
import { nouns } from '../../../model/nouns';
import type { DeviceView } from '../../engine/network-view';
import { createFinding, type Rule } from '../../engine/rule';

const isManager = ({ resources }: DeviceView): boolean => resources.some(({ kind }) => kind in managerNouns);

/** Over these a name is one in any case, which synth says. */
const refused: readonly string[] = ['network-object', 'network-group', 'fqdn-object'];
const isNamed = ({ kind }: Resource): boolean =>
  isNamedByUser(nouns[kind]) && nouns[kind].within === undefined && !refused.includes(kind);

export const nameInOtherCase: Rule = {
  id: 'TW-FMC-004',
  title: 'Two objects of an FMC whose names differ only in case',
  why: 'An FMC finds objects by their names without regard to capitals: a second one is a duplicate, which it refuses when the first is written already. Of network objects it is known, and synth refuses them; of the other objects it is not proven (docs/unproven.md).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-proposal', 'ikev2-policy', 'ipsec-transform-set', 'vpn-topology', 'ftd-group-policy'],
  check: (network) =>
    network.devices.filter(isManager).flatMap(({ resources }) => {
      const named = resources.filter(isNamed);
      return [...groupBy(named, ({ kind, name }) => `${kind} ${name.toLowerCase()}`).values()].flatMap((all) =>
        all
          .filter(({ name }) => name !== all[0]!.name)
          .map((one) =>
            createFinding(
              one,
              `is called '${one.name}', and ${all[0]!.path} is called '${all[0]!.name}'`,
              'give one of them another name, not only other capitals',
            ),
          ),
      );
    }),
};
