import { noneOf } from '../../../desired/none';
import type { AnyRest } from '../../../desired/rest/grammar';
import {
  clientNouns,
  deviceNouns,
  duoNouns,
  managerNouns,
  routerNouns,
  type Kind,
  type NounOf,
} from '../../../model/nouns';
import { internalUser } from './internal-user';
import { networkDevice } from './network-device';

/** How ISE writes each noun. */
export const grammar = {
  'ise-identity-group': { form: 'looked-up', key: 'identitygroup' },
  'ise-network-device': networkDevice,
  'ise-internal-user': internalUser,
  ...noneOf(clientNouns, 'this is a file for clients: declare it on a ClientFiles'),
  ...noneOf(routerNouns, 'ISE is no router and no firewall: declare it on the device'),
  ...noneOf(deviceNouns, 'ISE is no router and no firewall: declare it on the device'),
  ...noneOf(managerNouns, 'this is an object of an FMC: declare it on an Fmc'),
  ...noneOf(duoNouns, 'this is an object of Duo: declare it on a DuoAccount'),
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
