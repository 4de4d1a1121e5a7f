import type { AccessCandidate, NoAccess } from './access-candidate';
import { asaAccesses } from './asa-access';
import type { ImportedDevice } from '../read/imported-device';
import { routerAccesses } from './router-access';

/** The users of a device, group by group: as a construct of level 2, or why they are none. */
export const accessesOf = (device: ImportedDevice, taken: Set<string>): readonly (AccessCandidate | NoAccess)[] => {
  if (device.className === 'AsaFirewall') return asaAccesses(device, taken);
  return device.className === 'IosXeRouter' ? routerAccesses(device, taken) : [];
};
