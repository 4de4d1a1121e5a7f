import type { Resource } from '../../../model/network';
import { forEachDevice, type Finding, type Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';

const throughClientServices =
  'the outside interface listens on TLS although users connect by IPsec only, and what is weak in TLS stays exposed';

/** An access interface has a crypto map from the FMC, whose client services are on until they are turned off. */
const cryptoMaps = (device: DeviceView, policy: Resource<'ra-vpn-policy'>): readonly Finding[] => {
  const { noun } = policy;
  return noun.accessInterfaces.flatMap(({ zone, ipsec }): readonly Finding[] => {
    if (!ipsec) return [];
    const map = device
      .all('ra-crypto-map')
      .find(({ noun: own }) => own.policy.name === noun.name && own.zone.name === zone.name);
    if (map === undefined)
      return [
        {
          path: policy.path,
          message: `nothing turns client services off at ${zone.name}: by the FMC's default ${throughClientServices}`,
          remedy: 'write a RaCryptoMap for this zone: its clientServices are off unless asked for',
        },
      ];
    if (!map.noun.clientServices) return [];
    return [
      {
        path: map.path,
        message: `clientServices: true opens TLS again: ${throughClientServices}`,
        remedy:
          "leave clientServices out and hand profiles out by other means; or ask for TLS whole, which downloads need: protocols: ['ipsec-ikev2', 'ssl']",
      },
    ];
  });
};

const groupPolicies = (device: DeviceView, { noun }: Resource<'ra-vpn-policy'>): readonly Finding[] =>
  device
    .all('ftd-group-policy')
    .filter((group) => group.noun.protocols.includes('ssl'))
    .filter((group) => noun.groupPolicies.some(({ name }) => name === group.name))
    .map((group) => ({
      path: group.path,
      message: `allows TLS in the policy ${noun.name}, in which users connect by IPsec only`,
      remedy: "write protocols: ['ipsec-ikev2']",
    }));

export const tlsListener: Rule = {
  id: 'TW-FMC-001',
  title: 'TLS is open where IPsec alone is meant',
  why: 'NSA and CISA recommend IKEv2/IPsec instead of TLS for remote access ("Selecting and Hardening Remote Access VPN Solutions"). On FTD it takes four switches to get TLS off an interface: policy, access interface, group policies, and client services of the crypto map (the remote access whitepaper).',
  packs: { correctness: 'error', 'nsa-cisa-remote-access': 'error' },
  looksAt: ['ra-vpn-policy', 'ra-crypto-map', 'ftd-group-policy'],
  check: forEachDevice((device) =>
    device
      .all('ra-vpn-policy')
      .filter(({ noun }) => !noun.protocols.includes('ssl'))
      .flatMap((policy) => [...cryptoMaps(device, policy), ...groupPolicies(device, policy)]),
  ),
};
