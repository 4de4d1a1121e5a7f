import { duoAskedBy } from '../duo-proxy';
import { radiusServersOf } from '../radius';
import { finding, onEach, type Rule } from '../rule';

export const eapToDirectory: Rule = {
  id: 'TW-DUO-004',
  title: 'EAP through a Duo proxy that asks a directory',
  why: 'The proxy hands EAP and MS-CHAPv2 on to a RADIUS server and cannot check them against a directory: with `ad_client` every login of such a client fails (Duo, Authentication Proxy Reference; the AnyConnect and Duo guide: MS-CHAPv2 only with RADIUS).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile', 'radius-server', 'duo-radius-server-auto', 'duo-ad-client'],
  ofSeveral: true,
  check: onEach('ikev2-profile', (profile, device, network) => {
    const duo = new Map(duoAskedBy(device, network).map(({ radius, servers }) => [radius, servers]));
    return (profile.noun.aaaAuthentication ?? [])
      .filter(({ method }) => method === 'eap')
      .flatMap(({ list }) => radiusServersOf(device.to(list), device))
      .flatMap((radius) => duo.get(radius) ?? [])
      .filter(({ client }) => client?.ref === 'duo-ad-client')
      .map((server) =>
        finding(
          profile,
          `its clients use EAP, and ${server.resource.name} of ${server.device.id} asks the directory ${server.client!.name}`,
          'write a DuoRadiusClient (ISE or NPS) as its client',
        ),
      );
  }),
};
