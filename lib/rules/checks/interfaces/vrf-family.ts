import type { NounOf } from '../../../model/nouns';
import { vrfName } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

type Ip = Pick<NounOf<'virtual-template'>, 'vrf' | 'ipv6Addresses' | 'ipv6Enable' | 'ipv6Unnumbered'>;

export const vrfFamily: Rule = {
  id: 'TW-IF-006',
  title: 'IPv6 in a VRF that routes IPv4 alone',
  why: 'An interface takes IPv6 addresses only in a VRF with that address family: `vrf definition` with `address-family ipv6`, which the old `ip vrf` cannot have (Cisco, FlexVPN dual-stack tunnels).',
  packs: { correctness: 'error' },
  looksAt: ['vrf', 'tunnel-interface', 'virtual-template', 'loopback-interface'],
  check: forEachDevice((device) =>
    [...device.all('tunnel-interface'), ...device.all('virtual-template'), ...device.all('loopback-interface')].flatMap(
      (resource) => {
        const noun = resource.noun as Ip;
        const name = vrfName(noun.vrf);
        const families = name === undefined ? undefined : device.find('vrf', name)?.noun.addressFamilies;
        const ipv6 = noun.ipv6Addresses ?? noun.ipv6Enable ?? noun.ipv6Unnumbered;
        if (ipv6 === undefined || families === undefined || families.some(({ family }) => family === 'ipv6')) return [];
        return [
          createFinding(
            resource,
            `has IPv6 in the VRF ${name}, which has no address family for it`,
            "write addressFamilies: [{ family: 'ipv4' }, { family: 'ipv6' }] in the Vrf",
          ),
        ];
      },
    ),
  ),
};
