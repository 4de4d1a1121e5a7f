import { profileOf, vrfName } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const innerVrf: Rule = {
  id: 'TW-IKE-024',
  title: 'An inner VRF in the profile of a static tunnel',
  why: '`ivrf` says where the traffic of a crypto map comes from. Of a tunnel interface that is `vrf forwarding` of the interface itself; where the profile names a VRF too, the two can differ and the SA is refused (Cisco, Configuring IKEv2: with tunnel protection the IVRF belongs on the tunnel interface).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'ipsec-profile', 'tunnel-interface'],
  check: forEachResource('ikev2-profile', (profile, device) => {
    const inner = vrfName(profile.noun.ivrf);
    if (inner === undefined) return [];
    const tunnels = device.all('tunnel-interface').filter(({ noun }) => profileOf(noun, device) === profile);
    if (tunnels.length === 0) return [];
    const elsewhere = tunnels.filter(({ noun }) => vrfName(noun.vrf) !== inner).map(({ name }) => name);
    return [
      createFinding(
        profile,
        elsewhere.length === 0
          ? `has ivrf ${inner}, and protects ${tunnels.map(({ name }) => name).join(', ')}, which is in it by itself`
          : `has ivrf ${inner}, and protects ${elsewhere.join(', ')}, which is not in it`,
        'leave ivrf out, and write vrf on the tunnel interface',
      ),
    ];
  }),
};
