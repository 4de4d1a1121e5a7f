import type { NounOf } from '../../model/nouns';
import { isEveryAddress, remoteMethods } from './profile';

/**
 * Whether users of Windows' own client come by a profile, as far as one can see: EAP, no key id and no profile of
 * AnyConnect, and peers that are known by their address or by a mail address.
 */
export const isForWindows = (noun: NounOf<'ikev2-profile'>): boolean =>
  remoteMethods(noun).includes('eap') &&
  noun.anyconnectProfile === undefined &&
  noun.matchRemoteKeyIds === undefined &&
  (noun.matchRemoteEmailDomains !== undefined || (noun.matchRemoteAddresses ?? []).some(isEveryAddress));
