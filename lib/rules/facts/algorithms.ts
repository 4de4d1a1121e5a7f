import type { Resource } from '../../model/network';
import type { DeviceView } from '../engine/network-view';

/** What an object negotiates with, in the words of the nouns: `3des`, `group 2`. */
export const algorithmsOf = (resource: Resource): readonly string[] => {
  const noun = resource.noun as Record<string, unknown>;
  const own = [noun['encryption'], noun['integrity'], noun['prf'], noun['ah']];
  const words = [...own, noun['furtherEncryption'], noun['furtherIntegrity']].flat();
  const entries = (noun['entries'] ?? []) as readonly Record<string, unknown>[];
  const groups = [noun['group'], noun['pfs'], ...entries.map((entry) => entry['pfs'])]
    .flat()
    .map((group) => (group as { readonly group?: unknown } | undefined)?.group ?? group)
    .filter((group): group is number => typeof group === 'number');
  return [...words.filter((word) => typeof word === 'string'), ...groups.map((g) => `group ${g}`)];
};

/** Broken, or too short for years (Cisco field notice FN72510; RFC 8247). */
export const broken: readonly string[] = ['des', '3des', 'md5', 'group 1', 'group 2', 'group 5', 'group 24'];
/** Integrity without encryption. */
export const unencrypted: readonly string[] = ['null', 'gmac-256', 'gmac-192', 'gmac-128'];

/** What releases refuse, by the trains that they are of. An ASA's begin with 9. */
const refusals: readonly {
  readonly from: readonly [number, number];
  readonly below: number;
  readonly words: readonly string[];
}[] = [
  // IOS-XE 17.11.1 and later.
  { from: [17, 11], below: Infinity, words: [...broken, ...unencrypted] },
  // ASA 9.15 and later; ESP without encryption stays (Cisco Secure Firewall release notes, 6.7, which is the same code).
  { from: [9, 15], below: 10, words: [...broken, 'gmac-256', 'gmac-192', 'gmac-128'] },
];
/** The algorithms that the release of a device refuses; none where it is not known. */
export const refusedBy = ({ release }: DeviceView): readonly string[] => {
  const [major = 0, minor = 0] = (release ?? '').split('.').map(Number);
  const train = refusals.find(
    ({ from, below }) => major < below && (major > from[0] || (major === from[0] && minor >= from[1])),
  );
  return train?.words ?? [];
};
/** Whether the device refuses what is broken. */
export const refusesWeak = (device: DeviceView): boolean => refusedBy(device).length > 0;

/** Everything on a device that names algorithms. */
export const suites = (device: DeviceView): readonly Resource[] => [
  ...device.all('ikev2-proposal'),
  ...device.all('ipsec-transform-set'),
  ...device.all('ipsec-profile'),
  ...device.all('vpn-topology'),
  ...device.all('dynamic-map'),
  ...device.all('crypto-map-entry'),
  ...device.all('ra-crypto-map'),
];
