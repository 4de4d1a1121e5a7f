import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

const fields = ['vrf', 'fvrf', 'matchFvrf', 'ivrf', 'tunnelVrf'];
const namesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    fields.includes(key) && typeof member === 'string' ? [member] : namesIn(member),
  );
};

export const missingVrf: Rule = {
  id: 'TW-REF-005',
  title: 'A VRF that is not there',
  why: 'A VRF must exist with an address family before anything is in it; what names another is refused, or waits in the wrong routing table (Cisco-IOS-XE-crypto: `% vrf with address-family does not exist. Create first`).',
  packs: { correctness: 'error' },
  looksAt: ['vrf'],
  ofWhole: true,
  check: forEachDevice((device) =>
    device.resources.flatMap((resource) =>
      [...new Set(namesIn(resource.noun))]
        .filter(
          (name) =>
            !['any', 'global'].includes(name) &&
            device.find('vrf', name) === undefined &&
            !device.text.includes(`ip vrf ${name}`),
        )
        .map((name) =>
          createFinding(resource, `is in the VRF ${name}, which does not exist`, `define it: vrf definition ${name}`),
        ),
    ),
  ),
};
