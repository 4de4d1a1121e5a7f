import type { RuleExample } from '../support/rule-example';

const profile = (lines: string): string => `
      crypto ikev2 profile STAFF
       match identity remote key-id staff
       ${lines.trim()}
    `;
/** Users with EAP whom a RADIUS server knows. */
const headend = (lines: string): string =>
  profile(`identity local dn
       authentication remote eap query-identity
       authentication local rsa-sig
       pki trustpoint CA
       aaa authentication eap USERS
       ${lines.trim()}`);

const onInterface = (name: string): string => `
      ! asa
      crypto ipsec ikev2 ipsec-proposal GCM
       protocol esp encryption aes-gcm-256
       protocol esp integrity null
      access-list WAN extended permit ip 10.20.0.0 255.255.0.0 10.30.0.0 255.255.0.0
      crypto map WAN 10 match address WAN
      crypto map WAN 10 set peer 203.0.113.93
      crypto map WAN 10 set ikev2 ipsec-proposal GCM
      crypto map WAN interface outside
      crypto ikev2 enable ${name}
    `;

const aggressive = (mode: string): string => `
      ! asa
      ASA Version 9.18(2)
      access-list WAN extended permit ip 10.20.0.0 255.255.0.0 10.30.0.0 255.255.0.0
      crypto map WAN 10 match address WAN
      crypto map WAN 10 set peer 203.0.113.93
      crypto map WAN 10 set ikev1 phase1-mode ${mode}
      crypto map WAN interface outside
    `;

const innerVrf = (ofProfile: string, ofTunnel: string): string => `
      vrf definition RED
       address-family ipv4
       exit-address-family
      crypto ikev2 profile P
       match identity remote address 203.0.113.93 255.255.255.255
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
       ${ofProfile === '' ? 'lifetime 28800' : `ivrf ${ofProfile}`}
      crypto ipsec profile P
       set ikev2-profile P
      interface Tunnel0
       ${ofTunnel === '' ? 'description WAN' : ofTunnel}
       ip address 10.58.1.1 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination 203.0.113.93
       tunnel protection ipsec profile P
    `;

export const ikev2: Readonly<Record<string, RuleExample>> = {
  'TW-IKE-001': {
    bad: `
      crypto ikev2 policy PUNE
       proposal STRONG
      crypto ikev2 policy DELHI
       proposal OTHER
    `,
    says: ['the IKEv2 policies PUNE and DELHI match the same connections: only one of them is ever used'],
    good: `
      crypto ikev2 policy PUNE
       proposal STRONG
      crypto ikev2 policy DELHI
       match fvrf RED
       proposal OTHER
    `,
  },
  'TW-IKE-002': {
    bad: `
      version 17.12
      crypto ikev2 proposal OLD
       encryption aes-cbc-256
       integrity md5
       group 14
    `,
    says: ['release 17.12 refuses md5'],
    good: `
      version 17.9
      crypto ikev2 proposal OLD
       encryption aes-cbc-256
       integrity md5
       group 14
    `,
  },
  'TW-IKE-003': {
    bad: `
      version 17.18
      crypto ikev2 proposal PQ
       encryption aes-gcm-256
       prf sha384
       group 20
       pqc mlkem1024
    `,
    says: ['release 17.18 does not know pqc'],
    good: `
      version 26.1
      crypto ikev2 proposal PQ
       encryption aes-gcm-256
       prf sha384
       group 20
       pqc mlkem1024
    `,
  },
  'TW-IKE-004': {
    bad: `
      version 17.9
      crypto ikev2 proposal MIXED
       encryption aes-cbc-256 3des
       integrity sha256
       group 19 2
    `,
    says: ['3des, group 2: broken or too short'],
    good: `
      version 17.9
      crypto ikev2 proposal MIXED
       encryption aes-cbc-256 aes-cbc-128
       integrity sha256
       group 19 14
    `,
  },
  'TW-IKE-005': {
    bad: `
      crypto ikev2 keyring BRANCHES
       peer all-of-my-peers
        address 0.0.0.0 0.0.0.0
        pre-shared-key cisco123
    `,
    says: ['the peer all-of-my-peers is every address, so all peers share one key'],
    good: `
      crypto ikev2 keyring BRANCHES
       peer pune
        address 203.0.113.93
        pre-shared-key hunter2
    `,
  },
  'TW-IKE-006': {
    bad: `
      crypto ikev2 keyring KR-WAN
       peer SITEB
        address 203.0.113.93
        pre-shared-key NEVER-USE-PSK-USE-CERT-INSTEAD
      crypto ikev2 profile CERT
       match certificate SITEB
       match identity remote address 203.0.113.93 255.255.255.255
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA-INTERNAL
    `,
    says: ['the peer SITEB has a pre-shared key although 203.0.113.93 proves itself by certificate'],
    good: `
      crypto ikev2 keyring KR-WAN
       peer OTHER
        address 198.51.100.7
        pre-shared-key hunter2
      crypto ikev2 profile CERT
       match certificate SITEB
       match identity remote address 203.0.113.93 255.255.255.255
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA-INTERNAL
    `,
  },
  'TW-IKE-007': {
    bad: `
      crypto ikev2 keyring KR-WAN
       peer SITEB
        address 203.0.113.93
        pre-shared-key local hunter2
    `,
    says: ['the peer SITEB has a local key and no remote one'],
    good: `
      crypto ikev2 keyring KR-WAN
       peer SITEB
        address 203.0.113.93
        pre-shared-key local hunter2
        pre-shared-key remote hunter3
    `,
  },
  'TW-IKE-008': {
    bad: `
      crypto ikev2 profile IKEV2-PROF-CERT
       match identity remote address 203.0.113.93 255.255.255.255
       identity local dn
       authentication local rsa-sig
       authentication remote rsa-sig
       pki trustpoint CA-INTERNAL
    `,
    says: ['matches its peers by 203.0.113.93 while both ends say the DN of their certificate'],
    good: `
      crypto ikev2 profile IKEV2-PROF-CERT
       match certificate SITEB-CERT
       identity local dn
       authentication local rsa-sig
       authentication remote rsa-sig
       pki trustpoint CA-INTERNAL
    `,
  },
  'TW-IKE-009': {
    bad: `
      crypto ikev2 profile STAFF
       match identity remote any
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
      crypto ikev2 profile GUESTS
       match identity remote any
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `,
    says: ['the profiles STAFF and GUESTS both match every identity: which one a peer gets is not defined'],
    good: `
      crypto ikev2 profile STAFF
       match identity remote any
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
      crypto ikev2 profile GUESTS
       match fvrf GUESTS
       match identity remote any
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `,
  },
  'TW-IKE-010': {
    bad: `
      crypto ikev2 profile STAFF
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `,
    says: ['has no match of an identity or a certificate, so it is never chosen'],
    good: profile('authentication remote rsa-sig'),
  },
  'TW-IKE-011': {
    bad: `
      crypto ikev2 profile STAFF
       match identity remote key-id staff
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
      crypto ikev2 profile EVERYBODY
       match identity remote any
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `,
    says: ['matches every identity beside STAFF'],
    good: `
      crypto ikev2 profile EVERYBODY
       match identity remote any
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `,
  },
  'TW-IKE-012': {
    bad: `
      crypto ikev2 profile WAN
       match certificate SITEB
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
       lifetime 3600
      crypto ipsec profile WAN
       set security-association lifetime seconds 28800
       set ikev2-profile WAN
    `,
    says: ['its SAs live 28800 seconds, the IKE SA of WAN only 3600'],
    good: `
      crypto ikev2 profile WAN
       match certificate SITEB
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
       lifetime 28800
      crypto ipsec profile WAN
       set security-association lifetime seconds 28800
       set ikev2-profile WAN
    `,
  },
  'TW-IKE-013': {
    bad: profile(`authentication remote eap query-identity
       authentication local pre-share
       keyring local KEYS
       aaa authentication eap USERS`),
    says: ['its clients use EAP, and it proves itself by pre-share'],
    good: headend(''),
  },
  'TW-IKE-014': {
    bad: profile(`authentication remote eap
       authentication local rsa-sig
       pki trustpoint CA
       aaa authentication eap USERS`),
    says: ['its clients use EAP and are not asked who they are'],
    good: headend(''),
  },
  'TW-IKE-015': {
    bad: headend('anyconnect profile Client_Profile'),
    says: ['it is for AnyConnect, and the router offers certificates by URL'],
    good: `${headend('anyconnect profile Client_Profile')}
      no crypto ikev2 http-url cert
    `,
  },
  'TW-IKE-016': {
    bad: profile(`authentication remote pre-share
       authentication local pre-share
       keyring local KEYS
       reconnect`),
    says: ['reconnect does not go with pre-share, a keyring'],
    good: headend('reconnect'),
  },
  'TW-IKE-017': {
    bad: `
      crypto ikev2 proposal HALF
       encryption aes-gcm-256
       group 19
    `,
    says: ['has GCM and no PRF'],
    good: `
      crypto ikev2 proposal WHOLE
       encryption aes-gcm-256
       prf sha384
       group 19
    `,
  },
  'TW-IKE-018': {
    bad: profile(`authentication remote rsa-sig
       authentication local rsa-sig`),
    says: ['proves itself or its peers by certificate and names no trustpoint'],
    good: profile(`authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA`),
  },
  'TW-IKE-019': {
    bad: headend('aaa authorization group cert list HERE staff'),
    says: ['has authorization of the group for cert, and its peers prove themselves by eap'],
    good: headend('aaa authorization group eap list HERE staff'),
  },
  'TW-IKE-020': {
    bad: `
      vrf definition INET
       address-family ipv4
       exit-address-family
      crypto ikev2 profile WAN
       match certificate SITEB
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
      crypto ipsec profile WAN
       set ikev2-profile WAN
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination 203.0.113.93
       tunnel vrf INET
       tunnel protection ipsec profile WAN
    `,
    says: ['leaves by INET, and its profile WAN is for the global VRF'],
    good: `
      vrf definition INET
       address-family ipv4
       exit-address-family
      crypto ikev2 profile WAN
       match fvrf INET
       match certificate SITEB
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
      crypto ipsec profile WAN
       set ikev2-profile WAN
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel source GigabitEthernet0/0
       tunnel mode ipsec ipv4
       tunnel destination 203.0.113.93
       tunnel vrf INET
       tunnel protection ipsec profile WAN
    `,
  },
  'TW-IKE-021': {
    bad: `
      crypto ikev2 redirect gateway init
      crypto ikev2 cluster
       standby-group vpngw
       no shutdown
      interface Ethernet0/0
       ip address 10.0.0.11 255.255.255.0
       standby 1 ip 10.0.0.5
       standby 1 name gateways
    `,
    says: ['its HSRP group vpngw is on no interface'],
    good: `
      crypto ikev2 redirect gateway init
      crypto ikev2 cluster
       standby-group vpngw
       no shutdown
      interface Ethernet0/0
       ip address 10.0.0.11 255.255.255.0
       standby 1 ip 10.0.0.5
       standby 1 name vpngw
    `,
  },
  'TW-IKE-022': {
    bad: headend('dpd 30 2 periodic'),
    says: ['asks every session periodically whether it is there'],
    good: headend('dpd 30 2 on-demand'),
  },
  'TW-IKE-023': {
    bad: onInterface('inside'),
    says: ['is applied to outside, and IKEv2 is enabled only on inside'],
    good: onInterface('outside'),
  },
  'TW-IKE-024': {
    bad: innerVrf('RED', ''),
    says: ['has ivrf RED, and protects Tunnel0, which is not in it'],
    good: innerVrf('', 'vrf forwarding RED'),
  },
  'TW-IKE-025': {
    bad: `
      version 15.7
      crypto isakmp policy 10
       encr 3des
       hash md5
       authentication pre-share
       group 2
      crypto isakmp policy 20
       authentication pre-share
    `,
    says: [
      'the IKEv1 policy 10 has 3des, md5, group 2: broken or too short',
      'the IKEv1 policy 20 has des, group 1: broken or too short',
    ],
    good: `
      version 15.7
      crypto isakmp policy 10
       encr aes 256
       hash sha256
       authentication pre-share
       group 14
    `,
  },
  'TW-IKE-026': {
    bad: aggressive('aggressive group14'),
    says: ["'set ikev1 phase1-mode aggressive' gives a hash of the key to whoever asks"],
    good: aggressive('main'),
  },
  'TW-IKE-027': {
    bad: `
      ! asa
      ASA Version 9.18(2)
      crypto ikev1 enable outside
    `,
    says: ['IKEv1 is configured'],
    good: `
      ! asa
      ASA Version 9.18(2)
      crypto ikev2 enable outside
    `,
  },
  'TW-IKE-028': {
    bad: `
      ! asa
      ASA Version 9.18(2)
      tunnel-group DefaultL2LGroup ipsec-attributes
       ikev2 remote-authentication pre-shared-key *****
       ikev2 local-authentication pre-shared-key *****
    `,
    says: ['has a key, so all peers without a tunnel group of their own share it'],
    good: `
      ! asa
      ASA Version 9.18(2)
      tunnel-group 203.0.113.93 ipsec-attributes
       ikev2 remote-authentication pre-shared-key *****
       ikev2 local-authentication pre-shared-key *****
    `,
  },
};
