import { radiusAuthorization } from './radius-authorization';
import { secureClientLocalPolicy, secureClientProfile } from './secure-client-profile';
import { strongSwanClient } from './strongswan-client';
import { windowsVpnClient } from './windows-vpn-client';

/** What clients of remote users read: whole files. */
export const clientNouns = {
  'secure-client-profile': secureClientProfile,
  'secure-client-local-policy': secureClientLocalPolicy,
  'windows-vpn-client': windowsVpnClient,
  'strongswan-client': strongSwanClient,
  'radius-authorization': radiusAuthorization,
} as const;
