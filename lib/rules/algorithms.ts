import type { Resource } from '../model/network';
import type { Device } from './sight';

/** What an object negotiates with, in the words of the nouns: `3des`, `group 2`. */
export const algorithmsOf = (resource: Resource): readonly string[] => {
  const noun = resource.noun as Record<string, unknown>;
  const words = ['encryption', 'furtherEncryption', 'integrity', 'furtherIntegrity', 'prf', 'ah'].flatMap(
    (field) => noun[field],
  );
  const pfs = noun['pfs'] as { readonly group?: unknown } | undefined;
  const groups = [noun['group'], pfs?.group ?? pfs].flat().filter((g): g is number => typeof g === 'number');
  return [...words.filter((word) => typeof word === 'string'), ...groups.map((g) => `group ${g}`)];
};

/** Broken, or too short for years (Cisco field notice FN72510; RFC 8247). */
export const broken: readonly string[] = ['des', '3des', 'md5', 'group 1', 'group 2', 'group 5', 'group 24'];
/** Integrity without encryption. */
export const unencrypted: readonly string[] = ['null', 'gmac-256', 'gmac-192', 'gmac-128'];

const atLeast = (release: string, major: number, minor: number): boolean => {
  const [a = 0, b = 0] = release.split('.').map(Number);
  return a > major || (a === major && b >= minor);
};
/** From IOS-XE 17.11.1 the device refuses what is broken or does not encrypt. */
export const refusesWeak = ({ release }: Device): boolean => release !== undefined && atLeast(release, 17, 11);

/** Everything on a device that names algorithms. */
export const suites = (device: Device): readonly Resource[] => [
  ...device.all('ikev2-proposal'),
  ...device.all('ipsec-transform-set'),
  ...device.all('ipsec-profile'),
  ...device.all('vpn-topology'),
];
