import { nouns, type Kind } from '../../../model/nouns';
import { unresolvedRefs } from '../../facts/unresolved-references';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const wrongKind: Rule = {
  id: 'TW-REF-002',
  title: 'A reference to the wrong kind of object',
  why: 'Lists of authentication and of authorization, IKEv2 and IPsec profiles have names of their own: an object of that name is there, but not one that can stand here, and the device behaves as if there were none (Cisco IOS command references).',
  packs: { correctness: 'error' },
  looksAt: [],
  check: forEachDevice((device, network) =>
    network.sound
      ? device.resources.flatMap((resource) =>
          unresolvedRefs(resource, device, network).flatMap((ref) => {
            const [other] = device.named(ref.name);
            if (other === undefined) return [];
            const wanted = nouns[ref.ref as Kind].title;
            return [
              createFinding(
                resource,
                `refers to the ${wanted} ${ref.name}; what has this name is another kind: ${nouns[other.kind].title}`,
                `name the ${wanted} that is meant`,
              ),
            ];
          }),
        )
      : [],
  ),
};
