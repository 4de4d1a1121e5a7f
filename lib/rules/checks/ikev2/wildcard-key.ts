import type { DeviceView } from '../../engine/network-view';
import { atLine } from '../../engine/line-path';
import { wildcardIkev1 } from '../../facts/ikev1';
import { isEveryAddress } from '../../facts/profile';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';

const remedy = 'write certificates, a key for each peer, or keyringAaa with a key for each from a RADIUS server';

const ofKeyrings = (device: DeviceView): readonly Finding[] =>
  device
    .all('ikev2-keyring')
    .flatMap((keyring) =>
      (keyring.noun.peers ?? [])
        .filter(({ address }) => address !== undefined && isEveryAddress(address))
        .map((peer) =>
          createFinding(keyring, `the peer ${peer.name} is every address, so all peers share one key`, remedy),
        ),
    );

/** A key in the profile itself is of every peer that the profile matches. */
const ofProfiles = (device: DeviceView): readonly Finding[] =>
  device.all('ikev2-profile').flatMap((profile) => {
    const { authenticationRemote = [], matchRemoteAny, matchRemoteAddresses = [], shutdown } = profile.noun;
    const hasKey = authenticationRemote.some((each) => typeof each === 'object' && 'key' in each);
    const isForAll = matchRemoteAny === true || matchRemoteAddresses.some(isEveryAddress);
    return hasKey && isForAll && !shutdown
      ? [createFinding(profile, 'matches everybody and has a key of its own, so all peers share it', remedy)]
      : [];
  });

const ofIkev1 = (device: DeviceView): readonly Finding[] =>
  wildcardIkev1(device).map(({ line }) =>
    createFinding(atLine(device, line), 'the IKEv1 key is for every address, so all peers share it', remedy),
  );

export const wildcardKey: Rule = {
  id: 'TW-IKE-005',
  title: 'One pre-shared key for everybody',
  why: 'A peer of 0.0.0.0/0, and a key in a profile that matches everybody, give one key to the whole internet: who has it from one branch can play every other branch, and the headend towards them ("BAD!!" on the slide of Cisco Live BRKSEC-2881).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-keyring', 'ikev2-profile'],
  check: forEachDevice((device) => [...ofKeyrings(device), ...ofProfiles(device), ...ofIkev1(device)]),
};
