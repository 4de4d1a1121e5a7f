import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const mapWithoutIke: Rule = {
  id: 'TW-IKE-023',
  title: 'A crypto map on an interface that does not speak IKEv2',
  why: 'An ASA answers IKEv2 only where `crypto ikev2 enable` says so: the map is on the interface, and no peer gets an answer (Cisco ASA command reference, `crypto ikev2 enable`; the ASA and Windows guide).',
  packs: { correctness: 'error' },
  looksAt: ['crypto-map', 'crypto-map-entry', 'ikev2-enable'],
  check: forEachResource('crypto-map', (map, device) => {
    const enabled = device.all('ikev2-enable').map(({ name }) => name);
    // A program that says nothing of IKEv2 may leave it to another program.
    if (enabled.length === 0 && !device.whole) return [];
    const entries = device.all('crypto-map-entry').filter(({ noun }) => noun.map === map.name);
    const isIkev1 = entries.every(({ noun }) => noun.dynamic === undefined && noun.proposals === undefined);
    if (isIkev1) return [];
    return map.noun.interfaces
      .filter((name) => !enabled.includes(name))
      .map((name) =>
        createFinding(
          map,
          `is applied to ${name}, and IKEv2 is enabled ${enabled.length === 0 ? 'nowhere' : `only on ${enabled.join(', ')}`}`,
          `write new IkeV2Enable(…, '${name}')`,
        ),
      );
  }),
};
