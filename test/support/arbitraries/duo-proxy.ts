import fc from 'fast-check';
import { isRising } from '../../../lib/kernel/ip';
import type { Unsupported } from '../../../lib/desired/unsupported';
import type { Kind, NounOf } from '../../../lib/model/nouns';
import type { grammar } from '../../../lib/platforms/duo-proxy/grammar';
import {
  anyAddress,
  distinct,
  hostName,
  int,
  ipv4,
  oneOf,
  on,
  rare,
  record,
  secretRef,
  someOf,
  type Arbitraries,
} from './basic';

/** Every noun that the file of a Duo proxy holds. One without an arbitrary below does not compile. */
export type DuoProxyKind = { [K in Kind]: (typeof grammar)[K] extends Unsupported ? never : K }[Kind];

/** A value that an INI file keeps as it is. */
const word = fc.stringMatching(/^[A-Za-z0-9/._;#=:\\-]{1,16}$/);
const yesNo = rare(fc.boolean());
const port = int(1, 65535);
const count = rare(int(1, 100000));
const number = rare(int(2, 9));
const named = (type: string) => number.map((n) => `${type}${n ?? ''}`);
const text = rare(word);
const dn = fc.constantFrom('DC=example,DC=net', 'OU=staff,DC=example,DC=net');
const names = rare(someOf(['Framed-IP-Address', 'Class', 'Cisco-AVPair']));

const ikey = fc.oneof(fc.stringMatching(/^DI[A-Z0-9]{18}$/), secretRef);
const apiHost = fc.oneof(fc.constant('api-0123abcd.duosecurity.com'), secretRef);
const application = { ikey, skey: secretRef, apiHost };
const common = { debug: yesNo, httpCaCertsFile: text };
const wayOut = fc.option(
  record<{ httpProxyHost: string; httpProxyPort: number }>({
    httpProxyHost: word,
    httpProxyPort: rare(port) as fc.Arbitrary<number>,
  }),
  { nil: {} },
);
const address = fc.oneof(
  anyAddress,
  ipv4.map((a) => `${a}/24`),
  fc.tuple(ipv4, ipv4).map(([a, b]) => (isRising(a, b) ? [a, b] : [b, a]).join('-')),
);
const failmode = oneOf(['safe', 'secure'] as const);
const factors = rare(someOf(['auto', 'push', 'phone', 'passcode'] as const));
const toDuo = { apiTimeout: count, apiPort: rare(port), exemptUsernames: rare(distinct(word, 3)) };
const client = rare(
  fc.constantFrom(
    { ref: 'duo-radius-client' as const, name: 'radius_client2' },
    { ref: 'duo-ad-client' as const, name: 'ad_client' },
    { ref: 'duo-only-client' as const, name: 'duo_only_client' },
  ),
);
const attributes = { passThroughAttributes: names, passThroughAll: yesNo, passwordCodec: text };
const server = {
  ...application,
  client,
  callers: distinct(fc.record({ address, secret: secretRef }), 4),
  failmode,
  port,
  interface: rare(anyAddress),
  ...attributes,
  clientIpAttribute: text,
  ...common,
};
const concatenation = {
  factors,
  allowConcat: yesNo,
  delimiter: rare(fc.constantFrom(',', '#', ';;')),
  delimitedPasswordLength: count,
};
const tls = { minimumTlsVersion: rare(oneOf(['tls1.1', 'tls1.2'] as const)), cipherList: text };

/** The parts, and a way out that holds together. */
const made = <K extends Kind>(parts: object): fc.Arbitrary<NounOf<K>> =>
  fc.tuple(record<object>(parts), wayOut).map(([noun, out]) => ({ ...noun, ...out })) as unknown as fc.Arbitrary<
    NounOf<K>
  >;
const { client: _client, ...withoutClient } = server;

export const duoProxyNouns: Arbitraries<DuoProxyKind> = {
  'duo-radius-client': record({
    name: named('radius_client'),
    hosts: distinct(record<{ address: string; port?: number }>({ address: anyAddress, port: rare(port) }), 3),
    secret: secretRef,
    retries: count,
    retryWait: count,
    nasIp: rare(anyAddress),
    ...attributes,
    ...common,
  }),
  'duo-ad-client': record({
    name: named('ad_client'),
    hosts: distinct(hostName, 3),
    searchDn: dn,
    serviceAccountUsername: word,
    serviceAccountPassword: secretRef,
    securityGroupDn: rare(dn),
    ldapFilter: rare(fc.constant('(memberOf=CN=vpn,DC=example,DC=net)')),
    timeout: rare(int(1, 600)),
    port: rare(port),
    transport: rare(fc.constant('clear' as const)),
    sslCaCertsFile: text,
    sslVerifyHostname: yesNo,
    authType: rare(oneOf(['ntlm1', 'ntlm2'] as const)),
    bindDn: rare(dn),
    ntlmDomain: text,
    usernameAttribute: text,
    ...common,
  }),
  'duo-only-client': record({ name: named('duo_only_client'), ...common }),
  'duo-proxy-main': made<'duo-proxy-main'>({
    name: fc.constant('main'),
    logAuthEvents: yesNo,
    logSyslog: on,
    syslogFacility: text,
    logMaxFiles: count,
    testConnectivityOnStartup: yesNo,
    fipsMode: yesNo,
    interface: rare(anyAddress),
    client,
    ...common,
  }),
  'duo-cloud': made<'duo-cloud'>({ name: named('cloud'), ...application, ...common }),
  'duo-http-proxy': record({
    name: named('http_proxy'),
    apiHost,
    port: rare(port),
    interface: rare(anyAddress),
    callers: rare(distinct(address, 3)),
    ...common,
  }),
  'duo-radius-server-auto': made<'duo-radius-server-auto'>({
    name: named('radius_server_auto'),
    ...server,
    ...toDuo,
    ...concatenation,
  }),
  'duo-radius-server-challenge': made<'duo-radius-server-challenge'>({
    name: named('radius_server_challenge'),
    ...server,
    ...toDuo,
    enrollChallenge: yesNo,
    promptFormat: rare(oneOf(['console', 'html', 'short'] as const)),
  }),
  'duo-radius-server-concat': made<'duo-radius-server-concat'>({
    name: named('radius_server_concat'),
    ...server,
    ...toDuo,
  }),
  'duo-radius-server-iframe': made<'duo-radius-server-iframe'>({
    name: named('radius_server_iframe'),
    ...server,
    ...toDuo,
    type: word,
    iframeScriptUri: text,
    scriptInject: text,
  }),
  'duo-radius-server-eap': made<'duo-radius-server-eap'>({
    name: named('radius_server_eap'),
    ...server,
    ...concatenation,
    certificateFile: word,
    privateKeyFile: word,
    ...tls,
    prompt: text,
  }),
  'duo-radius-server-duo-only': made<'duo-radius-server-duo-only'>({
    name: named('radius_server_duo_only'),
    ...withoutClient,
    ...toDuo,
  }),
  'duo-ldap-server-auto': made<'duo-ldap-server-auto'>({
    name: named('ldap_server_auto'),
    ...application,
    client: rare(fc.constant({ ref: 'duo-ad-client' as const, name: 'ad_client' })),
    failmode,
    interface: rare(anyAddress),
    exemptPrimaryBind: rare(fc.constant(false)),
    exemptUnits: rare(distinct(dn, 2)),
    allowUnlimitedBinds: yesNo,
    networkTimeout: count,
    ...concatenation,
    ...tls,
    ...common,
  }),
};

/** What others have in such a file: comments, sections of types that nobody here knows, keys too. */
export const foreignIni = fc
  .array(
    fc.oneof(
      fc.constantFrom('', '; a comment', '# another', ';[ad_client]', ';host='),
      fc.tuple(fc.stringMatching(/^x[a-z]{1,5}$/), word).map(([key, value]) => `${key} = ${value}`),
    ),
    { maxLength: 6 },
  )
  .map((lines) => [...new Map(lines.map((line, i) => [/^x/.test(line) ? line.split(' ')[0] : i, line])).values()])
  .chain((lines) =>
    fc
      .constantFrom('sso', 'other_service')
      .map((name) => ['; a file of somebody', `[${name}]`, ...lines, ''].join('\n')),
  );
