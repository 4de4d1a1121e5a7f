/** An ASA with tunnels, as `more system:running-config` prints it. */
export const asaConfig = `: Saved

: 
: Serial Number: LAB00000009
:
ASA Version 9.18(4) 
!
hostname branch-fw
domain-name example.net
names
ip local pool STAFF 192.168.9.1-192.168.9.99 mask 255.255.255.0
!
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 198.51.100.30 255.255.255.0
!
interface GigabitEthernet0/1
 nameif inside
 security-level 100
 ip address 10.60.0.1 255.255.0.0
!
interface Tunnel1
 nameif vti-a
 ip address 10.58.1.1 255.255.255.252
 tunnel source interface outside
 tunnel destination 203.0.113.9
 tunnel mode ipsec ipv4
 tunnel protection ipsec profile A
!
banner login watch ^C your ^C step
access-list SPLIT standard permit 10.60.0.0 255.255.0.0
access-list VPN-A extended permit ip 10.60.0.0 255.255.0.0 10.61.0.0 255.255.0.0
access-list VPN-B extended permit ip 10.60.0.0 255.255.0.0 10.62.0.0 255.255.0.0
route outside 0.0.0.0 0.0.0.0 198.51.100.1 1
route vti-a 10.63.0.0 255.255.0.0 10.58.1.2 1
aaa-server ISE protocol radius
aaa-server ISE (inside) host 10.60.0.20
 key RadiusKey1
crypto ipsec ikev2 ipsec-proposal AES
 protocol esp encryption aes-256
 protocol esp integrity sha-256
crypto ipsec ikev2 ipsec-proposal GCM
 protocol esp encryption aes-gcm-256
 protocol esp integrity null
crypto ipsec profile A
 set ikev2 ipsec-proposal GCM
 set pfs group19
crypto ipsec profile B
 set ikev2 ipsec-proposal AES
crypto map OUT 10 match address VPN-A
crypto map OUT 10 set peer 203.0.113.10 
crypto map OUT 10 set ikev2 ipsec-proposal AES
crypto map OUT 20 match address VPN-B
crypto map OUT 20 set peer 203.0.113.20 
crypto map OUT 20 set ikev2 ipsec-proposal GCM
crypto map OUT interface outside
crypto ikev2 policy 10
 encryption aes-256
 integrity sha256
 group 19
 prf sha256
 lifetime seconds 28800
crypto ikev2 policy 20
 encryption aes-gcm-256
 integrity null
 group 20
 prf sha384
 lifetime seconds 86400
crypto ikev2 enable outside
group-policy STAFF internal
group-policy STAFF attributes
 vpn-tunnel-protocol ikev2 
 split-tunnel-policy tunnelspecified
 split-tunnel-network-list value SPLIT
tunnel-group 203.0.113.10 type ipsec-l2l
tunnel-group 203.0.113.10 ipsec-attributes
 ikev2 remote-authentication pre-shared-key Remote^CKey1
 ikev2 local-authentication pre-shared-key Local^CKey1
tunnel-group 203.0.113.20 type ipsec-l2l
tunnel-group 203.0.113.20 ipsec-attributes
 ikev2 remote-authentication pre-shared-key RemoteKey2
 ikev2 local-authentication pre-shared-key LocalKey2
tunnel-group STAFF type remote-access
tunnel-group STAFF general-attributes
 address-pool STAFF
 authentication-server-group ISE
 default-group-policy STAFF
Cryptochecksum:d41d8cd98f00b204e9800998ecf8427e
: end
`;
