import { everything, knownLines, type KnownLines } from '../../../desired/cli/known-lines';

const group = knownLines([
  'accounting-mode|ad-agent-mode|authorize-only|dynamic-authorization|interim-accounting-update|max-failed-attempts|merge-dacl',
  'reactivation-mode|realm-id|validate-kdc|cts|group-search-timeout',
]);
const host = knownLines([
  'accounting-port|acl-netmask-convert|action-uri|auth-cookie-name|authentication-port|domain-controller|dn-attr|group-search-timeout',
  'hidden-parameter|kerberos-realm|kerberos-port|key|ldap-attribute-map|ldap-base-dn|ldap-dn|ldap-group-base-dn|ldap-login-dn',
  'ldap-login-password|ldap-naming-attribute|ldap-over-ssl|ldap-scope|ldap-referrals|max-header-size|mschapv2-capable',
  'nt-auth-domain-controller|password-parameter|policy-server-secret|radius-common-pw|request-timeout|retry-interval|sasl-mechanism',
  'sdi-pre-5-slave|sdi-version|server-port|server-type|service-principal|start-url|timeout|user-parameter|ssl-client-certificate',
  'expiry-time-interval|max-retry-attempts|sso-server|trust-point|web-agent-url|server-group|ssl-trust-point',
]);
const mapping = knownLines(['map-name', 'map-value']);

/** Groups of servers that speak neither RADIUS nor TACACS+, and what the noun has no field for. */
export const aaa: KnownLines = {
  'aaa-server * protocol': group,
  // An address with or without an interface in front; what a PIX printed on one line is one line.
  'aaa-server * host': host,
  'aaa-server * * host': host,
  'aaa-server * max-failed-attempts|deadtime|max-attempts': {},
  'aaa-server radius-acctport|radius-authport': {},
  'ldap attribute-map': mapping,
  'user-identity domain|ad-agent|logout-probe': everything,
};
