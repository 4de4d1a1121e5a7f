/** An edge router before its first tunnel: enrolled with its authority, an archive, an interface to the internet. */
export const edgeConfig = `hostname edge
!
no aaa new-model
!
ip domain name example.net
!
crypto pki trustpoint CA-INTERNAL
 enrollment terminal
 subject-name cn=edge.example.net
 revocation-check crl
 rsakeypair CA-INTERNAL 3072
!
archive
 path bootflash:archive
 maximum 14
!
username lab privilege 15 secret 9 $9$labonly
!
interface GigabitEthernet0/0
 description internet
 ip address 198.51.100.10 255.255.255.0
!
interface GigabitEthernet0/1
 description inside
 ip address 10.20.0.1 255.255.0.0
!
ip route 0.0.0.0 0.0.0.0 198.51.100.1
!
ntp server 192.0.2.123
!
line vty 0 4
 login local
 transport input ssh
!
end
`;
