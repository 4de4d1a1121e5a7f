import { remoteMethods } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const httpUrlCert: Rule = {
  id: 'TW-IKE-015',
  title: 'AnyConnect, and certificates by URL are not switched off',
  why: 'IOS-XE offers to take certificates by URL unless `no crypto ikev2 http-url cert` is there, and AnyConnect fails on the offer; so does an ASA as peer (Cisco Live BRKSEC-2881; CSCul48246 in Cisco technote 117337).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-profile', 'ikev2-global'],
  check: forEachResource('ikev2-profile', (profile, device) => {
    const { anyconnectProfile } = profile.noun;
    const anyconnect = anyconnectProfile !== undefined || remoteMethods(profile.noun).includes('anyconnect-eap');
    if (!anyconnect || device.all('ikev2-global').some(({ noun }) => noun.httpUrlCert === false)) return [];
    return [
      createFinding(
        profile,
        'it is for AnyConnect, and the router offers certificates by URL',
        "write new IkeV2Global(device, 'ikev2', { httpUrlCert: false })",
      ),
    ];
  }),
};
