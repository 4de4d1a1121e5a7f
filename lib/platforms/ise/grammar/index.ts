import { unsupportedExcept } from '../../../desired/unsupported';
import type { AnyRest } from '../../../desired/rest/grammar';
import type { Kind, NounOf } from '../../../model/nouns';
import { allowedProtocols } from './allowed-protocols';
import { authorizationProfile, downloadableAcl } from './authorization';
import { externalRadiusServer, radiusServerSequence } from './external-radius';
import { identityGroup, networkDeviceGroup } from './groups';
import { internalUser } from './internal-user';
import { networkDevice } from './network-device';
import { authenticationRule, authorizationRule, policySet } from './policy';
import { certificateProfile, identitySourceSequence } from './sources';

/** How ISE writes each noun. */
export const grammar = {
  ...unsupportedExcept('ise'),
  'ise-identity-group': identityGroup,
  'ise-network-device-group': networkDeviceGroup,
  'ise-active-directory': { form: 'looked-up', key: 'activedirectory' },
  'ise-certificate-profile': certificateProfile,
  'ise-identity-source-sequence': identitySourceSequence,
  'ise-allowed-protocols': allowedProtocols,
  'ise-external-radius-server': externalRadiusServer,
  'ise-radius-server-sequence': radiusServerSequence,
  'ise-downloadable-acl': downloadableAcl,
  'ise-authorization-profile': authorizationProfile,
  'ise-network-device': networkDevice,
  'ise-internal-user': internalUser,
  'ise-policy-set': policySet,
  'ise-authentication-rule': authenticationRule,
  'ise-authorization-rule': authorizationRule,
} satisfies { readonly [K in Kind]: AnyRest<NounOf<K>> };

export const grammarOf = <K extends Kind>(kind: K): AnyRest<NounOf<K>> =>
  grammar[kind] as unknown as AnyRest<NounOf<K>>;
