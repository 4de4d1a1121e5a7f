import {
  Fmc,
  FtdGroupPolicy,
  Login,
  RaConnectionProfile,
  LocalRealmUser,
  RaLocalRealm,
  Realm,
  RemoteAccessPolicy,
  type VpnStack,
  Secret,
  TrustedCa,
} from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

const windows = (set: string, policy = ''): string => `
      ip access-list standard SPLIT
       10 permit 192.168.11.0 0.0.0.255
      ip local pool STAFF 192.168.13.10 192.168.13.99
      aaa authorization network HERE local
      crypto ikev2 authorization policy staff
       pool STAFF
       ${policy || 'dns 192.0.2.53'}
      crypto ikev2 profile WINDOWS
       match identity remote email domain example.net
       authentication remote eap query-identity
       authentication local rsa-sig
       pki trustpoint CA
       aaa authentication eap USERS
       aaa authorization group eap list HERE staff
      crypto ipsec transform-set TS ${set}
      crypto ipsec profile WINDOWS
       set transform-set TS
       set ikev2-profile WINDOWS
    `;
const tls = (certificates: string): string => `
      ! asa
      ASA Version 9.18(2)
      crypto ca trustpoint VPN
       enrollment terminal
      ${certificates}
      webvpn
       enable outside
       enable dmz
       anyconnect image disk0:/client-win-5.0.pkg 1
       anyconnect enable
    `;
const sslPolicy = (server: string): string => `
      crypto ssl policy ssl-server
       pki trustpoint TP_AnyConnect sign
       ip address local 198.51.100.10 port 443
       no shutdown
      ${server}ip http secure-server
    `;
const headend = (policy: string): string => `
      crypto ikev2 profile STAFF
       match identity remote key-id staff
       authentication remote eap query-identity
       authentication local rsa-sig
       pki trustpoint CA
       aaa authentication eap USERS
      crypto ssl policy ssl-server
       pki trustpoint CA sign
       ip address local 198.51.100.10 port 443
       ${policy}
      no ip http secure-server
    `;

const profileFor = (name: string, match: string): string => `
      crypto ikev2 profile ${name}
       match identity remote ${match}
       authentication remote eap query-identity
       authentication local rsa-sig
       pki trustpoint CA
       aaa authentication eap USERS
    `;

const services = (image: string): string => `
      ! asa
      ASA Version 9.18(2)
      crypto ikev2 enable outside client-services port 443
      webvpn
       enable outside
       anyconnect enable
       ${image}
    `;
const group = (line: string, servers: string): string => `
      ! asa
      ASA Version 9.18(2)
      ip local pool STAFF 10.60.0.10-10.60.0.99 mask 255.255.255.0
      group-policy STAFF internal
      group-policy STAFF attributes
       ${line}
       vpn-tunnel-protocol ikev2
      tunnel-group STAFF type remote-access
      tunnel-group STAFF general-attributes
       authentication-server-group ${servers}
       default-group-policy STAFF
    `;
const allows = (protocols: string): string => `
      ! asa
      ASA Version 9.18(2)
      group-policy SITES internal
      group-policy SITES attributes
       vpn-tunnel-protocol ${protocols}
      tunnel-group 203.0.113.93 type ipsec-l2l
      tunnel-group 203.0.113.93 general-attributes
       default-group-policy SITES
      tunnel-group 203.0.113.93 ipsec-attributes
       ikev2 remote-authentication pre-shared-key *****
       ikev2 local-authentication pre-shared-key *****
    `;

const local =
  (given: 'none' | 'realm') =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const policy = RemoteAccessPolicy.fromExisting(fmc, 'policy', 'STAFF');
    const groupPolicy = FtdGroupPolicy.fromExisting(fmc, 'group', 'GP-STAFF');
    const guests = { policy, groupPolicy, authentication: 'aaa', server: 'local' } as const;
    const profile = new RaConnectionProfile(fmc, 'guests', guests);
    const users = new Realm(
      fmc,
      given === 'realm' ? 'guest-users' : 'directory',
      given === 'realm'
        ? { type: 'local' }
        : {
            type: 'ad',
            domain: 'corp.example.net',
            user: { name: 'vpn', password: Secret.fromEnv('DIRECTORY') },
            baseDn: 'dc=corp,dc=example,dc=net',
            groupDn: 'dc=corp,dc=example,dc=net',
            servers: [{ host: 'dc-1.corp.example.net', authority: TrustedCa.fromExisting(fmc, 'ca', 'ROOT') }],
          },
    );
    new LocalRealmUser(fmc, 'anna', { realm: users, user: 'anna', password: Secret.fromEnv('ANNA') });
    if (given === 'none') return;
    new RaLocalRealm(fmc, 'local', { policy, realm: users, profiles: [profile] });
  };

export const remoteAccess: Readonly<Record<string, RuleExample>> = {
  'TW-RA-001': {
    bad: windows('esp-aes esp-sha256-hmac'),
    says: ['protects users of Windows with aes-cbc-128'],
    good: windows('esp-aes 256 esp-sha256-hmac'),
  },
  'TW-RA-002': {
    bad: windows('esp-aes 256 esp-sha256-hmac', 'route set access-list SPLIT'),
    says: ['gives routes that the client of Windows does not take'],
    good: windows('esp-aes 256 esp-sha256-hmac'),
  },
  'TW-RA-003': {
    bad: sslPolicy(''),
    says: ['listens on port 443, where the HTTPS server of the device is'],
    good: sslPolicy('no '),
  },
  'TW-RA-004': {
    pack: 'nsa-cisa-remote-access',
    bad: headend('no shutdown'),
    says: ['the SSL policy listens although users come by IPsec'],
    good: headend('shutdown'),
  },
  'TW-RA-005': {
    bad: `${profileFor('STAFF', 'address 0.0.0.0')}${profileFor('GUESTS', 'email domain guests.example.net')}`,
    says: ['is not found by Windows, which says its IP address and so comes to STAFF'],
    good: `${profileFor('STAFF', 'address 0.0.0.0')}${profileFor('GUESTS', 'key-id guests')}`,
  },
  'TW-RA-006': {
    bad: services(''),
    says: [
      'offers client services, and the ASA has no client image',
      'lets AnyConnect in, and the ASA has no client image',
    ],
    good: services('anyconnect image disk0:/client-win-5.0.pkg 1'),
  },
  'TW-RA-007': {
    bad: group('dns-server value 10.20.0.53', 'LOCAL'),
    says: ['neither the tunnel group nor its policy has an address pool, and no server gives addresses'],
    good: group('address-pools value STAFF', 'LOCAL'),
  },
  'TW-RA-008': {
    bad: allows('ikev1 l2tp-ipsec'),
    says: ['allows ikev1 and l2tp-ipsec alone, and the peers of 203.0.113.93 come by IKEv2'],
    good: allows('ikev1 ikev2'),
  },
  'TW-RA-009': {
    bad: tls('ssl trust-point VPN outside'),
    says: ['listens for TLS at dmz, which has no certificate'],
    good: tls('ssl trust-point VPN outside\n      ssl trust-point VPN dmz'),
  },
  'TW-RA-010': {
    bad: local('none'),
    says: [
      "its realm directory is of type 'ad', whose users its directory has",
      'it asks local users, and its policy STAFF has no local realm',
    ],
    good: local('realm'),
  },
};
