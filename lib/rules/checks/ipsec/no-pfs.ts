import { isHeadend } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const noPfs: Rule = {
  id: 'TW-IPSEC-004',
  title: 'Site-to-site without perfect forward secrecy',
  why: 'Without a Diffie-Hellman exchange of its own each IPsec SA is made of the keys of the IKE SA: who breaks that one reads them all (RFC 7296 section 1.3.1; the field guide writes group 19).',
  packs: { 'field-guide': 'error' },
  looksAt: ['ipsec-profile', 'vpn-topology', 'ikev2-profile'],
  check: (network) =>
    network.devices.flatMap((device) => [
      ...forEachResource('ipsec-profile', (profile) => {
        const ike = device.to(profile.noun.ikev2Profile);
        // Clients do not ask for it, and could not renew their keys.
        if (profile.noun.pfs !== undefined || (ike !== undefined && isHeadend(ike.noun))) return [];
        return [createFinding(profile, 'has no perfect forward secrecy', 'write pfs: 19, at both ends')];
      })({ ...network, devices: [device] }),
      ...device
        .all('vpn-topology')
        .filter(({ noun }) => noun.pfs === undefined)
        .map((topology) => createFinding(topology, 'has no perfect forward secrecy', 'write pfs: 19')),
    ]),
};
