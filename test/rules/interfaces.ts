import type { RuleExample } from '../support/rule-example';

const template = (name: string): string => `
      crypto ikev2 profile STAFF
       match identity remote key-id staff
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
       virtual-template 1
      crypto ikev2 profile SITES
       match certificate SITES
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
      crypto ipsec profile PEERS
       set ikev2-profile ${name}
      interface Virtual-Template1 type tunnel
       ip unnumbered Loopback0
       tunnel mode ipsec ipv4
       tunnel protection ipsec profile PEERS
    `;
const tunnel = (lines: string): string => `
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       ${lines.trim()}
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination 203.0.113.93
       tunnel protection ipsec profile WAN
    `;
const dynamic = (client: string): string => `
      interface Tunnel0
       ip address negotiated
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination dynamic
       tunnel protection ipsec profile WAN
      crypto ikev2 client flexvpn HOME
        peer 1 203.0.113.9
        client connect ${client}
    `;
const two = (second: string): string => `
      crypto ipsec profile WAN
       set ikev2-profile WAN
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel destination 203.0.113.93
       tunnel protection ipsec profile WAN shared
      interface Tunnel1
       ip address 10.58.1.5 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel destination 203.0.113.94
       tunnel protection ipsec profile WAN${second}
    `;
const inVrf = (family: string): string => `
      vrf definition RED
       address-family ${family}
       exit-address-family
      interface Loopback0
       vrf forwarding RED
       ipv6 address 2001:DB8::1/128
    `;

const sameEnds = (shared: string): string => `
      crypto ipsec profile WAN
       set ikev2-profile WAN
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel destination 203.0.113.93
       tunnel key 1
       tunnel protection ipsec profile WAN${shared}
      interface Tunnel1
       ip address 10.58.1.5 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel destination 203.0.113.93
       tunnel key 2
       tunnel protection ipsec profile WAN${shared}
    `;

export const interfaces: Readonly<Record<string, RuleExample>> = {
  'TW-IF-001': {
    bad: `
      interface Virtual-Template1 type tunnel
       tunnel mode ipsec ipv4
       tunnel protection ipsec profile PEERS
    `,
    says: ['has no address to give to the tunnels that are cloned from it'],
    good: `
      interface Virtual-Template1 type tunnel
       ip unnumbered Loopback0
       tunnel mode ipsec ipv4
       tunnel protection ipsec profile PEERS
    `,
  },
  'TW-IF-002': {
    bad: template('SITES'),
    says: ['is cloned for STAFF and protected for SITES'],
    good: template('STAFF'),
  },
  'TW-IF-003': {
    bad: tunnel(`ip mtu 1500
       ip tcp adjust-mss 1460`),
    says: [
      'lets packets of 1500 bytes in: 1446 fit into 1500 with what IPsec adds, so larger ones break up',
      'lets TCP use 1460 bytes where 1406 fit',
    ],
    good: tunnel(`ip mtu 1400
       ip tcp adjust-mss 1360`),
  },
  'TW-IF-004': {
    bad: dynamic('Tunnel1'),
    says: ['its destination is dynamic, and no FlexVPN client drives it'],
    good: dynamic('Tunnel0'),
  },
  'TW-IF-005': {
    bad: two(''),
    says: ['does not share the protection that Tunnel0 shares from the same source'],
    good: two(' shared'),
  },
  'TW-IF-006': {
    bad: inVrf('ipv4'),
    says: ['has IPv6 in the VRF RED, which has no address family for it'],
    good: inVrf('ipv6'),
  },
  'TW-IF-007': {
    bad: sameEnds(''),
    says: ['has the source, the destination and the IPsec profile of Tunnel0'],
    good: sameEnds(' shared'),
  },
  'TW-IF-008': {
    bad: `
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel mode ipsec ipv4
    `,
    says: ['is in IPsec mode and has no protection, no source, no destination'],
    good: `
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       shutdown
       tunnel mode ipsec ipv4
    `,
  },
};
