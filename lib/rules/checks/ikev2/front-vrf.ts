import { profileOf, vrfName } from '../../facts/profile';
import { createFinding, forEachResource, type Finding, type Rule } from '../../engine/rule';

export const frontVrf: Rule = {
  id: 'TW-IKE-020',
  title: 'A tunnel in one VRF, its profile or policy in another',
  why: 'The packets of a tunnel leave by the VRF of `tunnel vrf`; profile and policy are looked up in that VRF (`match fvrf`, default the global one). Where they differ neither is found, and the smart default is offered in place of the policy (Cisco-IOS-XE-crypto; Cisco, VRF-aware IPsec).',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ikev2-profile', 'ikev2-policy'],
  check: forEachResource('tunnel-interface', (tunnel, device) => {
    const profile = profileOf(tunnel.noun, device);
    if (profile === undefined) return [];
    const front = vrfName(tunnel.noun.tunnelVrf);
    const where = front ?? 'the global VRF';
    const fits = (vrf: string | undefined): boolean => vrf === front || vrf === 'any';
    const found: Finding[] = [];
    const matched = vrfName(profile.noun.matchFvrf);
    if (!fits(matched))
      found.push(
        createFinding(
          tunnel,
          `leaves by ${where}, and its profile ${profile.name} is for ${matched ?? 'the global VRF'}`,
          `write matchFvrf: '${front ?? 'any'}' in the profile`,
        ),
      );
    const policies = device.all('ikev2-policy');
    if (policies.length > 0 && !policies.some(({ noun }) => fits(vrfName(noun.fvrf))))
      found.push(
        createFinding(
          tunnel,
          `leaves by ${where}, and no IKEv2 policy is for it: the smart default is offered`,
          `write fvrf: '${front ?? 'any'}' in a policy`,
        ),
      );
    return found;
  }),
};
