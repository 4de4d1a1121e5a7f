import type { Fields } from '../../../../desired/cli/grammar';
import { leads, type Bag } from './words';

/** What the blocks of the nouns take beyond the fields of the nouns, by mode. From the Cisco command reference. */
export const cryptoExtras: Readonly<Record<string, Fields<Bag>>> = {
  'crypto pki trustpoint': leads([], ['authorization', 'ocsp', 'crl']),
  archive: leads(['time-period', 'rollback filter adaptive']),
};
