import { isPrivate } from '../../facts/address';
import { ofRemoteAccess } from '../../facts/client-ends';
import type { End } from '../../facts/end';
import { endsOn, pairsOf } from '../../facts/pairs';
import { ofTemplates } from '../../facts/router-ends';
import type { DeviceView, NetworkView } from '../../engine/network-view';
import { createFinding, type Rule } from '../../engine/rule';

/** Something there takes peers whose address it does not know. */
const waits = (device: DeviceView, ends: readonly End[]): boolean =>
  ends.some(({ dials }) => dials.length === 0) ||
  ofTemplates(device).length > 0 ||
  ofRemoteAccess(device).length > 0 ||
  device.all('dynamic-map').length > 0 ||
  device.all('crypto-map-entry').some(({ noun }) => noun.dynamic !== undefined);

const byDevice = (network: NetworkView): readonly { readonly device: DeviceView; readonly ends: readonly End[] }[] =>
  network.devices.map((device) => ({ device, ends: endsOn(device) }));

export const unanswered: Rule = {
  id: 'TW-END-017',
  title: 'An end that dials a device on which nothing dials it back',
  why: 'The address that it dials is one of the addresses of a device here, and all tunnels there are to other peers: the device has no key and no profile for it, or its own entry for this peer has a wrong address. Behind NAT the other end knows another address, so of an end with private addresses alone nothing is said.',
  packs: { correctness: 'warning' },
  looksAt: ['tunnel-interface', 'crypto-map-entry', 'tunnel-group', 'vpn-endpoint'],
  ofSeveral: true,
  check: (network) => {
    const all = byDevice(network);
    const paired = new Set(
      pairsOf(network)
        .flat()
        .map(({ at }) => at),
    );
    return all.flatMap(({ ends }) =>
      ends.flatMap((end) => {
        if (paired.has(end.at) || end.addresses.length === 0 || end.addresses.every(isPrivate)) return [];
        const there = all.filter(
          ({ device, ends: others }) =>
            device !== end.device && others.some(({ addresses }) => addresses.some((each) => end.dials.includes(each))),
        );
        const [dialled, ...more] = there;
        if (dialled === undefined || more.length > 0 || waits(dialled.device, dialled.ends)) return [];
        if (dialled.ends.some(({ dials }) => dials.some((each) => end.addresses.includes(each)))) return [];
        return [
          createFinding(
            end.at,
            `dials ${end.dials.join(', ')} of ${dialled.device.id}, and nothing there dials ${end.addresses.join(', ')}`,
            `write ${end.addresses[0]} as the peer there, or declare the other end`,
          ),
        ];
      }),
    );
  },
};
