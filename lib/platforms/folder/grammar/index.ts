import type { Document } from '../../../documents/document';
import { localPolicyDocument, secureClientProfileDocument } from '../../../documents/secure-client-profile';
import { radiusAuthorizationDocument } from '../../../documents/radius-authorization';
import { strongSwanClientDocument } from '../../../documents/strongswan-client';
import { windowsVpnClientDocument } from '../../../documents/windows-vpn-client';
import { unsupportedExcept, type Unsupported } from '../../../desired/unsupported';
import type { Kind, NounOf } from '../../../model/nouns';

/** A noun that is one file. */
export interface FileGrammar<N extends object> {
  readonly form: 'file';
  readonly write: (noun: N) => Document;
}
const file = <N extends object>(write: (noun: N) => Document): FileGrammar<N> => ({ form: 'file', write });

/** How each noun is written as a file. A noun that is missing here does not compile. */
export const grammar = {
  ...unsupportedExcept('client'),
  'secure-client-profile': file(secureClientProfileDocument),
  'secure-client-local-policy': file(localPolicyDocument),
  'windows-vpn-client': file(windowsVpnClientDocument),
  'strongswan-client': file(strongSwanClientDocument),
  'radius-authorization': file(radiusAuthorizationDocument),
} satisfies { readonly [K in Kind]: FileGrammar<NounOf<K>> | Unsupported };

export const grammarOf = (kind: Kind): FileGrammar<object> | Unsupported =>
  grammar[kind] as FileGrammar<object> | Unsupported;
