import {
  asText,
  commaList,
  key,
  maybeSecret,
  numbered,
  numberedRecord,
  oneOf,
  secret,
  sectionOf,
  shaped,
  whole,
  yesNo,
  type KeyField,
} from '../../../desired/ini/grammar';
import type { Kind } from '../../../model/nouns';
import type { SecretRef } from '../../../model/secret';

/** Keys that several sections have, each with its spelling. */

const clients = [
  ['radius_client', 'duo-radius-client'],
  ['ad_client', 'duo-ad-client'],
  ['duo_only_client', 'duo-only-client'],
] as const satisfies readonly (readonly [string, Kind])[];
type ClientKind = (typeof clients)[number][1];
const clientKind = (name: string): ClientKind | undefined =>
  clients.find(([type]) => name.toLowerCase().startsWith(type))?.[1];

export const client = key('client', sectionOf<ClientKind>(clientKind));
export const adClient = key(
  'client',
  sectionOf<'duo-ad-client'>((name) => (clientKind(name) === 'duo-ad-client' ? 'duo-ad-client' : undefined)),
);

const guarded = (name: string): KeyField<SecretRef> => key(name, secret, [`${name}_protected`]);
export const serviceAccount = {
  serviceAccountUsername: key('service_account_username', asText),
  serviceAccountPassword: guarded('service_account_password'),
};
export const sharedSecret = guarded('secret');

export const common = {
  debug: key('debug', yesNo),
  httpCaCertsFile: key('http_ca_certs_file', asText),
};
export const httpProxy = {
  httpProxyHost: key('http_proxy_host', asText),
  httpProxyPort: key('http_proxy_port', whole),
};

const ikeyForm = 'a Duo integration key is DI and 18 capital letters or digits';
const skeyForm = 'a Duo secret key is 40 letters and digits';
export const application = {
  ikey: key('ikey', shaped(maybeSecret, /^DI[A-Z0-9]{18}$/, ikeyForm)),
  skey: key('skey', shaped(secret, /^[a-zA-Z0-9]{40}$/, skeyForm), ['skey_protected']),
  apiHost: key('api_host', shaped(maybeSecret, /^[A-Za-z0-9.-]+$/, 'a Duo API hostname is a name without a scheme')),
};

export const listening = {
  port: key('port', whole),
  interface: key('interface', asText),
};
export const failmode = key('failmode', oneOf('safe', 'secure'));
export const apiTimeout = key('api_timeout', whole);
export const apiPort = key('api_port', whole);
export const attributeNames = key('pass_through_attr_names', commaList());
export const attributes = {
  passThroughAttributes: attributeNames,
  passThroughAll: key('pass_through_all', yesNo),
  passwordCodec: key('pw_codec', asText),
};
export const callers = numberedRecord<{ readonly address: string; readonly secret: SecretRef }>({
  address: { stem: 'radius_ip', ...asText },
  secret: { stem: 'radius_secret', instead: 'radius_secret_protected', ...secret },
});
export const exemptUsernames = numbered('exempt_username', asText);

export const concatenation = {
  factors: key('factors', commaList<'auto' | 'push' | 'phone' | 'passcode'>()),
  allowConcat: key('allow_concat', yesNo, ['concat_mode']),
  delimiter: key('delimiter', asText),
  delimitedPasswordLength: key('delimited_password_length', whole),
};
export const tls = {
  minimumTlsVersion: key('minimum_tls_version', oneOf('ssl3', 'tls1.0', 'tls1.1', 'tls1.2')),
  cipherList: key('cipher_list', asText),
};

/** What every `[radius_server_…]` has. */
export const radiusServer = {
  ...application,
  client,
  callers,
  failmode,
  ...listening,
  ...attributes,
  clientIpAttribute: key('client_ip_attr', asText),
  ...httpProxy,
  ...common,
};
export const toDuo = { apiTimeout, apiPort, exemptUsernames };
