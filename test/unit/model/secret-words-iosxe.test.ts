import { masked } from '../../../lib/model/secret';

/** Lines of IOS-XE with their secrets as `KEY`: none of them may be left. */
test.each([
  'client 192.0.2.1 server-key 7 KEY',
  'client 192.0.2.1 vrf GREEN server-key KEY',
  'server-key KEY',
  'snmp-server host 192.0.2.9 KEY',
  'snmp-server host 192.0.2.9 vrf BLUE version 2c KEY',
  'snmp-server host 192.0.2.9 informs version 1 KEY config',
  'snmp-server user nms G v3 auth sha KEY priv aes 128 KEY',
  'snmp-server user nms G remote 192.0.2.9 v3 auth sha256 KEY',
  'snmp-server user nms G v3 encrypted auth md5 KEY priv des56 KEY',
  'snmp mib community-map KEY engineid 80',
  'ipv6 ospf authentication ipsec spi 256 md5 KEY',
  'ospfv3 encryption ipsec spi 300 esp aes-cbc 128 KEY sha1 KEY',
  'area 0 virtual-link 192.0.2.1 message-digest-key 1 md5 KEY',
  'event manager environment _token KEY',
  'security wpa psk set-key ascii 0 KEY',
  'wpa-psk ascii 0 KEY',
  'standby 10 authentication KEY',
  'standby authentication KEY',
  'vrrp 1 authentication md5 key-string KEY',
  'authentication mode hmac-sha-256 KEY',
  'area-password KEY',
  'sap pmk KEY',
  'ppp chap password 0 KEY',
  'ppp pap sent-username ann password 0 KEY',
  'l2tp tunnel password KEY',
  'ip nhrp authentication KEY',
  'crypto isakmp key 6 KEY address 192.0.2.1',
  'pre-shared-key address 192.0.2.0 255.255.255.0 key KEY',
  'enable algorithm-type scrypt secret KEY',
  'username ann privilege 15 secret 9 KEY',
  'ntp authentication-key 5 hmac-sha2-256 KEY 7',
  'mail-server ann:KEY@192.0.2.25 priority 1',
  'path ftp://ann:KEY@192.0.2.25/edge',
  'license smart register idtoken KEY force',
  'authentication local eap mschapv2 username ann password 6 KEY',
  'ppk manual id blue key 6 KEY required',
  'aaa authorization group eap list L password 6 KEY',
  'set session-key outbound ah 300 KEY',
])('%s', (line) => {
  expect(masked(line)).not.toContain('KEY');
  expect(masked(line)).toContain('<secret:other>');
});

test.each([
  'snmp-server enable traps ipsec tunnel start',
  'authentication pre-share',
  'authentication remote rsa-sig',
  'standby 10 priority 110',
  'aaa authentication login default local',
  'ip ospf authentication message-digest',
  'event manager applet FLAP authorization bypass',
  'ip ssh pubkey-chain',
])('%s holds none', (line) => expect(masked(line)).toBe(line));
