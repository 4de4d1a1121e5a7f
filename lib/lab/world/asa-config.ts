/** A firewall with ASA software before its first tunnel: enrolled with its authority, inside and outside. */
export const asaConfig = `hostname asa
domain-name example.net
names
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 198.51.100.30 255.255.255.0
interface GigabitEthernet0/1
 nameif inside
 security-level 100
 ip address 10.60.0.1 255.255.0.0
access-group FROM-OUTSIDE in interface outside
access-list FROM-OUTSIDE extended permit icmp any any
route outside 0.0.0.0 0.0.0.0 198.51.100.1 1
aaa-server OTHERS protocol radius
aaa-server OTHERS (inside) host 10.60.0.250
 key others
crypto ipsec ikev2 ipsec-proposal OTHERS
 protocol esp encryption aes-256
 protocol esp integrity sha-1
crypto ca trustpoint CA-INTERNAL
 enrollment terminal
 fqdn asa.example.net
 crl configure
crypto ca certificate chain CA-INTERNAL
 certificate 01
  308202 lab
  quit
crypto ikev2 policy 1
 encryption aes-256
 integrity sha256
 group 14
 prf sha256
 lifetime seconds 86400
ssh 192.0.2.0 255.255.255.0 inside
ntp server 192.0.2.123
group-policy OTHERS internal
username lab password $sha512$5000$lab pbkdf2 privilege 15
tunnel-group 192.0.2.77 type ipsec-l2l
tunnel-group 192.0.2.77 ipsec-attributes
 ikev2 remote-authentication pre-shared-key others
`;
