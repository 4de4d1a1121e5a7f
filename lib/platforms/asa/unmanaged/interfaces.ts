import { everything, knownLines, type KnownLines } from '../../../desired/cli/known-lines';

const lines = knownLines([
  'authentication|bandwidth|bfd|bridge-group|channel-group|ddns|delay|description|dhcp|dhcprelay|duplex|fec|flowcontrol|forward|hardware',
  'hello-interval|hold-time|igmp|ip|ipv6|isis|lacp|mac-address|mac-learn|management-only|media-type|member-interface|mtu|nameif|negotiate',
  'nve-only|ospf|pim|policy-route|port-channel|power|ppp|pppoe|priority|rip|security-level|segment-id|shutdown|speed|split-horizon',
  'summary-address|switchport|traffic-forward|tunnel|vlan|vtep-nve|mcast-group|zone-member|asr-group|hello-multiplier|redundant-interface',
]);

/** Interfaces are of who runs the firewall; a tunnel interface is a noun, and has lines of others too. */
export const interfaces: KnownLines = { interface: { ...lines, cts: everything } };
