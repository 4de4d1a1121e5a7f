import { everything, knownLines, type KnownLines } from '../../../desired/cli/known-lines';

/** Of the portal and of the client, in a group policy, of a user, and in an access policy. */
const inner: KnownLines = {
  ...knownLines([
    'activex-relay|always-on-vpn|anyconnect|svc|appl-acl|application-type|auto-download|auto-signon|customization|deny-message|download-max-size',
    'file-browsing|file-entry|filter|functions|hidden-shares|homepage|html-content-filter|http-comp|http-proxy|ica|keep-alive-ignore',
    'macro-substitution|mapi|onscreen-keyboard|port-forward|port-forward-name|post-max-size|smart-tunnel|sso-server|storage-key',
    'storage-objects|unix-auth-gid|unix-auth-uid|upload-max-size|url-entry|url-list|user-storage|session-timeout|csd|dtls|vpn-filter',
  ]),
};

const policy: KnownLines = {
  ...knownLines([
    'access-policy|address-pools|allow-sso|anyconnect-custom|auth-prompt|backup-servers|banner|client-access-rule|client-bypass-protocol|client-firewall',
    'default-domain|dhcp-network-scope|dns-server|functions|gateway-fqdn|group-lock|intercept-dhcp|ip-comp|ip-phone-bypass|ipsec-udp|ipsec-udp-port',
    'ipv6-address-pools|ipv6-split-tunnel-policy|ipv6-vpn-filter|leap-bypass|msie-proxy|nac|nac-default-acl|nac-policy|nac-reval-period',
    'nac-settings|nac-sq-period|nem|password-storage|periodic-authentication|pfs|re-xauth|scep-forwarding-url|secure-unit-authentication',
    'security-group-tag|smartcard-removal-disconnect|split-dns|split-tunnel-all-dns|split-tunnel-network-list|split-tunnel-policy',
    'user-authentication|user-authentication-idle-timeout|vlan|vpn-access-hours|vpn-filter|vpn-idle-timeout|vpn-nac-exempt|vpn-session-timeout',
    'vpn-simultaneous-logins|vpn-tunnel-protocol|wins-server|dynamic-split-exclude-domains|dns|autosignon|url-redirect',
  ]),
  'webvpn|svc': inner,
};

const user: KnownLines = {
  ...knownLines([
    'anyconnect-custom|banner|client-bypass-protocol|group-lock|ipv6-vpn-filter|memberof|password-storage|service-type|ssh|vpn-access-hours|vpn-filter',
    'vpn-framed-ip-address|vpn-framed-ipv6-address|vpn-group-policy|vpn-idle-timeout|vpn-session-timeout|vpn-simultaneous-logins',
    'vpn-tunnel-protocol|split-tunnel-policy|split-tunnel-network-list|default-domain|secure-unit-authentication|user-authentication',
  ]),
  webvpn: inner,
};

/** Of a tunnel group of another form than its noun reads. */
const group: KnownLines = {
  'ikev1|ikev2|isakmp|pre-shared-key|chain|client-update|peer-id-validate|radius-sdi-xauth|radius-with-expiry|trust-point|virtual-template|authorization-dn-attributes':
    {},
  'authentication|address-pool|authentication-server-group|accounting-server-group|authorization-server-group|secondary-authentication-server-group|secondary-username-from-certificate|secondary-pre-fill-username|pre-fill-username|username-from-certificate|group-alias|group-url|override-svc-download|radius-reject-message|saml|proxy-auth|dns-group|customization|nbns-server|hic-fail-group-policy|without-csd|no-csd|multiple-certificate|external-browser':
    {},
};

/** The TLS side of an ASA. */
const webvpn: KnownLines = {
  ...knownLines([
    'activex-relay|allow-ssl|anyconnect|anyconnect-custom-attr|anyconnect-essentials|apcf|application-type|authentication|authorization',
    'auto-signon|certificate-group-map|character-encoding|compression|csd|customization|default-group-policy|default-idle-timeout',
    'default-language|dns-group|dtls|dynamic-access|enable|error-recovery|expand|file-encoding|hostscan|http-proxy|https-proxy|hsts|import',
    'internal-password|java-trustpoint|keepout|kcd-server|localization|login-message|login-title|logo|logout-message|mac-os|max-failed-attempts',
    'memory-size|mobile-device|mus|nbns-server|no-http|object-group|onscreen-keyboard|password-prompt|port|port-forward|portal-access-rule',
    'proxy-bypass|proxy-server|rewrite|secondary-color|secondary-text-color|secure-desktop|single-sign-on|smart-tunnel|split-tunnel',
    'ssl-server-check|sso|storage|svc|text-color|title|title-color|translation-table|tunnel-group-list|tunnel-group-preference|url-list',
    'username-from-certificate|username-prompt|x-frame-options|anyconnect-custom|secondary-username|ssl|trustpoint|functions|http-headers',
  ]),
  'http-headers|cache|hsts': everything,
  'saml idp': knownLines([
    'url|base-url|trustpoint|signature|force|timeout|internal|clock-skew|idp-entityid|attribute|cache|request',
  ]),
  'sso-server': knownLines([
    'trustpoint|idp|base-url|url|signature|web-agent-url|policy-server-secret|request-timeout|max-retry-attempts|assertion-consumer-url|issuer|trust-point',
  ]),
  'smart-tunnel|port-forward|csd|hostscan|kcd-server': everything,
};

const access = knownLines(['action|description|network-acl|priority|user-message|ipv6-network-acl|dacl|always-on-vpn']);

export const remoteAccess: KnownLines = {
  'group-policy * attributes': policy,
  'group-policy *': {},
  'username * attributes': user,
  'tunnel-group * general-attributes|webvpn-attributes|ipsec-attributes|ppp-attributes': group,
  'tunnel-group * type': {},
  webvpn,
  'dynamic-access-policy-record': { ...access, webvpn: inner },
  'nac-policy': everything,
  'vpn load-balancing': everything,
  'vpngroup * *': {},
  'client-update|vpnclient|vpdn': everything,
  'anyconnect-custom-data|anyconnect-custom-attr': {},
  'mdm-proxy': everything,
};
