import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText, preference, text } from '../values';
import { notValid } from '../wording';
import { plain, plainUrl } from '../plain-text';

const acsUrl = plainUrl({
  protocol: /^https$/,
  error: notValid('ACS URL', 'it like https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff'),
});
const formats = ['unspecified', 'email-address', 'persistent', 'transient'] as const;

/**
 * A SAML application of Duo Single Sign-On (`sso-generic`): users log in at Duo, in a browser window, and Duo says to a
 * service, like a firewall, who they are. Duo makes the entity ID, the URLs and the certificate of its side.
 */
export const duoSamlApplication = noun(
  'duo-saml-application',
  'Duo SAML application',
  z.strictObject({
    /** Name in Duo. There must be no other application of that name. */
    name: labelText(256),
    /** Entity ID of the service, letter for letter: of a connection profile `https://HOST/saml/sp/metadata/PROFILE`. */
    entityId: plain().min(4, { error: 'write its URL or URN' }).max(1024),
    /**
     * Where Duo sends the answer, the first by default: of a connection profile
     * `https://HOST/+CSCOE+/saml/sp/acs?tgname=PROFILE`.
     */
    acsUrls: preference(acsUrl, 'ACS URL'),
    /** What the user is called: an attribute of the source of users, or one that Duo knows in all sources. Default: `<Username>`. */
    nameIdAttribute: text(256).default('<Username>'),
    /** How that name is to be read. Default: `unspecified`. */
    nameIdFormat: z
      .enum(formats, { error: notValid('format of the name', `one of ${formats.join(', ')}`) })
      .default('unspecified'),
    /** Sign the assertion. ASA and FTD refuse one that is not signed. Default: true. */
    signAssertion: z.boolean().default(true),
    /** Sign the whole answer. Default: true. */
    signResponse: z.boolean().default(true),
    /** Groups whose users may use it. Default: all users. */
    groups: z.array(ref('duo-group')).min(1).optional(),
    /** The policy that its logins follow. Default: the one that is there, or the global one. */
    policy: ref('duo-policy').optional(),
    /** A remark for administrators, at most 512 characters. */
    notes: text(512).optional(),
  }),
);
