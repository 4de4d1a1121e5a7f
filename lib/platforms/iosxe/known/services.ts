import { everything, knownLines, type KnownLines } from '../../../desired/cli/known-lines';

/*
 * Lines of everything else that a router says beside its VPN, by their first words (Cisco IOS Master Command List). What
 * stands in the block of one of them is known with it: no VPN depends on it.
 */

/** First words whose lines, and what stands below them, no VPN depends on. */
const others = [
  'access-session|alarm|alarm-contact|alias|ancp|aqm-register-fnf|app-hosting|application|appnav|archive|arp|async|atm|authentication',
  'autonomic|avc|banner|bba-group|bfd|bfd-template|boot|boot-end-marker|boot-start-marker|bridge|bridge-domain|buffers|busy-message',
  'call|call-history-mib|call-home|capwap|card|ccm-manager|cdp|cef|chat-script|class-map|clns|clock|cns|config-register|connect',
  'control-plane|controller|cpu|cts|cwmp|decnet|define|device-sensor|device-tracking|diagnostic|dial-peer|dialer|dialer-list|dlsw',
  'domain|dot1x|downward-compatible-config|dspfarm|dspu|eap|enable|energywise|environment|ephone|ephone-dn|epm|errdisable|et-analytics',
  'ethernet|event|evpn|exception|fabric|facility-alarm|fhrp|file|flow|frame-relay|gatekeeper|gateway|glbp|global-address-family|gnmi-yang|gnxi',
  'guestshell|hostname|hw-module|hw-switch|identity|iox|ipx|isdn|isis|kerberos|key|key-map|l2|l2tp-class|l2vpn|lacp|ldp|license|line|lisp',
  'lldp|load-balance|location|logging|login|mab|mac|mac-address-table|macro|macsec|map-class|map-list|mediatrace|memory|memory-size|menu',
  'metadata|mgcp|mka|mls|mmi|mmon|modem|monitor|mpls|multicast|multilink|mvr|mvrp|nat64|nat66|nbar|netbios|netconf|netconf-yang',
  'netflow|network-clock|network-clock-participate|network-clock-select|nmsp|num-exp|nve|object-group|odm|oer|onep|otv|parameter-map',
  'parser|partition|password|performance|pfr|pfr-map|platform|pnp|policy-map|policy|port-channel|power|presence|priority-list|privilege',
  'process|profile|pseudowire-class|ptp|qos|queue-list|random-detect-group|rate-limit|redundancy|regexp|remote-management|rep|resource',
  'restconf|rlm|rmon|route-map|router|rsvp|sampler|sccp|scheduler|sdm|sdwan|secure|security|segment-routing|service|service-chain',
  'service-insertion|service-list|service-template|sflow|shell|sip-ua|snmp|snmp-server|sntp|source-bridge|spanning-tree|ss7|ssl',
  'stack-mac|standby|stcapp|subscriber|switch|system|tacacs|tacacs-server|tag-switching|tcam|telemetry|telephony-service|template',
  'terminal-queue|tftp-server|time-range|track|traffic-flow|translate|translation-rule|transceiver|transport|transport-map|ucse|udld',
  'umbrella|upgrade|username|utd|vc-class|version|virtual-profile|virtual-service|vlan|voice|voice-card|vpdn|vpdn-group|vrrp|vstack',
  'vtp|vty-async|warm-reboot|wcm|webvpn|wireless|wlan|wsma|x25|x29|xconnect|xot|zone|zone-pair',
];

/** Second words behind `ip`. */
const ip = [
  'access-list-log|accounting|accounting-list|accounting-threshold|accounting-transits|address-pool|admission|alias|arp|as-path',
  'audit|auth-proxy|bgp|bgp-community|bootp|cache|cef|classless|community-list|ddns|default|default-gateway|default-network|device',
  'dhcp|dhcp-client|dhcp-limited-broadcast-address|dhcp-relay|dhcp-server|dns|domain|domain-list|domain-lookup|domain-name|domain-round-robin',
  'drp|dvmrp|dynamic-inspection|explicit-path|extcommunity-list|finger|flow|flow-aggregation|flow-cache|flow-capture|flow-egress',
  'flow-export|flow-top-talkers|fast-convergence|forward-protocol|ftp|gdp|gratuitous-arps|gre|helper|host|host-list|host-routing',
  'http|icmp|identd|igmp|inspect|interface|ips|isis|kerberos|large-community-list|license|load-sharing|logging|mfib|mobile|mpls|mrm|mroute',
  'mroute-cache|msdp|multicast|multicast-routing|multihop-ldp|name-server|named-access-list|nat|nbar|netmask-format|nhrp|ospf|options',
  'pgm|pim|policy|port-map|prefix-list|protocol-match|radius|rarp-server|rcmd|reflexive-list|reload|rip|router-id|routing|rsvp|rtcp',
  'rtp|sap|scp|sctp|sdr|security|sla|slb|snmp|source|source-route|spd|ssh|sticky-arp|subnet-zero|summary-address|tacacs|tcp|telnet|tftp',
  'traffic-export|trigger-authentication|trm|udp|urlfilter|urd|verify|virtual-reassembly|visibility|wccp|web-auth|wlan|extcap|fib|bulk',
];
const ipv6 = [
  'access-list-log|address-validate|cef|destination-guard|dhcp|dhcp-relay|dhcp-server|eigrp|flow|flowset|general-prefix|hop-limit|host',
  'http|icmp|inspect|local|mfib|mfib-mode|mld|mobile|mroute|multicast|multicast-routing|nat|nd|neighbor|nhrp|ospf|pim|port-map',
  'prefix-list|radius|rip|router|routing|service|sla|snooping|source-guard|source-route|spd|static|tacacs|traffic-filter|unicast-routing',
  'verify|virtual-reassembly|wccp|ioam|rsvp|dns|domain|subscriber',
];
const ntp = [
  'access-group|allow|authenticate|authentication-key|broadcastdelay|clock-period|leap-handle|logging|master|max-associations',
  'maxdistance|mindistance|maxpoll|minpoll|multicast|orphan|panic|passive|peer|refclock|server|source|step|trusted-key|update-calendar',
];

/** What is read as nouns in part: only these lines of them are known besides. */
const ipReadInPart: KnownLines = {
  'ip access-list': {
    'permit|deny|remark|evaluate|dynamic|sequence': {},
    '* permit|deny|remark|evaluate|dynamic': {},
    '* * permit|deny': {},
  },
  'ipv6 access-list': { 'permit|deny|remark|evaluate|sequence|role-based': {}, '* permit|deny|remark|evaluate': {} },
  'access-list': {},
  'ip route|local|vrf': {},
  'ipv6 route|local': {},
  'ip vrf': everything,
  'vrf definition': {
    ...knownLines(['description', 'export', 'import', 'rd', 'route-target', 'vnet', 'vpn', 'maximum', 'self-ping']),
    'address-family': knownLines([
      'bgp',
      'export',
      'import',
      'inter-as-hybrid',
      'maximum',
      'mdt',
      'protection',
      'route-replicate',
      'route-target',
      'snmp',
      'topology',
      'exit-address-family',
      'vni|vnid',
    ]),
    'exit-address-family': {},
  },
};

const aaa: KnownLines = {
  'aaa authentication|authorization|accounting|new-model|session-id|session-mib|local|max-sessions|memory|nas|pod': {},
  'aaa accounting': knownLines(['action-type', 'broadcast', 'group', 'none']),
  'aaa authentication|authorization|cache|common-criteria|configuration|dnis|group|intercept|password|policy|preauth|processes|route':
    everything,
  'aaa traceback|user|accounting-list|auto-reconnect|dead-server|dynamic-author|tacacs': everything,
  'aaa group server radius|tacacs+|ldap|diameter': knownLines([
    'accounting',
    'attribute',
    'authorization',
    'backoff',
    'cache',
    'deadtime',
    'domain-stripping',
    'ip',
    'ipv6',
    'key-wrap',
    'load-balance',
    'mac-delimiter',
    'retransmit',
    'server',
    'server-private',
    'subscriber',
    'throttle',
    'timeout',
    'vrf',
  ]),
  'aaa group server': everything,
  'aaa server radius|diameter|ldap|proxy': knownLines([
    'auth-type',
    'client',
    'domain',
    'ignore',
    'port',
    'server-key',
    'session-key',
    'trustpoint',
    'attribute',
    'ip',
    'key',
    'tls|dtls',
    'message-authenticator',
    'accounting',
    'password',
    're-authenticate',
    'timer',
  ]),
  'aaa attribute list': knownLines(['attribute']),
};

const radius: KnownLines = {
  'radius-server': everything,
  'radius server': knownLines([
    'address',
    'attribute',
    'automate-tester',
    'backoff',
    'default',
    'dtls',
    'key',
    'key-wrap',
    'non-standard',
    'pac',
    'retransmit',
    'stats',
    'throttle',
    'timeout',
    'tls',
  ]),
  'ldap server': knownLines(['*']),
  'ldap attribute-map': knownLines(['map']),
};

/** The same below each of these words. */
const behind = (lead: string, words: readonly string[]): KnownLines =>
  Object.fromEntries(words.map((each) => [`${lead} ${each}`, everything]));

export const serviceLines: KnownLines = {
  ...Object.fromEntries(others.map((words) => [words, everything])),
  ...behind('ip', ip),
  ...behind('ipv6', ipv6),
  ...behind('ntp', ntp),
};

/** Those whose first word has nouns behind it: only these lines of them are known besides. */
export const readInPart: KnownLines = { ...ipReadInPart, ...aaa, ...radius };
