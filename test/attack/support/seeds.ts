/** Texts of each format, written for the fuzzer: short, and with what is particular about the format. */
export const seeds = {
  router: [
    `Building configuration...

Current configuration : 611 bytes
!
version 17.9
hostname edge
banner motd ^C
authorised staff only
^C
aaa new-model
aaa authentication login default local
crypto ikev2 proposal P
 encryption aes-gcm-256
 prf sha384
 group 19 20
!
crypto ikev2 keyring K
 peer one
  address 203.0.113.9
  pre-shared-key local 6 ABCDEFGH
  pre-shared-key remote 0822455D0A16
 !
!
interface Tunnel100
 description to Pune
 ip address 10.58.1.1 255.255.255.252
 no ip redirects
 ip mtu 1400
 tunnel source GigabitEthernet0/0
 tunnel mode ipsec ipv4
 tunnel destination 203.0.113.93
 tunnel protection ipsec profile P
!
ip access-list extended A
 10 permit ip 10.0.0.0 0.255.255.255 any
 20 deny tcp any host 192.0.2.1 range 1 65535
ip local pool POOL 10.0.0.1 10.0.0.9 group G
ip route vrf BLUE 10.30.0.0 255.255.0.0 Tunnel100 10 name x
router bgp 65000
 address-family ipv4 vrf BLUE
  network 10.0.0.0 mask 255.255.0.0
 exit-address-family
end
`,
  ],
  firewall: [
    `: Saved
: Serial Number: LAB
ASA Version 9.18(4)
hostname asa
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 198.51.100.30 255.255.255.0
!
object network net-10.20.0.0-16
 subnet 10.20.0.0 255.255.0.0
nat (inside,outside) source static a a destination static b b no-proxy-arp route-lookup
access-list A extended permit ip object a object b
crypto ipsec ikev2 ipsec-proposal P
 protocol esp encryption aes-gcm-256
 protocol esp integrity null
crypto map MAP 10 match address A
crypto map MAP 10 set peer 203.0.113.9 203.0.113.10
crypto map MAP interface outside
crypto ikev2 policy 10
 encryption aes-gcm-256
 integrity null
 group 21 20 19
 prf sha384
 lifetime seconds 28800
tunnel-group T type ipsec-l2l
tunnel-group T ipsec-attributes
 ikev2 remote-authentication pre-shared-key *****
 ikev2 local-authentication pre-shared-key key
group-policy G internal
group-policy G attributes
 banner value welcome to the ^C network
 vpn-tunnel-protocol ikev2
Cryptochecksum:0123456789abcdef
: end
`,
  ],
  shows: [
    `Crypto session current status

Interface: Tunnel100
Profile: P
Session status: UP-ACTIVE
Peer: 203.0.113.93 port 500
  Session ID: 1
  IKEv2 SA: local 198.51.100.10/500 remote 203.0.113.93/500 Active
  IPSEC FLOW: permit ip 0.0.0.0/0.0.0.0 0.0.0.0/0.0.0.0
        Active SAs: 2, origin: crypto map
`,
    `IKEv2 SAs:

Session-id:1, Status:UP-ACTIVE, IKE count:1, CHILD count:1

Tunnel-id Local              Remote             Status         Role
  3686011 198.51.100.30/500  203.0.113.93/500   READY    INITIATOR
`,
    '% Invalid input detected at `^` marker.\n   ^\n% Incomplete command.\n',
    'Time configured: 10:00:00 UTC Mon Jan 1 2024\nTimer type: absolute timer\nTimer value: 5 min\nUser: lab\n',
  ],
  pki: [
    `% Key pair was generated at: 10:00:00 UTC Jan 1 2024
Key name: EDGE
Key type: RSA KEYS
 Storage Device: private-config
 Usage: General Purpose Key
 Key is not exportable.
 Key Data:
  305C300D 06092A86 4886F70D 01010105 00034B00 30480241 00C5A2E0 5F3B0BAA
  9B7B5F6B 6D6A7D3C 1F020301 0001
`,
    `crypto pki certificate chain CA-INTERNAL
 certificate 01
  30820120 3081C7A0 03020102 02010130 0A06082A 8648CE3D 04030230 0D310B30
  	quit
 certificate ca 02
  30820120 3081C7A0 03020102 02010230
  	quit
`,
    `Certificate
  Status: Available
  Certificate Serial Number (hex): 01
  Certificate Usage: General Purpose
  Issuer:
    cn=CA-INTERNAL
  Subject:
    Name: edge.example.net
    cn=edge.example.net
  Validity Date:
    start date: 10:00:00 UTC Jan 1 2024
    end   date: 10:00:00 UTC Jan 1 2027
  Associated Trustpoints: CA-INTERNAL
`,
    `Trustpoint CA-INTERNAL:
  Issuing CA certificate configured:
    Subject Name:
     cn=CA-INTERNAL
    Fingerprint MD5: 00112233 44556677 8899AABB CCDDEEFF
    Fingerprint SHA1: 00112233 44556677 8899AABB CCDDEEFF 00112233
  Router General Purpose certificate configured:
  Last enrollment status: Granted
  State:
    Keys generated ............. Yes (General Purpose, non-exportable)
    Issuing CA authenticated ....... Yes
    Certificate request(s) ..... Yes
`,
  ],
  authproxy: [
    `; of the proxy
[main]
debug=true
log_dir = /var/log/duo
[ad_client]
host=192.0.2.10
service_account_username=duo
service_account_password=a;secret#with=signs
search_dn=DC=example,DC=net
[radius_server_auto]
ikey=DIXXXXXXXXXXXXXXXXXX
skey=0123456789
api_host=api-lab.duosecurity.com
radius_ip_1=192.0.2.1
radius_secret_1=shared
  and more of it
failmode=safe
client=ad_client
port=1812
`,
  ],
  knownHosts: [
    `# hosts
192.0.2.1,edge.example.net ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==
[192.0.2.1]:2222 ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB
*.example.net,!bad.example.net,192.0.2.? ecdsa-sha2-nistp256 AAAAE2VjZHNh
|1|c2FsdHNhbHQ=|aGFzaGhhc2g= ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB==
@revoked 192.0.2.1 ssh-rsa AAAAB3NzaC1yc2EAAAADAQAC
@cert-authority *.example.net ssh-rsa AAAAB3NzaC1yc2EAAAADAQAD
`,
  ],
  duoUsers: [
    {
      user_id: 'DU1',
      username: 'amit',
      realname: 'Amit',
      email: 'amit@example.net',
      status: 'active',
      notes: '',
      groups: [{ group_id: 'DG1', name: 'vpn' }],
      phones: [{ phone_id: 'DP1', number: '+911234567890' }],
    },
    { user_id: 'DU2', username: 'li', groups: [], phones: [] },
  ],
} as const;
