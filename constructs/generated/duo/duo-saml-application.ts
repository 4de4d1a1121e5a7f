// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `DuoSamlApplication`. */
export interface DuoSamlApplicationProps extends Placed {
  /**
   * Name in Duo. There must be no other application of that name.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Entity ID of the service, letter for letter: of a connection profile `https://HOST/saml/sp/metadata/PROFILE`.
   * Allowed: its URL or URN.
   * Duo: `sso.saml_config.entity_id`.
   */
  readonly entityId: string;
  /**
   * Where Duo sends the answer, the first by default: of a connection profile
   * `https://HOST/+CSCOE+/saml/sp/acs?tgname=PROFILE`.
   * Allowed: at least 1; each like https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff.
   * Duo: `sso.saml_config.acs_urls`.
   */
  readonly acsUrls: readonly string[];
  /**
   * What the user is called: an attribute of the source of users, or one that Duo knows in all sources.
   * Allowed: at most 256 characters.
   * Duo: `sso.saml_config.nameid_attribute`.
   * @default '<Username>'
   */
  readonly nameIdAttribute?: string;
  /**
   * How that name is to be read.
   * Duo: `sso.saml_config.nameid_format`.
   * @default 'unspecified'
   */
  readonly nameIdFormat?: 'unspecified' | 'email-address' | 'persistent' | 'transient';
  /**
   * Sign the assertion. ASA and FTD refuse one that is not signed.
   * Duo: `sso.saml_config.sign_assertion`, `sso.saml_config.signing_algorithm`.
   * @default true
   */
  readonly signAssertion?: boolean;
  /**
   * Sign the whole answer.
   * Duo: `sso.saml_config.sign_response`.
   * @default true
   */
  readonly signResponse?: boolean;
  /**
   * Groups whose users may use it.
   * Allowed: at least 1.
   * Duo: `user_access`, `groups_allowed`.
   * @default all users
   */
  readonly groups?: readonly Reference<'duo-group'>[];
  /**
   * The policy that its logins follow.
   * Duo: `policy_key`.
   * @default the one that is there, or the global one
   */
  readonly policy?: Reference<'duo-policy'>;
  /**
   * A remark for administrators, at most 512 characters.
   * Duo: `notes`.
   */
  readonly notes?: string;
}
