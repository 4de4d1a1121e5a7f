import { blocks } from '../../../../desired/cli/forms';
import type { Fields } from '../../../../desired/cli/grammar';
import { anything, leads, type Bag } from './words';

/** What the blocks of the nouns take beyond the fields of the nouns, by mode. From the Cisco command reference. */
export const cryptoExtras: Readonly<Record<string, Fields<Bag>>> = {
  'crypto pki trustpoint': leads([], ['authorization', 'ocsp', 'crl']),
  'router bgp': {
    ...leads([], ['bgp', 'neighbor', 'redistribute', 'maximum-paths', 'timers bgp']),
    family: blocks<Bag>('address-family', 'name', 'config-router-af', anything),
  },
  'router bgp / address-family ipv4': leads([], ['neighbor', 'redistribute', 'maximum-paths', 'aggregate-address']),
  archive: leads(['time-period', 'rollback filter adaptive']),
};
