import { z } from 'zod';
import { factors, count, minimumTls, proxied, radiusServerKeys, sectionName } from './duo-values';
import { noun } from '../noun';
import { text } from '../values';

const { client: _client, ...withoutClient } = radiusServerKeys;

const concatenation = {
  /** How the user is asked, in the order of preference. Default: auto. */
  factors: factors.optional(),
  /** A passcode may follow the password. Default: true. */
  allowConcat: z.boolean().optional(),
  /** What stands between password and passcode. Default: a comma. */
  delimiter: text(8).optional(),
  /** Length of all passwords, instead of a delimiter. */
  delimitedPasswordLength: count.optional(),
};

/** Answers devices: the password to the primary authenticator, then a push (or what the user likes best), without a question. */
export const duoRadiusServerAuto = noun(
  'duo-radius-server-auto',
  'RADIUS server of the Duo proxy (auto)',
  z
    .strictObject({
      /** Name of the section: radius_server_auto, radius_server_auto2. */
      name: sectionName('radius_server_auto'),
      ...radiusServerKeys,
      ...concatenation,
    })
    .superRefine(proxied),
);

/** Answers devices with a question (Access-Challenge): which factor? The device must show it to the user. */
export const duoRadiusServerChallenge = noun(
  'duo-radius-server-challenge',
  'RADIUS server of the Duo proxy (challenge)',
  z
    .strictObject({
      /** Name of the section: radius_server_challenge, radius_server_challenge2. */
      name: sectionName('radius_server_challenge'),
      ...radiusServerKeys,
      /** Users without a device get a link to enrol. Default: false. */
      enrollChallenge: z.boolean().optional(),
      /** How the question is laid out. Default: console. */
      promptFormat: z.enum(['console', 'html', 'short']).optional(),
    })
    .superRefine(proxied),
);

/** Answers devices that send password and passcode in one: both at once, or refused. */
export const duoRadiusServerConcat = noun(
  'duo-radius-server-concat',
  'RADIUS server of the Duo proxy (concat)',
  z
    .strictObject({
      /** Name of the section: radius_server_concat, radius_server_concat2. */
      name: sectionName('radius_server_concat'),
      ...radiusServerKeys,
    })
    .superRefine(proxied),
);

/** Answers devices that show Duo's prompt on their own login page. Duo ended that prompt in 2024: for what is left. */
export const duoRadiusServerIframe = noun(
  'duo-radius-server-iframe',
  'RADIUS server of the Duo proxy (iframe)',
  z
    .strictObject({
      /** Name of the section: radius_server_iframe, radius_server_iframe2. */
      name: sectionName('radius_server_iframe'),
      ...radiusServerKeys,
      /** The device whose login page it is, in the word of Duo's guide for it. */
      type: text(32),
      /** Where the page loads its script from. Default: Duo. */
      iframeScriptUri: text(253).optional(),
      /** Script that is put into the page. */
      scriptInject: text(253).optional(),
    })
    .superRefine(proxied),
);

/** Answers devices that check the password elsewhere: only the second factor. */
export const duoRadiusServerDuoOnly = noun(
  'duo-radius-server-duo-only',
  'RADIUS server of the Duo proxy (second factor alone)',
  z
    .strictObject({
      /** Name of the section: radius_server_duo_only, radius_server_duo_only2. */
      name: sectionName('radius_server_duo_only'),
      ...withoutClient,
    })
    .superRefine(proxied),
);

const { apiTimeout: _timeout, apiPort: _port, exemptUsernames: _exempt, ...eapKeys } = radiusServerKeys;

/** Ends PEAP with a certificate of its own and asks within. The checker knows fewer keys here. */
export const duoRadiusServerEap = noun(
  'duo-radius-server-eap',
  'RADIUS server of the Duo proxy (EAP)',
  z
    .strictObject({
      /** Name of the section: radius_server_eap, radius_server_eap2. */
      name: sectionName('radius_server_eap'),
      ...eapKeys,
      ...concatenation,
      /** File of the certificate that clients see, with its chain, on the proxy's host. */
      certificateFile: text(200),
      /** File of its private key, on the proxy's host. */
      privateKeyFile: text(200),
      /** Lowest version of TLS. Default: tls1.2. */
      minimumTlsVersion: minimumTls.optional(),
      /** Ciphers in the words of OpenSSL. */
      cipherList: text(500).optional(),
      /** What the user is asked. */
      prompt: text(200).optional(),
    })
    .superRefine(proxied),
);
