import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as radiusAuthorization from './radius-authorization';
import type * as secureClientProfile from './secure-client-profile';
import type * as strongswanClient from './strongswan-client';
import type * as windowsVpnClient from './windows-vpn-client';

const load = createRequire(__filename);

/** What clients of remote users read: whole files. */
export const clientNouns = lazily({
  'secure-client-profile': () => (load('./secure-client-profile') as typeof secureClientProfile).secureClientProfile,
  'secure-client-local-policy': () =>
    (load('./secure-client-profile') as typeof secureClientProfile).secureClientLocalPolicy,
  'windows-vpn-client': () => (load('./windows-vpn-client') as typeof windowsVpnClient).windowsVpnClient,
  'strongswan-client': () => (load('./strongswan-client') as typeof strongswanClient).strongSwanClient,
  'radius-authorization': () => (load('./radius-authorization') as typeof radiusAuthorization).radiusAuthorization,
});
