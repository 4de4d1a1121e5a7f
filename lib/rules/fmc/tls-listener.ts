import type { Resource, Target } from '../../model/network';
import type { Kind } from '../../model/nouns';
import type { Finding, Rule } from '../rule';

const of = <K extends Kind>({ resources }: Target, kind: K): readonly Resource<K>[] =>
  resources.filter((resource): resource is Resource<K> => resource.kind === kind);

const throughClientServices =
  'the outside interface listens on TLS although users connect by IPsec only, and what is weak in TLS stays exposed';

/** An access interface has a crypto map from the FMC, whose client services are on until somebody turns them off. */
const cryptoMaps = (target: Target, policy: Resource<'ra-vpn-policy'>): readonly Finding[] => {
  const noun = policy.noun;
  return noun.accessInterfaces.flatMap(({ zone, ipsec }): readonly Finding[] => {
    if (!ipsec) return [];
    const map = of(target, 'ra-crypto-map').find(
      ({ noun: own }) => own.policy.name === noun.name && own.zone.name === zone.name,
    );
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

const groupPolicies = (target: Target, { noun }: Resource<'ra-vpn-policy'>): readonly Finding[] =>
  of(target, 'ftd-group-policy')
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
  check: (network) =>
    network.targets.flatMap((target) =>
      of(target, 'ra-vpn-policy')
        .filter(({ noun }) => !noun.protocols.includes('ssl'))
        .flatMap((policy) => [...cryptoMaps(target, policy), ...groupPolicies(target, policy)]),
    ),
};
