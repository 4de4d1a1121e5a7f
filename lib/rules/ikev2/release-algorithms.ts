import type { Resource } from '../../model/network';
import type { Rule } from '../rule';

const weakGroups = [1, 2, 5, 24];
const weak = (resource: Resource): readonly string[] => {
  const noun = resource.noun as Record<string, unknown>;
  const words = [noun['encryption'], noun['integrity'], noun['prf'], noun['ah']].flat().map(String);
  const groups = [noun['group'], noun['pfs']].flat().filter((g): g is number => typeof g === 'number');
  return [
    ...words.filter((word) => ['des', '3des', 'md5', 'null', 'gmac-256', 'gmac-192', 'gmac-128'].includes(word)),
    ...groups.filter((g) => weakGroups.includes(g)).map((g) => `group ${g}`),
  ];
};
const atLeast = (release: string, major: number, minor: number): boolean => {
  const [a = 0, b = 0] = release.split('.').map(Number);
  return a > major || (a === major && b >= minor);
};

export const releaseAlgorithms: Rule = {
  id: 'TW-IKE-002',
  title: 'An algorithm that the release refuses',
  why: 'From IOS-XE 17.11.1 the device refuses DES, 3DES, MD5, ESP without encryption (null, GMAC) and Diffie-Hellman groups 1, 2, 5 and 24 (Cisco field notice FN72510).',
  check: (network) =>
    network.targets.flatMap((target) => {
      const release = (target.settings as { readonly release?: string }).release;
      if (release === undefined || !atLeast(release, 17, 11)) return [];
      return target.resources.flatMap((r) =>
        weak(r).map((word) => ({
          path: r.path,
          message: `release ${release} refuses ${word}`,
          remedy: 'use aes-gcm-256 or aes-cbc-256, sha256 or better, group 14, 19, 20 or 21',
        })),
      );
    }),
};
