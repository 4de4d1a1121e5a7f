import {
  asText,
  key,
  numbered,
  numberedRecord,
  oneOf,
  section,
  whole,
  yesNo,
  commaList,
} from '../../../desired/ini/grammar';
import type { NounOf } from '../../../model/nouns';
import {
  adClient,
  apiPort,
  apiTimeout,
  application,
  attributes,
  client,
  common,
  concatenation,
  failmode,
  httpProxy,
  listening,
  radiusServer,
  serviceAccount,
  sharedSecret,
  tls,
  toDuo,
} from './keys';

/** Others may have lines in it. */
export const main = section<NounOf<'duo-proxy-main'>>(
  'main',
  {
    logAuthEvents: key('log_auth_events', yesNo),
    logSsoEvents: key('log_sso_events', yesNo),
    logFile: key('log_file', yesNo),
    logStdout: key('log_stdout', yesNo),
    logSyslog: key('log_syslog', yesNo),
    syslogFacility: key('syslog_facility', asText),
    logDirectory: key('log_dir', asText),
    logMaxFiles: key('log_max_files', whole),
    logMaxSize: key('log_max_size', whole),
    testConnectivityOnStartup: key('test_connectivity_on_startup', yesNo),
    fipsMode: key('fips_mode', yesNo),
    interface: listening.interface,
    client,
    ...httpProxy,
    ...common,
  },
  'lines',
);

type Host = NounOf<'duo-radius-client'>['hosts'][number];
export const radiusClient = section<NounOf<'duo-radius-client'>>('radius_client', {
  hosts: numberedRecord<Host>(
    { address: { stem: 'host', ...asText }, port: { stem: 'port', ...whole } },
    { bareFirst: true },
  ),
  secret: sharedSecret,
  retries: key('retries', whole),
  retryWait: key('retry_wait', whole),
  nasIp: key('nas_ip', asText),
  ...attributes,
  ...common,
});

export const adClientSection = section<NounOf<'duo-ad-client'>>('ad_client', {
  hosts: numbered('host', asText, { bareFirst: true }),
  ...serviceAccount,
  searchDn: key('search_dn', asText),
  securityGroupDn: key('security_group_dn', asText),
  ldapFilter: key('ldap_filter', asText),
  timeout: key('timeout', whole),
  port: key('port', whole),
  transport: key('transport', oneOf('clear', 'starttls', 'ldaps')),
  sslCaCertsFile: key('ssl_ca_certs_file', asText),
  sslVerifyHostname: key('ssl_verify_hostname', yesNo),
  authType: key('auth_type', oneOf('ntlm1', 'ntlm2', 'plain', 'sspi')),
  bindDn: key('bind_dn', asText),
  ntlmDomain: key('ntlm_domain', asText),
  ntlmWorkstation: key('ntlm_workstation', asText),
  usernameAttribute: key('username_attribute', asText),
  atAttribute: key('at_attribute', asText),
  ...common,
});

export const duoOnlyClient = section<NounOf<'duo-only-client'>>('duo_only_client', common);

export const cloud = section<NounOf<'duo-cloud'>>('cloud', {
  ...application,
  ...serviceAccount,
  ...httpProxy,
  ...common,
});

export const httpProxySection = section<NounOf<'duo-http-proxy'>>('http_proxy', {
  apiHost: application.apiHost,
  ...listening,
  callers: key('client_ip', commaList()),
  ...common,
});

export const radiusServerAuto = section<NounOf<'duo-radius-server-auto'>>('radius_server_auto', {
  ...radiusServer,
  ...toDuo,
  ...concatenation,
});

export const radiusServerChallenge = section<NounOf<'duo-radius-server-challenge'>>('radius_server_challenge', {
  ...radiusServer,
  ...toDuo,
  enrollChallenge: key('enroll_challenge', yesNo),
  promptFormat: key('prompt_format', oneOf('console', 'html', 'short')),
});

export const radiusServerConcat = section<NounOf<'duo-radius-server-concat'>>('radius_server_concat', {
  ...radiusServer,
  ...toDuo,
});

export const radiusServerIframe = section<NounOf<'duo-radius-server-iframe'>>('radius_server_iframe', {
  ...radiusServer,
  ...toDuo,
  type: key('type', asText),
  iframeScriptUri: key('iframe_script_uri', asText),
  scriptInject: key('script_inject', asText),
});

const { client: _client, ...withoutClient } = radiusServer;
export const radiusServerDuoOnly = section<NounOf<'duo-radius-server-duo-only'>>('radius_server_duo_only', {
  ...withoutClient,
  ...toDuo,
});

export const radiusServerEap = section<NounOf<'duo-radius-server-eap'>>('radius_server_eap', {
  ...radiusServer,
  ...concatenation,
  certificateFile: key('certs', asText),
  privateKeyFile: key('pkey', asText),
  ...tls,
  prompt: key('prompt', asText),
});

export const ldapServerAuto = section<NounOf<'duo-ldap-server-auto'>>('ldap_server_auto', {
  ...application,
  client: adClient,
  failmode,
  ...listening,
  sslPort: key('ssl_port', whole),
  sslKeyFile: key('ssl_key_path', asText),
  sslCertificateFile: key('ssl_cert_path', asText),
  apiTimeout,
  apiPort,
  exemptPrimaryBind: key('exempt_primary_bind', yesNo),
  exemptUnits: numbered('exempt_ou', asText),
  ...concatenation,
  allowSearchesAfterBind: key('allow_searches_after_bind', yesNo),
  allowUnlimitedBinds: key('allow_unlimited_binds', yesNo),
  ...tls,
  networkTimeout: key('network_timeout', whole),
  idleTimeout: key('idle_timeout', whole),
  ...httpProxy,
  ...common,
});
