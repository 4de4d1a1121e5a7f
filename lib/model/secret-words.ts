/**
 * The words before a secret on a line of a device, by platform. `*` is any one word, `a|b` one of several. They serve lines
 * that no grammar knows, so they lean to masking: a word too many is taken out rather than a key shown.
 */
const shared: readonly string[] = [
  'pre-shared-key local|remote',
  'pre-shared-key hostname *',
  'pre-shared-key address * 255.*',
  'pre-shared-key address *',
  'pre-shared-key hex|0|6|8',
  'pre-shared-key',
  'authentication-key|message-digest-key * md5|sha1|sha256',
  'authentication-key|message-digest-key',
  'password|passwd|passphrase|secret|psk|key-string|community|token|api-key',
  'nhrp authentication',
  'authentication text|md5',
  'key',
  // Manual keys of IPsec, and of OSPFv3 which is protected by it.
  'set session-key inbound|outbound esp * cipher',
  'set session-key inbound|outbound ah|esp *',
  'authentication|encryption ipsec spi *',
  'snmp-server user * * v3 engineid * encrypted auth md5|sha|sha256|sha384|sha512',
  'snmp-server user * * v3 encrypted auth md5|sha|sha256|sha384|sha512',
  'snmp-server user * * v3 auth md5|sha|sha256|sha384|sha512',
  'snmp-server user * * v3 priv des|3des',
  'snmp-server user * * v3 priv aes *',
];

/** From the command references of the ASA (A to H, I to R, S, T to Z) and of the PIX before it. */
const asa: readonly string[] = [
  'ldap-login-password',
  'radius-common-pw',
  'policy-server-secret',
  'isakmp key',
  'vpnclient vpngroup * password',
  'failover key|hex',
  'failover ipsec pre-shared-key',
  // Of a PIX and of old releases, where the key stood on the line of the server.
  'aaa-server * * host *',
  'snmp-server host * * poll|trap community',
  'snmp-server host * * community',
  'authentication key eigrp *',
  'ospf authentication-key',
  'rip authentication key',
  'wccp * password',
  'activation-key',
];

/** Leads that are words of something else too, told apart by what follows. */
const forms: readonly string[] = [
  'license(?=\\s+[0-9a-f]{16})',
  // A user of a remote engine has more words before it.
  'snmp-server\\s+user\\s.*?\\s(?:auth\\s+(?:md5|sha[-\\d]*)|priv\\s+(?:3?des(?:56)?|aes\\s+\\d+))',
];

/** From the Cisco IOS Master Command List: where the word before the secret is none of the shared ones. */
const iosxe: readonly string[] = [
  'server-key',
  'masked-secret',
  'area-password|domain-password|lsp-password',
  'authentication mode hmac-sha-256',
  'standby|vrrp|glbp * authentication',
  'standby|vrrp|glbp authentication',
  'sap pmk',
  'set-key ascii|hex *',
  'wpa-psk ascii|hex *',
  'set-key|wpa-psk',
  'idtoken',
  'pin',
  'community-map',
  'mail-server',
  'event manager environment *',
  // A community stands last, behind a VRF, a kind and a version: all of it is taken out.
  'snmp-server host *',
];

/** One word of a lead, as an expression. */
const wordOf = (word: string): string =>
  word === '*'
    ? '\\S+'
    : `(?:${word
        .split('|')
        .map((each) => each.replace(/[.+?^${}()[\]\\]/g, '\\$&').replaceAll('*', '\\S*'))
        .join('|')})`;

/** Longer leads first: of two that begin at one place the longer takes less out. */
const leads = [...shared, ...asa, ...iosxe]
  .sort((a, b) => b.split(' ').length - a.split(' ').length)
  .map((lead) => lead.split(' ').map(wordOf).join('\\s+'))
  .concat(forms)
  .join('|');

/** A line up to the word before its first secret. */
export const beforeSecret = new RegExp(`^(.*?(?<![-\\w])(?:${leads}))\\s+\\S`, 'i');

/** A URL with a user and a password in it: what is before the URL, the URL up to them, and what follows them. */
export const urlWithLogin = /^(.*?)(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/]*:\S*(@.*)$/i;
