import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, objectName } from '../values';
import { notValid } from '../wording';
import { plain, plainUrl } from '../plain-text';
import { secretRef } from '../secret';

const httpsUrl = plainUrl({
  protocol: /^https?$/,
  error: notValid('http or https URL', 'it like https://sso.example.net/login'),
});
/** What a DuoSamlApplication says of itself is there when Duo has made it. */
const providerUrl = z.union([httpsUrl, secretRef], {
  error: notValid('http or https URL', 'it like https://sso.example.net/login, or the one of a DuoSamlApplication'),
});

/** What is known of an identity provider. */
export const samlFields = {
  /** Entity ID of the identity provider: its URL or URN, or the `idpEntityId` of a DuoSamlApplication. */
  entityId: z.union([plain().min(4, { error: 'write its URL or URN' }).max(256), secretRef]),
  /** Where users log in. */
  signInUrl: providerUrl,
  /** Where they log out. Default: nowhere. */
  signOutUrl: providerUrl.optional(),
  /** How the firewall is reached by users, for example `https://vpn.example.net`. Default: its name. */
  baseUrl: httpsUrl.optional(),
  /** Certificate of the identity provider: an enrolment that holds an authority only. */
  identityProviderCertificate: ref('cert-trustpoint'),
  /** The firewall's own certificate, which signs its requests. Default: none. */
  serviceProviderCertificate: ref('cert-trustpoint').optional(),
  /** How requests are signed. Default: `none`. */
  signature: z
    .enum(['none', 'rsa-sha1', 'rsa-sha256', 'rsa-sha384', 'rsa-sha512'], {
      error: notValid('signature', 'one of none, rsa-sha256, rsa-sha384, rsa-sha512 (weak: rsa-sha1)'),
    })
    .default('none'),
  /** Seconds for which a request is good, 1 to 7200. Default: 300. */
  timeout: integer(1, 7200, 'seconds').default(300),
  /** The identity provider is reached through the inside only. Default: false. */
  internalNetwork: z.boolean().default(false),
  /** Users log in again at every connection. Default: true. */
  reauthenticate: z.boolean().default(true),
};

/** A SAML identity provider, for example Duo Single Sign-On: users log in in a browser window. */
export const samlServer = noun(
  'saml-server',
  'SAML server',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    ...samlFields,
    /**
     * Whether single firewalls may have another value under this name: a `SamlServerOverride` gives it. Default: what
     * is set on the FMC, and no for a new one.
     */
    overridable: z.boolean().optional(),
  }),
);
