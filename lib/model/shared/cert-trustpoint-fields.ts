import { z } from 'zod';
import { ref } from '../noun';
import { secretRef } from '../secret';
import { integer, oneWord, preference } from '../values';
import { plainUrl } from '../plain-text';

const http = plainUrl({ protocol: /^https?$/, error: 'write an http or https URL' });

/** Enrolment over Secure Transport (RFC 7030). FMC only. */
export const estEnrollment = z.strictObject({
  type: z.literal('est'),
  /** The server, an https URL. */
  url: plainUrl({ protocol: /^https$/, error: 'EST goes over TLS: write an https URL' }),
  /** Who asks. Default: no user; then no password either. */
  user: z
    .strictObject({
      /** Name at the server. */
      name: oneWord(128, 'user name'),
      /** Its password, only ever a `Secret`. */
      password: secretRef,
    })
    .optional(),
  /** Zone or group of the interface that the server is reached by. Default: what the routing table says. */
  source: ref('security-zone').optional(),
  /** The certificate of the server is not checked. Default: it is. */
  trustAnyServer: z.literal(true).optional(),
});

/**
 * ACME (RFC 8555): the server gives a certificate for a name that leads to the firewall, and asks there by HTTP (port 80)
 * whether it is so. FMC only, from 10.0 on; on an ASA it is made by hand.
 */
export const acmeEnrollment = z.strictObject({
  type: z.literal('acme'),
  /** The directory of the server, an https URL. */
  url: plainUrl({ protocol: /^https$/, error: 'ACME goes over TLS: write the https URL of its directory' }),
  /** Zone or group of the one interface at which the server finds the firewall. */
  interface: ref('security-zone'),
  /** Zone or group of the interface that the server is reached by. Default: what the routing table says. */
  source: ref('security-zone').optional(),
  /** The authority of the server's own certificate: a trustpoint of the `terminal` that the firewall holds. */
  authority: ref('cert-trustpoint'),
  /** Enrolled anew by the firewall itself. Default: the FMC's. */
  renewal: z
    .strictObject({
      /** When: after this part of its life, 10 to 99 percent. */
      percent: integer(10, 99, 'percent'),
      /** With a new key each time. Default: false. */
      newKey: z.boolean().default(false),
    })
    .optional(),
});

/** What a firewall says of a trustpoint besides. */
export const serverExtras = {
  /** Where lists of revoked certificates are fetched, instead of where each certificate says. FMC only. */
  crlUrls: preference(http, 'URL').optional(),
  /**
   * For whose certificates the authority is trusted. Default: what the FMC does by itself. FMC only.
   */
  validationUsage: preference(
    z.enum(['ipsec-client', 'ssl-client', 'ssl-server'], {
      error: 'write ipsec-client, ssl-client, ssl-server, or several of them',
    }),
    'usage',
  ).optional(),
  /** The usages that a certificate names for its key are not looked at for IPsec. Default: they are. FMC only. */
  ignoreIpsecKeyUsage: z.boolean().optional(),
  /**
   * false: the pasted certificate need not say that it is an authority's. That of a SAML identity provider, which signs for
   * itself, says so seldom. Default: it must. ASA and FMC.
   */
  caCheck: z.literal(false).optional(),
};
