import { askings, eapProfiles } from '../duo-proxies';
import { finding, type Rule } from '../rule';

export const clientTimeout: Rule = {
  id: 'TW-DUO-010',
  title: 'A client that gives up before the push is answered',
  why: 'AuthenticationTimeout of the profile is how long Secure Client waits for the headend to answer a login, 30 seconds unless it says more. With Duo that is the time to find a telephone: the AnyConnect and Duo guide waits 120 seconds on the router and 30 on the client, so a push that takes longer ends at the client.',
  packs: { correctness: 'error' },
  looksAt: ['secure-client-profile', 'ikev2-profile', 'radius-server', 'duo-radius-server-auto'],
  check: (network) => {
    const waits = askings(network).flatMap((asking) =>
      eapProfiles(asking).map(() => ({ caller: asking.caller.id, seconds: asking.asked.noun.timeout ?? 5 })),
    );
    const longest = [...waits].sort((a, b) => b.seconds - a.seconds)[0];
    if (longest === undefined) return [];
    return network.devices.flatMap((device) =>
      device.all('secure-client-profile').flatMap((profile) => {
        const seconds = profile.noun.preferences.authenticationTimeout;
        return seconds >= longest.seconds
          ? []
          : [
              finding(
                profile,
                `gives a login up after ${seconds} seconds, and ${longest.caller} waits ${longest.seconds} for the push`,
                `write preferences: { authenticationTimeout: ${longest.seconds} }`,
              ),
            ];
      }),
    );
  },
};
