import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as iseActiveDirectory from './ise-active-directory';
import type * as iseAllowedProtocols from './ise-allowed-protocols';
import type * as iseAuthenticationRule from './ise-authentication-rule';
import type * as iseAuthorizationProfile from './ise-authorization-profile';
import type * as iseAuthorizationRule from './ise-authorization-rule';
import type * as iseCertificateProfile from './ise-certificate-profile';
import type * as iseDownloadableAcl from './ise-downloadable-acl';
import type * as iseExternalRadiusServer from './ise-external-radius-server';
import type * as iseIdentityGroup from './ise-identity-group';
import type * as iseIdentitySourceSequence from './ise-identity-source-sequence';
import type * as iseInternalUser from './ise-internal-user';
import type * as iseNetworkDevice from './ise-network-device';
import type * as iseNetworkDeviceGroup from './ise-network-device-group';
import type * as isePolicySet from './ise-policy-set';
import type * as iseRadiusServerSequence from './ise-radius-server-sequence';

const load = createRequire(__filename);

/** What an ISE server holds. */
export const iseNouns = lazily({
  'ise-identity-group': () => (load('./ise-identity-group') as typeof iseIdentityGroup).iseIdentityGroup,
  'ise-network-device-group': () =>
    (load('./ise-network-device-group') as typeof iseNetworkDeviceGroup).iseNetworkDeviceGroup,
  'ise-active-directory': () => (load('./ise-active-directory') as typeof iseActiveDirectory).iseActiveDirectory,
  'ise-certificate-profile': () =>
    (load('./ise-certificate-profile') as typeof iseCertificateProfile).iseCertificateProfile,
  'ise-identity-source-sequence': () =>
    (load('./ise-identity-source-sequence') as typeof iseIdentitySourceSequence).iseIdentitySourceSequence,
  'ise-allowed-protocols': () => (load('./ise-allowed-protocols') as typeof iseAllowedProtocols).iseAllowedProtocols,
  'ise-external-radius-server': () =>
    (load('./ise-external-radius-server') as typeof iseExternalRadiusServer).iseExternalRadiusServer,
  'ise-radius-server-sequence': () =>
    (load('./ise-radius-server-sequence') as typeof iseRadiusServerSequence).iseRadiusServerSequence,
  'ise-downloadable-acl': () => (load('./ise-downloadable-acl') as typeof iseDownloadableAcl).iseDownloadableAcl,
  'ise-authorization-profile': () =>
    (load('./ise-authorization-profile') as typeof iseAuthorizationProfile).iseAuthorizationProfile,
  'ise-network-device': () => (load('./ise-network-device') as typeof iseNetworkDevice).iseNetworkDevice,
  'ise-internal-user': () => (load('./ise-internal-user') as typeof iseInternalUser).iseInternalUser,
  'ise-policy-set': () => (load('./ise-policy-set') as typeof isePolicySet).isePolicySet,
  'ise-authentication-rule': () =>
    (load('./ise-authentication-rule') as typeof iseAuthenticationRule).iseAuthenticationRule,
  'ise-authorization-rule': () =>
    (load('./ise-authorization-rule') as typeof iseAuthorizationRule).iseAuthorizationRule,
});
