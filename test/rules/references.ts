import type { RuleExample } from '../support/rule-example';

export const references: Readonly<Record<string, RuleExample>> = {
  'TW-REF-001': {
    bad: `
      crypto ikev2 authorization policy Eng
       pool Eng-pool
      ip local pool Eng 10.0.1.10 10.0.1.99
    `,
    says: ['refers to the address pool Eng-pool, which is not there'],
    good: `
      crypto ikev2 authorization policy Eng
       pool Eng
      ip local pool Eng 10.0.1.10 10.0.1.99
    `,
  },
  'TW-REF-002': {
    bad: `
      crypto ikev2 keyring WAN
       peer pune
        address 203.0.113.93
        pre-shared-key hunter2
      crypto ikev2 profile PUNE
       match identity remote address 203.0.113.93 255.255.255.255
       authentication remote pre-share
       authentication local pre-share
       keyring local WAN
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination 203.0.113.93
       tunnel protection ipsec profile PUNE
    `,
    says: ['refers to the IPsec profile PUNE; what has this name is another kind: IKEv2 profile'],
    good: `
      crypto ikev2 keyring WAN
       peer pune
        address 203.0.113.93
        pre-shared-key hunter2
      crypto ikev2 profile PUNE
       match identity remote address 203.0.113.93 255.255.255.255
       authentication remote pre-share
       authentication local pre-share
       keyring local WAN
      crypto ipsec transform-set GCM esp-gcm 256
      crypto ipsec profile PUNE
       set transform-set GCM
       set ikev2-profile PUNE
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination 203.0.113.93
       tunnel protection ipsec profile PUNE
    `,
  },
  'TW-REF-003': {
    bad: `
      crypto ikev2 proposal STRONG
       encryption aes-gcm-256
       prf sha384
       group 19
    `,
    says: ['the IKEv2 proposal STRONG is of no use: no IKEv2 policy offers it, so it is never negotiated'],
    good: `
      crypto ikev2 proposal STRONG
       encryption aes-gcm-256
       prf sha384
       group 19
      crypto ikev2 policy WAN
       proposal STRONG
    `,
  },
  'TW-REF-004': {
    bad: `
      aaa new-model
      aaa authentication login default local
      aaa authorization network HERE local
      username admin privilege 15 secret 9 $9$x
      crypto ikev2 authorization policy staff
       route set interface
      crypto ikev2 profile SPOKES
       match identity remote fqdn domain example.net
       authentication remote pre-share
       authentication local pre-share
       keyring aaa HERE
       aaa authorization group psk list HERE Staff
    `,
    says: ['the list HERE is local and asks for the IKEv2 authorization policy Staff, which is not there'],
    good: `
      aaa new-model
      aaa authentication login default local
      aaa authorization network HERE local
      username admin privilege 15 secret 9 $9$x
      crypto ikev2 authorization policy staff
       route set interface
      crypto ikev2 profile SPOKES
       match identity remote fqdn domain example.net
       authentication remote pre-share
       authentication local pre-share
       keyring aaa HERE
       aaa authorization group psk list HERE staff
    `,
  },
  'TW-REF-005': {
    bad: `
      interface Loopback20
       vrf forwarding RED
       ip address 10.20.255.1 255.255.255.255
    `,
    says: ['is in the VRF RED, which does not exist'],
    good: `
      vrf definition RED
       address-family ipv4
       exit-address-family
      interface Loopback20
       vrf forwarding RED
       ip address 10.20.255.1 255.255.255.255
    `,
  },
};
