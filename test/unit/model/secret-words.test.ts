import { leadOfSecret, masked } from '../../../lib/model/secret';

/** Every `KEY…` here is a secret: none of it may be left, and what stands before it may. */
test.each([
  ['ldap-login-password KEY', 'ldap-login-password'],
  ['radius-common-pw KEY', 'radius-common-pw'],
  ['pre-shared-key KEY', 'pre-shared-key'],
  ['ikev1 pre-shared-key KEY', 'ikev1 pre-shared-key'],
  ['ikev2 remote-authentication pre-shared-key hex KEY', 'ikev2 remote-authentication pre-shared-key hex'],
  ['ikev2 local-authentication pre-shared-key 0 KEY', 'ikev2 local-authentication pre-shared-key 0'],
  ['isakmp key KEY address 192.0.2.1 netmask 255.255.255.255', 'isakmp key'],
  ['crypto isakmp key KEY address 192.0.2.1', 'crypto isakmp key'],
  ['enable password KEY encrypted', 'enable password'],
  ['passwd KEY encrypted', 'passwd'],
  ['username ann password KEY pbkdf2 privilege 15', 'username ann password'],
  ['failover key hex KEY', 'failover key'],
  ['failover ipsec pre-shared-key KEY', 'failover ipsec pre-shared-key'],
  ['snmp-server host inside 192.0.2.9 community KEY version 2c', 'snmp-server host inside 192.0.2.9 community'],
  ['snmp-server host inside 192.0.2.9 poll community KEY', 'snmp-server host inside 192.0.2.9 poll community'],
  ['snmp-server user nms G v3 auth sha KEY priv aes 128 KEY', 'snmp-server user nms G v3 auth sha'],
  [
    'snmp-server user nms G v3 engineID 80 encrypted auth sha256 KEY',
    'snmp-server user nms G v3 engineID 80 encrypted auth sha256',
  ],
  ['ntp authentication-key 1 md5 KEY', 'ntp authentication-key 1 md5'],
  ['ospf message-digest-key 1 md5 KEY', 'ospf message-digest-key 1 md5'],
  ['ospf authentication-key KEY', 'ospf authentication-key'],
  ['authentication key eigrp 1 KEY key-id 1', 'authentication key eigrp 1'],
  ['neighbor 192.0.2.1 password KEY', 'neighbor 192.0.2.1 password'],
  ['aaa-server RAD (inside) host 192.0.2.1 KEY timeout 10', 'aaa-server RAD (inside) host 192.0.2.1'],
  ['vpnclient vpngroup G password KEY', 'vpnclient vpngroup G password'],
  [
    'crypto map M 10 set session-key inbound esp 256 cipher KEY authenticator KEY',
    'crypto map M 10 set session-key inbound esp 256 cipher',
  ],
  ['policy-server-secret KEY', 'policy-server-secret'],
  ['ipv6 ospf authentication ipsec spi 256 md5 KEY', 'ipv6 ospf authentication ipsec spi 256'],
  ['license 0123456789ABCDEF0123456789ABCDEF', 'license'],
])('%s', (line, lead) => {
  expect(leadOfSecret(line)).toBe(lead);
  expect(masked(line)).toBe(`${lead} <secret:other>`);
});

test('user and password of a URL are taken out of it, and the rest stays', () => {
  expect(masked('enrollment url http://ann:KEY@ca.example.net/scep')).toBe(
    'enrollment url http://<secret:other>@ca.example.net/scep',
  );
  expect(leadOfSecret('enrollment url http://ann:KEY@ca.example.net/scep')).toBe('enrollment url');
});

test.each([
  'password-storage disable',
  'password-management password-expire-in-days 10',
  'set ikev2 local-identity key-id edge',
  'ssh key-exchange group dh-group14-sha256',
  'crypto isakmp identity key-id edge',
  'neighbor 192.0.2.1 send-community both',
  'enrollment url http://ca.example.net:8080/scep',
  'license smart',
])('%s holds none', (line) => expect(masked(line)).toBe(line));
