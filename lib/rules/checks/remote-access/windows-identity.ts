import { isEveryAddress } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';
import { isForWindows } from '../../facts/windows';

export const windowsIdentity: Rule = {
  id: 'TW-RA-005',
  title: 'The client of Windows, and no profile for its address',
  why: 'But for one fix of Windows 7 (KB975488), the native client of Windows says its IP address as its IKE identity: a profile that matches mail addresses alone is never found, and with two profiles the client lands in the one for addresses, whatever the user is (Cisco Live BRKSEC-2881).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile'],
  check: forEachDevice((device) => {
    const profiles = device.all('ikev2-profile').filter(({ noun }) => isForWindows(noun));
    const catches = profiles.find(
      ({ noun }) => noun.matchRemoteAny === true || (noun.matchRemoteAddresses ?? []).some(isEveryAddress),
    );
    return profiles
      .filter((profile) => profile !== catches)
      .map((profile) =>
        createFinding(
          profile,
          catches === undefined
            ? 'is found by mail addresses alone, and Windows says its IP address'
            : `is not found by Windows, which says its IP address and so comes to ${catches.name}`,
          "write one profile with matchRemoteAddresses: ['0.0.0.0/0'], and let the AAA server say what each user gets",
        ),
      );
  }),
};
