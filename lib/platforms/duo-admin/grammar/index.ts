import { noneOf } from '../../../desired/none';
import type { AnyRest } from '../../../desired/rest/grammar';
import {
  clientNouns,
  deviceNouns,
  iseNouns,
  managerNouns,
  routerNouns,
  type Kind,
  type NounOf,
} from '../../../model/nouns';
import { group, phone, user } from './people';
import { radiusApplication } from './radius-application';

/** How a Duo account writes each noun. */
export const grammar = {
  'duo-group': group,
  'duo-phone': phone,
  'duo-user': user,
  'duo-radius-application': radiusApplication,
  ...noneOf(clientNouns, 'this is a file for clients: declare it on a ClientFiles'),
  ...noneOf(routerNouns, 'Duo is no router and no firewall: declare it on the device'),
  ...noneOf(deviceNouns, 'Duo is no router and no firewall: declare it on the device'),
  ...noneOf(managerNouns, 'this is an object of an FMC: declare it on an Fmc'),
  ...noneOf(iseNouns, 'this is an object of ISE: declare it on an IseServer'),
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
