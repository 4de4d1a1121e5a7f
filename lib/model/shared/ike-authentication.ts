import { z } from 'zod';
import { ref } from '../noun';
import { secretRef } from '../secret';
import { integer, oneWord } from '../values';
import { notValid } from '../wording';

/** How an end proves itself (RFC 7296 section 2.15), where nothing more is to be said. */
export const authMethod = z.enum(['rsa-sig', 'ecdsa-sig', 'pre-share', 'eap', 'anyconnect-eap'], {
  error: notValid('authentication method', 'one of rsa-sig, ecdsa-sig, pre-share, eap, anyconnect-eap'),
});

const inlineKey = z.strictObject({
  method: z.literal('pre-share'),
  /** The key, in the profile itself instead of a keyring. Only ever a `Secret`. */
  key: secretRef,
});

/** How the peer proves itself. */
export const remoteAuthentication = z.union(
  [
    authMethod,
    inlineKey,
    z.strictObject({
      method: z.literal('eap'),
      /** Ask the client who it is: AnyConnect and Windows ask their user only then. */
      queryIdentity: z.literal(true).optional(),
      /** Seconds for each answer of the client, 45 to 180. Default: 90. */
      timeout: integer(45, 180, 'seconds').optional(),
    }),
    z.strictObject({
      method: z.literal('anyconnect-eap'),
      /** Ask for the client's certificate too (two factors). */
      certRequest: z.literal(true).optional(),
    }),
  ],
  {
    error: notValid(
      'authentication method',
      "one of rsa-sig, ecdsa-sig, pre-share, eap, anyconnect-eap, or an object like { method: 'eap', queryIdentity: true }",
    ),
  },
);

/** How this end proves itself. */
export const localAuthentication = z.union(
  [
    z.enum(['rsa-sig', 'ecdsa-sig', 'pre-share', 'eap', 'dynamic']),
    inlineKey,
    z.strictObject({
      method: z.literal('eap'),
      /** EAP method. Default: what the server asks for. */
      type: z.enum(['gtc', 'md5', 'mschapv2']).optional(),
      /** User name; without it the operator is asked. */
      username: oneWord(255, 'user name').optional(),
      /** Only ever a `Secret`; with `username`. */
      password: secretRef.optional(),
    }),
  ],
  {
    error: notValid(
      'authentication method',
      'one of rsa-sig, ecdsa-sig, pre-share, eap, or an object like { method: "pre-share", key: Secret.fromEnv("KEY") }'.replaceAll(
        '"',
        "'",
      ),
    ),
  },
);

export type RemoteAuthentication = z.output<typeof remoteAuthentication>;
export type LocalAuthentication = z.output<typeof localAuthentication>;
export const methodOf = (authentication: RemoteAuthentication | LocalAuthentication): string =>
  typeof authentication === 'string' ? authentication : authentication.method;

/** Where the attributes of a peer come from: certificate, EAP, pre-shared key, AnyConnect-EAP. */
const aaaMethodName = z.enum(['cert', 'eap', 'psk', 'anyconnect-eap'], {
  error: notValid('way to authenticate', 'one of cert, eap, psk, anyconnect-eap'),
});

/** Who looks a peer's password up. */
export const profileAuthentication = z.strictObject({
  method: z.enum(['eap', 'anyconnect-eap']),
  /** The login method list. */
  list: ref('aaa-authentication-list'),
});

/** Who says what a peer may have. */
export const profileAuthorization = z
  .strictObject({
    /** Attributes of the peer's group, or of the peer itself, which win unless `override`. */
    of: z.enum(['group', 'user']),
    method: aaaMethodName.or(z.literal('any')),
    /** The network method list. Left out with `cached`. */
    list: ref('aaa-authorization-list').optional(),
    /** The IKEv2 authorization policy (a local list), or the user name to ask a server for. */
    policy: z.union([ref('ikev2-authorization-policy'), oneWord(128, 'user name')]).optional(),
    /** What of the peer's identity is the name to ask for. Instead of `policy`. */
    nameMangler: ref('ikev2-name-mangler').optional(),
    /** Password to ask a server with. Only ever a `Secret`. Default: `cisco`. */
    password: secretRef.optional(),
    /** Group attributes win over those of the user. */
    override: z.literal(true).optional(),
    /** The attributes that came with the authentication. Of users only. */
    cached: z.literal(true).optional(),
  })
  .superRefine((p, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (p.cached && (p.list || p.of === 'group' || p.method === 'cert'))
      issue('cached', 'cached is used alone, for a user and not with cert: leave list out, or leave cached out');
    if (!p.cached && !p.list) issue('list', 'is missing: write the AaaAuthorizationList, or cached: true of a user');
    if (p.policy && p.nameMangler) issue('policy', 'policy and nameMangler both say the name: leave one out');
    if (p.override && p.of === 'user') issue('override', 'only group attributes override: leave it out');
  });

/** Who is told when a peer comes and goes. */
export const profileAccounting = z.strictObject({
  method: aaaMethodName,
  /** The accounting method list. */
  list: ref('aaa-accounting-list'),
});
