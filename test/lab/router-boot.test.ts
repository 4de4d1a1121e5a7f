import { boot } from '../../lib/lab/devices/iosxe/boot';
import { orderOf } from '../../lib/lab/devices/iosxe/grammar/order';
import { fieldLeads, rules } from '../../lib/lab/devices/iosxe/modes';
import { printConfig } from '../../lib/lab/devices/iosxe/show-config';

const dump = `version 17.9
service timestamps log datetime msec
!
hostname pune-edge
!
vrf definition INET
 rd 65000:1
 address-family ipv4
 exit-address-family
 !
!
aaa new-model
!
archive
 path bootflash:pune
 maximum 5
!
crypto pki trustpoint CA-INTERNAL
 enrollment terminal
 subject-name cn=pune-edge.example.net,o=Example
 revocation-check crl none
 rsakeypair PUNE 2048
!
crypto pki certificate map PEERS 10
 issuer-name co cn = ca-internal
!
crypto pki certificate map PEERS 20
 subject-name co ou = branches
!
crypto pki certificate chain CA-INTERNAL
 certificate 6F0000000A
  30820489 30820371 A0030201 02021300 0000000A
  30820489 30820371 A0030201 02021300 0000000A
  \tquit
 certificate ca 01
  30820310 308201F8
  \tquit
!
crypto ikev2 proposal STRONG${' '}
 encryption aes-gcm-256
 prf sha384
 group 19 20
!
crypto ikev2 policy POLICY
 match fvrf INET
 proposal STRONG
!
crypto ikev2 keyring KEYS
 peer mumbai
  address 192.0.2.7
  pre-shared-key local south
  pre-shared-key remote north
 !
 peer delhi
  address 192.0.2.8
  hostname delhi
  pre-shared-key 6 EABCDEFG
 !
!
crypto ikev2 profile SITES
 match fvrf INET
 match identity remote address 0.0.0.0${' '}
 match certificate PEERS
 identity local dn
 authentication remote rsa-sig
 authentication remote pre-share
 authentication local rsa-sig
 keyring local KEYS
 pki trustpoint CA-INTERNAL
 lifetime 28800
 dpd 30 5 on-demand
 aaa authorization group cert list LOCAL SITES
!
no crypto ikev2 http-url cert
!
crypto ipsec transform-set GCM esp-gcm 256${' '}
 mode tunnel
crypto ipsec transform-set SHA esp-aes 256 esp-sha384-hmac${' '}
 mode transport
!
crypto ipsec profile SITES
 set security-association lifetime seconds 7200
 set transform-set GCM SHA${' '}
 set pfs group19
 set ikev2-profile SITES
!
interface Loopback0
 ip address 10.255.0.1 255.255.255.255
!
interface Tunnel100
 description mumbai
 ip address 10.58.1.1 255.255.255.252
 ip mtu 1400
 ip tcp adjust-mss 1360
 ip ospf 1 area 0
 tunnel source GigabitEthernet0/0/0
 tunnel mode ipsec ipv4
 tunnel destination 192.0.2.7
 tunnel vrf INET
 tunnel protection ipsec profile SITES
!
interface GigabitEthernet0/0/0
 vrf forwarding INET
 ip address 198.51.100.9 255.255.255.0
 no ip redirects
 negotiation auto
 no mop enabled
!
interface GigabitEthernet0/0/1
 no ip address
 shutdown
 negotiation auto
!
interface Virtual-Template1 type tunnel
 ip unnumbered Loopback0
!
router ospf 1
 network 10.20.0.0 0.0.255.255 area 0
!
ip forward-protocol nd
!
no ip http server
!
ip route 10.30.0.0 255.255.0.0 Tunnel100 200
ip route 172.16.0.0 255.240.0.0 198.51.100.1
!
ip access-list extended SPLIT
 10 permit ip 10.20.0.0 0.0.255.255 any
!
somethingnew that nobody knows
 and its child
!
banner motd ^C
! no comment: part of the banner

  Authorised use only
^C
!
line vty 0 4
 login local
!
ntp server 198.51.100.5
!
end
`;

describe('a router that boots', () => {
  test('prints the configuration it booted with', () => {
    expect(printConfig(boot(dump), '17.9.5')).toBe(dump);
  });
  test('reads what it printed as the same', () => {
    const once = printConfig(boot(dump.replace(/^!\n/gm, '').replace(/\n/g, '\r\n')), '17.9.5');
    expect(printConfig(boot(once), '17.9.5')).toBe(once);
  });
  test('keeps the grammar order of the fields in its own tables', () => {
    for (const { grammar } of rules.filter((rule) => rule.kind !== undefined)) {
      if (grammar.form !== 'section') continue;
      const leads = fieldLeads(grammar.fields);
      const places = leads.map((lead) => orderOf(grammar.lead.join(' '), `${lead} x`, leads)?.[0] ?? -1);
      expect([grammar.lead, ...places]).toEqual([grammar.lead, ...[...places].sort((a, b) => a - b)]);
    }
  });
});
