import type { Resource } from '../../../model/network';
import type { Ref } from '../../../model/noun';
import { nouns, type Kind } from '../../../model/nouns';
import { unresolvedRefs } from '../../facts/unresolved-references';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';
import { nameRemedy } from '../../../kernel/spelling';
import type { DeviceView } from '../../engine/network-view';

const said = (resource: Resource, ref: Ref, device: DeviceView): Finding => {
  const { title } = nouns[ref.ref as Kind];
  const missing = device.whole ? 'define it' : 'declare it, or give the fromExisting handle of one that others own';
  const there = device.all(ref.ref as Kind).map(({ name }) => name);
  return createFinding(
    resource,
    `refers to the ${title} ${ref.name}, which is not there`,
    nameRemedy(ref.name, there, missing),
  );
};

/** A file holds objects that are not read: their names stand where such a line says what it is of. */
const isUnread = (name: string, { read }: DeviceView): boolean =>
  (read?.unknown ?? []).some(({ text }) => text.split(/\s+/).slice(1, 5).includes(name));

export const nowhere: Rule = {
  id: 'TW-REF-001',
  title: 'A reference that leads nowhere',
  why: 'A device takes most names on trust and does nothing without a word when there is no such object: the ASA and Windows guide names its servers ISE2 and asks ISE, a slide of Cisco Live BRKSEC-2881 defines the pool Eng and gives out of Eng-pool. Nobody can log in, and no line is red.',
  packs: { correctness: 'error' },
  looksAt: [],
  check: forEachDevice((device, network) =>
    // Where something could not be read, what is missing may only be wrong.
    network.sound
      ? device.resources.flatMap((resource) =>
          unresolvedRefs(resource, device, network)
            // TW-REF-002 says it where the name is that of another kind.
            .filter((ref) => device.named(ref.name).length === 0 && !isUnread(ref.name, device))
            .map((ref) => said(resource, ref, device)),
        )
      : [],
  ),
};
