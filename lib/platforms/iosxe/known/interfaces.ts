import { knownLines, type KnownLines } from '../../../desired/cli/known-lines';

/*
 * Lines of interfaces that no noun covers, by the first words of them (Cisco IOS Interface and Hardware Component, IP
 * Addressing Services, IP Routing, QoS, MPLS and Security command references).
 */
const ip = [
  'access-group|access-list|accounting|address|admission|authentication|auth-proxy|bandwidth-percent|bgp|broadcast-address',
  'cef|cgmp|clear-dont-fragment|dampening-change|dampening-interval|dhcp|directed-broadcast|dvmrp|eigrp|flow|flowspec',
  'hello-interval|helper-address|hold-time|http|igmp|inspect|information-reply|ips|irdp|isis|lisp|load-sharing',
  'local-proxy-arp|mask-reply|mfib|mobile|mrm|mroute-cache|mtu|multicast|nat|nbar|next-hop-self|nhrp|ospf|pgm|pim',
  'policy|portbundle|port-unreachable|proxy-arp|proxy-mobile|rarp-server|redirects|rgmp|rip|router|route-cache|rsvp',
  'rtp|sap|scp|sdr|security|service-interface|split-horizon|split-horizon-eigrp|ssh|sticky-arp|subscriber|summary-address',
  'tcp|traffic-export|trigger-authentication|unnumbered|unreachables|urd|urlfilter|verify|virtual-reassembly',
  'virtual-reassembly-out|vrf|wccp|web-auth|pxf|rtcp|arp|rgmp|track|device|dhcp-client|fabric|dlep|radius',
];

const tunnel = [
  'bandwidth|call-admission|carrier-delay|checksum|destination|endpoint|entropy|flow|gre-key|ipv6|key|keepalive',
  'mode|mpls|path-mtu-discovery|path-selection|protection|quench|rbscp|route-via|sequence-datagrams|source|tos|ttl|tsp-hop',
  'udlr|vlan|vrf|vxlan|nat|multiplexing|interface|group|raw',
];

const others = [
  'access-expression|access-group|access-session|aps|arp|asynchronous|atm|auto|autodetect|authentication|auto-ip-ring',
  'backup|bandwidth|bfd|bridge-group|carrier-delay|cdp|cem|channel-group|class|clns|clock|compress|controller|cops|crc',
  'custom-queue-list|cts|dampening|db|default|delay|description|device-tracking|dialer|dialer-group|dot1q|dot1x',
  'down-when-looped|dsl|dtr|duplex|efm|eigrp|encapsulation|encryption|ethernet|evpn|export-protocol|fair-queue|fair-share',
  'flow|flowcontrol|flow-sampler|frame-relay|full-duplex|glbp|group-range|half-duplex|history|hold-queue|hssi|hw-module',
  'ignore-dcd|if-state|initial|invert|ipv6|isdn|isis|keepalive|l2protocol|l2protocol-tunnel|lacp|lane|lapb',
  'lat|link|lldp|load-interval|location|logging|loopback|lre|mab|mac|mac-address|macro|macsec|mac-delay|map-group|max-reserved-bandwidth',
  'media-type|member|mka|mls|mobile-network|mop|mpls|mpoa|mtu|mode|multilink|multilink-group|mvrp|negotiation|netbios',
  'network-clock|nmsp|nrzi-encoding|ntp|odr|ospfv3|packet-filter|pagp|peer|performance|ping|pim|platform|pm|policy|port',
  'port-channel|port-name|power|ppp|pppoe|pppoe-client|priority-group|priority-queue|private-vlan|protocol|pseudowire|pseudowire-class',
  'ptp|pvc|qos|queue-set|random-detect|rate-limit|rcv-queue|redundancy|rep|rmon|routing|serial|service|service-insertion',
  'service-instance|service-module|service-policy|session|shdsl|shutdown|signalling|smrp|snmp|source|spanning-tree|speed',
  'squelch|srr-queue|standby|storm-control|subscriber|switch|switchport|synchronous|tag-switching|traffic-shape|trust',
  'transmit-interface|transmitter-delay|trunk|tx-queue-limit|tx-ring-limit|udld|unidirectional|vbr|virtual-ppp|virtual-template',
  'vlan|vlan-id|vlan-range|voice|vrf|vrrp|vpdn|vtp|wavelength|wrr-queue|x25|xconnect|zone-member|cellular|pulse-time|async',
  'stackwise-virtual|aaa|nat64|nat66|utd|appnav|performance-monitor|et-analytics|umbrella|ospf|sdwan|l2vpn|carrier',
  'dialer-watch|line-test|loopback|physical-layer|radius|rollback|segment-routing|sla|tcam|timeslots|track|vnet|inspect|cable-range',
];

/** What may stand in any interface. Cards and virtual circuits have blocks of their own. */
const lines: KnownLines = {
  ...knownLines(ip.map((words) => `ip ${words}`)),
  ...knownLines(tunnel.map((words) => `tunnel ${words}`)),
  ...knownLines(others),
  'crypto map|ipsec|engine|gdoi|ezvpn': {},
  'service instance': knownLines(['*']),
  'cts|nhrp|domain|mka|macsec': knownLines(['*']),
  'pvc|vc-class|vlan-range|switchport|bandwidth|vrrp|xconnect|class-int|frame-relay': knownLines(['*']),
};

export const interfaceLines: KnownLines = { interface: lines };
