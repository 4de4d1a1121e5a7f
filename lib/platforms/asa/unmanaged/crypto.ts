import { everything, knownLines, type KnownLines } from '../../../desired/cli/known-lines';

const ikev1Policy = knownLines(['authentication|encryption|hash|group|lifetime|prf']);
const crl = knownLines(['cache-time|default|enforcenextupdate|ldap-defaults|ldap-dn|policy|protocol|url']);
const trustpoint: KnownLines = {
  ...knownLines([
    'accept-subordinates|auto-enroll|ca-check|cdp-url|client-types|default|default-domain|email|enrollment|est|fqdn|id-cert-issuer',
    'id-usage|ignore-ipsec-keyusage|ignore-ssl-keyusage|ip-address|keypair|keysize|match|ocsp|password|proxy-ldc-issuer|regenerate',
    'revocation-check|serial-number|subject-name|support-user-cert-validation|validation-policy|validation-usage',
    'unique-serial-number|reference-identity|issuer-name',
  ]),
  crl,
};
const certificateServer = knownLines([
  'cdp-url|database|enrollment-retrieval|issuer-name|keysize|lifetime|no-shutdown|otp|passphrase|publish-crl|renewal-reminder|shutdown|smtp',
  'subject-name-default',
]);
const pool = knownLines([
  'auto-import|cabundle|cache-time|crl|enforcenextupdate|match|revocation-check|default|policy',
]);

/** What stands in a line of an entry besides what its noun has. */
const settings =
  'df-bit|ikev1|ikev2|inheritance|isakmp-profile|nat-t-disable|peer|pfs|phase1-mode|reverse-route|security-association|session-key|tfc-packets|transform-set|trustpoint|validate-icmp-errors|connection-type';

/** IKEv1 is read by its words and never written. */
const legacy: KnownLines = {
  'crypto ikev1|isakmp policy': ikev1Policy,
  'crypto ikev1|isakmp': {},
  'isakmp policy': ikev1Policy,
  isakmp: {},
  'crypto ipsec ikev1 transform-set': {},
  'crypto ipsec transform-set': {},
};

export const crypto: KnownLines = {
  ...legacy,
  'crypto ikev2 cookie-challenge|limit|fragmentation|notify|redirect|cluster|rekey|dscp|enable|remote-access': {},
  'crypto ikev2 policy *': {
    'additional-key-exchange *': knownLines(['key-exchange-method']),
    'encryption|group|integrity|lifetime|prf': {},
  },
  'crypto ipsec security-association|fragmentation|df-bit|inner-routing-lookup|optimize|flow|anti-replay': {},
  'crypto ipsec ikev2 sa-strength-enforcement': {},
  'crypto ipsec profile *': {
    'set ikev1|ikev2|pfs|peer|reverse-route|security-association|trustpoint|df-bit': {},
    'responder-only|description': {},
  },
  [`crypto map|dynamic-map * * set ${settings}`]: {},
  'crypto map|dynamic-map * * match address': {},
  'crypto map * * ipsec-isakmp': {},
  'crypto map * * annotate|annotation': {},
  'crypto map * interface': {},
  'crypto map * client': {},
  'crypto map * isakmp': {},
  'crypto map * local-address': {},
  'crypto ca trustpoint': trustpoint,
  'crypto ca trustpool policy': pool,
  'crypto ca trustpool import|remove': {},
  'crypto ca certificate chain': everything,
  'crypto ca server': { ...certificateServer, 'user-db': everything },
  'crypto ca reference-identity': knownLines(['cn-id|dns-id|srv-id|uri-id']),
  'crypto ca alerts|permit-weak-crypto|crl|certificate-alert|cache|certificate-map': {},
  'crypto ca configure|identity|authenticate|enroll|import': {},
  'crypto key|engine|large-cert-acceleration|connection|vpn|sdi|ssl|timeout|fips|session': {},
  'tunnel-group-map default-group|enable': {},
  'tunnel-group-map *': {},
  'ssl trust-point|encryption|cipher|client-version|server-version|dh-group|ecdh-group|certificate-authentication|server-check|client':
    {},
  'sysopt connection|noproxyarp|nodnsalias|radius|traffic|uauth|ipsec|route': {},
};
