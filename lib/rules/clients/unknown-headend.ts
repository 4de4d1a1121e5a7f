import { elsewhere } from '../../model/headend';
import type { NounOf } from '../../model/nouns';
import type { ClientHost } from '../../model/secure-client-hosts';
import { place } from '../../model/wording';
import { isDevice, knownNames } from '../known-names';
import { finding, onEach, type Rule } from '../rule';

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

export const unknownHeadend: Rule = {
  id: 'TW-CLIENT-001',
  title: 'A client profile that names a host which no headend has',
  why: 'A name that is spelled in two ways is found by the first user who cannot connect. A host of a profile must be an address or a certificate name of a device of the stack, or say whose it is (Cisco Live BRKSEC-2881, certificate requirements).',
  packs: { correctness: 'error' },
  looksAt: ['secure-client-profile'],
  check: onEach('secure-client-profile', (profile, _device, network) => {
    const known = knownNames(network);
    return used(profile.noun).flatMap(({ at, host }) => {
      const where = place(at);
      if (typeof host !== 'string') {
        if (host.headend === elsewhere || isDevice(network, host.headend)) return [];
        const remedy = "give the construct of the device that answers there, or headend: 'elsewhere'";
        return [finding(profile, `${where}: '${host.headend}' is no device of this stack`, remedy)];
      }
      if (known.has(host.toLowerCase())) return [];
      const remedy = `spell it as its certificate or an interface of it does, or say whose it is: { address: '${host}', headend: edge }, headend: 'elsewhere' for one that is not declared here`;
      return [finding(profile, `${where}: no headend of this stack is known as '${host}'`, remedy)];
    });
  }),
};
