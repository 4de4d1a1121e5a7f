/** Blocks that an ASA knows and no noun covers, with what the prompt says inside. */
export const openBlocks: readonly { readonly lead: string; readonly prompt: string }[] = [
  { lead: 'interface', prompt: 'config-if' },
  { lead: 'object-group', prompt: 'config-object-group' },
  { lead: 'object service', prompt: 'config-service-object' },
  { lead: 'dns server-group', prompt: 'config-dns-server-group' },
  { lead: 'crypto ca certificate chain', prompt: 'config-cert-chain' },
  { lead: 'class-map', prompt: 'config-cmap' },
  { lead: 'policy-map', prompt: 'config-pmap' },
  { lead: 'dynamic-access-policy-record', prompt: 'config-dynamic-access-policy-record' },
];

/** Lines at the top level that an ASA knows and no noun covers. */
export const openLines: readonly string[] = [
  'hostname',
  'sysopt',
  'domain-name',
  'enable password',
  'names',
  'access-group',
  'nat',
  'mtu',
  'logging',
  'ssh',
  'telnet',
  'http',
  'route',
  'aaa',
  'username',
  'snmp-server',
  'timeout',
  'arp',
  'icmp',
  'pager',
  'clock',
  'dns domain-lookup',
  'same-security-traffic',
  'crypto ipsec security-association',
  'crypto ikev1',
  'crypto ikev2 cookie-challenge',
  'crypto ikev2 limit',
  'crypto isakmp',
  'threat-detection',
  'service-policy',
  'ssl',
  'console',
];

/** Lines of the modes of the nouns that an ASA knows and no field covers, by what the prompt says there. */
export const othersIn: Readonly<Record<string, readonly string[]>> = {
  'config-tunnel-general': ['dhcp-server', 'ipv6-address-pool', 'scep-enrollment', 'nat-assigned-to-public-ip'],
  'config-tunnel-ipsec': ['ikev1', 'isakmp keepalive', 'radius-with-expiry'],
  'config-tunnel-webvpn': ['customization', 'dns-group', 'without-csd'],
  'config-group-policy': ['vpn-session-timeout', 'ipv6-split-tunnel-policy', 'webvpn'],
  'config-ca-trustpoint': [
    'crl configure',
    'validation-usage',
    'no validation-usage',
    'ignore-ipsec-keyusage',
    'id-usage',
  ],
  'config-aaa-server-host': ['retry-interval', 'radius-common-pw', 'mschapv2-capable'],
  'config-webvpn': ['hsts', 'cache', 'error-recovery'],
};
