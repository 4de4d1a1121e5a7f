import type { Document } from '../../../documents/document';
import { localPolicyDocument, secureClientProfileDocument } from '../../../documents/secure-client-profile';
import { radiusAuthorizationDocument } from '../../../documents/radius-authorization';
import { windowsVpnClientDocument } from '../../../documents/windows-vpn-client';
import { noneOf, type None } from '../../../desired/none';
import { deviceNouns, firewallNouns, managerNouns, routerNouns, type Kind, type NounOf } from '../../../model/nouns';

/** A noun that is one file. */
export interface FileGrammar<N extends object> {
  readonly form: 'file';
  readonly write: (noun: N) => Document;
}
const file = <N extends object>(write: (noun: N) => Document): FileGrammar<N> => ({ form: 'file', write });

/** How each noun is written as a file. A noun that is missing here does not compile. */
export const grammar = {
  'secure-client-profile': file(secureClientProfileDocument),
  'secure-client-local-policy': file(localPolicyDocument),
  'windows-vpn-client': file(windowsVpnClientDocument),
  'radius-authorization': file(radiusAuthorizationDocument),
  ...noneOf(managerNouns, 'this is an object of an FMC: declare it on an Fmc'),
  ...noneOf(routerNouns, 'this is configuration of a router: declare it on an IosXeRouter'),
  ...noneOf(firewallNouns, 'this is configuration of an ASA: declare it on an AsaFirewall'),
  ...noneOf(deviceNouns, 'this is configuration of a device: declare it on the device'),
} satisfies { readonly [K in Kind]: FileGrammar<NounOf<K>> | None };

export const grammarOf = (kind: Kind): FileGrammar<object> | None => grammar[kind] as FileGrammar<object> | None;
