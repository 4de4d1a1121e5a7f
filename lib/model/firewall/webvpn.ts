import { z } from 'zod';
import { noun, ref } from '../noun';
import { plain, plainUrl } from '../plain-text';
import { integer, objectName, oneWord, preference, text } from '../values';
import { notValid } from '../wording';
import { clientAttributeName } from './asa-client-attribute';

/** The entity ID of an identity provider, as it stands on a command line. */
export const samlEntity = plain({ error: notValid('entity ID', 'the URL or URN of the identity provider') }).regex(
  /^[^\s"?]{4,256}$/,
  {
    error: notValid('entity ID', 'its URL or URN, without blanks and question marks'),
  },
);

const urlWords = notValid('https URL', 'it like https://sso.example.net/login; an ASA takes no question mark in it');
const url = plainUrl({ protocol: /^https$/, error: urlWords }).regex(/^[^?]+$/, { error: urlWords });

const samlProvider = z.strictObject({
  /** Its entity ID, letter for letter. */
  entityId: samlEntity,
  /** Where users log in. */
  signInUrl: url,
  /** Where they log out. Default: nowhere. */
  signOutUrl: url.optional(),
  /** Where users reach the ASA, without a path: `https://vpn.example.net`. Default: the name of the ASA. */
  baseUrl: url.optional(),
  /** The certificate that it signs with: a trustpoint with `caCheck: false` that holds it as its authority. */
  certificate: ref('cert-trustpoint'),
  /** The ASA's own certificate, which its metadata shows. Default: none. */
  ownCertificate: ref('cert-trustpoint').optional(),
  /** Requests are signed with it. Default: they are not. */
  signature: z
    .enum(['rsa-sha1', 'rsa-sha256', 'rsa-sha384', 'rsa-sha512'], {
      error: notValid('signature', 'one of rsa-sha256, rsa-sha384, rsa-sha512 (weak: rsa-sha1)'),
    })
    .optional(),
});

/** The TLS side of an ASA, which AnyConnect fetches its profile and updates from. */
export const webvpn = noun(
  'webvpn',
  'WebVPN',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Interfaces that it listens on, by their logical names. */
    enable: preference(objectName, 'interface').optional(),
    /** AnyConnect may connect. */
    anyconnectEnable: z.literal(true).optional(),
    /** Client packages on the ASA, and the order in which they are tried. */
    anyconnectImages: preference(
      z.strictObject({ file: oneWord(255, 'file'), order: integer(1, 65535) }),
      'client package',
    ).optional(),
    /** Client profiles on the ASA, by the name under which group policies know them. */
    anyconnectProfiles: preference(
      z.strictObject({ name: objectName, file: oneWord(255, 'file') }),
      'profile',
    ).optional(),
    /** Client attributes that the ASA knows. The AsaClientAttribute construct gives one a value. */
    customAttributes: preference(
      z.strictObject({
        /** Its name, as clients know it. */
        attribute: clientAttributeName,
        /** What it is for. Default: nothing is said. */
        description: text(200).optional(),
      }),
      'client attribute',
    )
      .refine((all) => new Set(all.map(({ attribute }) => attribute)).size === all.length, {
        error: 'an attribute is known once: write each one time',
      })
      .optional(),
    /** SAML identity providers, by their entity IDs. Tunnel groups name the one that asks their users. */
    samlProviders: preference(samlProvider, 'identity provider').optional(),
    /** The login page shows the tunnel groups by their aliases. */
    tunnelGroupList: z.literal(true).optional(),
  }),
  { identity: { only: 'webvpn' } },
);
