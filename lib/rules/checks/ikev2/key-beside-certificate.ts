import type { Resource } from '../../../model/network';
import { contains } from '../../facts/address';
import { isSignature, profileOf, remoteMethods } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';

/** Peers that this device knows by certificates alone: where it dials to, and what its profiles match. */
const certified = (device: DeviceView): readonly string[] => {
  const alone = (profile: Resource<'ikev2-profile'> | undefined): boolean => {
    const methods = profile === undefined ? [] : remoteMethods(profile.noun);
    return methods.length > 0 && methods.every(isSignature) && profile!.noun.keyring === undefined;
  };
  return [
    ...device
      .all('tunnel-interface')
      .filter(({ noun }) => alone(profileOf(noun, device)))
      .flatMap(({ noun }) => noun.destination ?? []),
    ...device
      .all('ikev2-profile')
      .filter(alone)
      .flatMap(({ noun }) => noun.matchRemoteAddresses ?? []),
  ];
};

export const keyBesideCertificate: Rule = {
  id: 'TW-IKE-006',
  title: 'A pre-shared key left for a peer with a certificate',
  why: 'A key that is still in a keyring is one line away from being used: whoever changes the profile, or adds another, falls back to it. The field guide calls its own key NEVER-USE-PSK-USE-CERT-INSTEAD and leaves it in the block.',
  packs: { correctness: 'warning', 'field-guide': 'error', 'nsa-cisa-remote-access': 'error' },
  looksAt: ['ikev2-keyring', 'ikev2-profile', 'tunnel-interface'],
  check: forEachResource('ikev2-keyring', (keyring, device) => {
    const known = certified(device);
    return (keyring.noun.peers ?? []).flatMap(({ name, address }) => {
      const peer = address === undefined ? undefined : known.find((each) => contains(address, each));
      if (peer === undefined) return [];
      return [
        createFinding(
          keyring,
          `the peer ${name} has a pre-shared key although ${peer} proves itself by certificate`,
          'take the peer out of the keyring, and the keyring too where it was the last one',
        ),
      ];
    });
  }),
};
