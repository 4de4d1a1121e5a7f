import { stableJson } from '../../../kernel/json';
import type { Resource } from '../../../model/network';
import type { NounOf } from '../../../model/nouns';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

/** The FMC names its policies in the topology and does not match, so a policy with a priority is never ambiguous. */
const matches = (policy: NounOf<'ikev2-policy'>): string =>
  stableJson([policy.fvrf ?? '', [...(policy.localAddresses ?? [])].sort()]);

export const ambiguousPolicy: Rule = {
  id: 'TW-IKE-001',
  title: 'Two IKEv2 policies of a router match the same connections',
  why: 'The router takes one of them and never offers the proposals of the other, so one tunnel fails to negotiate (Cisco, Configuring IKEv2: one policy is selected for a session).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-policy'],
  check: forEachDevice((device) => {
    const first = new Map<string, Resource<'ikev2-policy'>>();
    return device
      .all('ikev2-policy')
      .filter((r) => r.noun.priority === undefined)
      .flatMap((r) => {
        const key = matches(r.noun);
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, r);
          return [];
        }
        return [
          createFinding(
            r,
            `the IKEv2 policies ${other.name} and ${r.name} match the same connections: only one of them is ever used`,
            'give the proposals of both to one policy, or set fvrf or localAddresses',
          ),
        ];
      });
  }),
};
