import type { Resource } from '../../model/network';
import type { Rule } from '../rule';

const offers = (resource: Resource): boolean => (resource.noun as { readonly pqc?: unknown }).pqc !== undefined;

export const postQuantum: Rule = {
  id: 'TW-IKE-003',
  title: 'Post-quantum key exchange on a device that does not know it',
  why: 'ML-KEM in an IKEv2 proposal (`pqc`) came with IOS-XE 26.1.1: it is in no model of 16.8 to 17.18 (YangModels, Cisco-IOS-XE-crypto).',
  check: (network) =>
    network.targets.flatMap((target) => {
      const { release } = target.settings as { readonly release?: string };
      if (release !== undefined && Number(release.split('.')[0]) >= 26) return [];
      return target.resources.filter(offers).map((r) => ({
        path: r.path,
        message:
          release === undefined
            ? 'this platform has no post-quantum key exchange'
            : `release ${release} does not know pqc`,
        remedy: release === undefined ? 'leave pqc out' : 'leave pqc out, or declare release 26.1 or later',
      }));
    }),
};
