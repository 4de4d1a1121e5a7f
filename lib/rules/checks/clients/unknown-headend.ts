import { elsewhere } from '../../../model/clients/headend';
import type { NounOf } from '../../../model/nouns';
import type { ClientHost } from '../../../model/clients/secure-client-hosts';
import { place } from '../../../model/wording';
import { deviceAt, endpointNames } from '../../facts/endpoint-names';
import { createFinding, forEachResource, type Finding, type Rule } from '../../engine/rule';
import type { NetworkView } from '../../engine/network-view';

interface Used {
  readonly at: readonly PropertyKey[];
  readonly host: ClientHost;
}

const each = (at: readonly PropertyKey[], hosts: readonly ClientHost[] = []): readonly Used[] =>
  hosts.map((host, i) => ({ at: [...at, i], host }));

/** Every address that a profile names, and where. */
const used = ({ preferences, hosts }: NounOf<'secure-client-profile'>): readonly Used[] => [
  ...each(['preferences', 'backupServers'], preferences.backupServers),
  ...hosts.flatMap((host, i): readonly Used[] => [
    { at: ['hosts', i, 'address'], host: host.address },
    ...each(['hosts', i, 'backupServers'], host.backupServers),
    ...each(['hosts', i, 'loadBalancingServers'], host.loadBalancingServers),
  ]),
];

const wrong = (profile: { readonly path: string }, { at, host }: Used, network: NetworkView): readonly Finding[] => {
  const where = place(at);
  if (typeof host !== 'string') {
    if (host.headend === elsewhere || deviceAt(network, host.headend) !== undefined) return [];
    const message = `${where}: '${host.headend}' is not a device of this stack`;
    return [
      createFinding(profile, message, "give the construct of the device that answers there, or headend: 'elsewhere'"),
    ];
  }
  if (endpointNames(network).has(host.toLowerCase())) return [];
  return [
    createFinding(
      profile,
      `${where}: no headend of this stack is known as '${host}'`,
      `spell it as its certificate or an interface of it does, or say whose it is: { address: '${host}', headend: edge }, headend: 'elsewhere' for one that is not declared here`,
    ),
  ];
};

export const unknownHeadend: Rule = {
  id: 'TW-CLIENT-001',
  title: 'A client profile that names a host which no headend has',
  why: 'A name spelled in two ways is found by the first user who cannot connect. A host of a profile must be an address or a certificate name of a device of the stack, or say whose it is (the AnyConnect and Duo guide has flexvpn-csr.cisco.com in its profile and flexvpn-C8000V.cisco.com in its certificate).',
  packs: { correctness: 'error' },
  looksAt: ['secure-client-profile'],
  check: forEachResource('secure-client-profile', (profile, _device, network) =>
    used(profile.noun).flatMap((one) => wrong(profile, one, network)),
  ),
};
