import { Fmc, Login, Realm, Secret, TrustedCa, type VpnStack } from 'tunnelwright';
import type { RuleExample } from '../support/rule-example';

const login = (method: string, extra = ''): string => `
      aaa group server radius ISE
       server name ise1
      aaa authentication login USERS ${method}
      radius server ise1
       address ipv4 192.0.2.10 auth-port 1812 acct-port 1813
       timeout 120
       key cisco
      crypto ikev2 profile STAFF
       match identity remote key-id staff
       authentication remote eap query-identity${extra}
       authentication local rsa-sig
       pki trustpoint CA
       aaa authentication eap USERS
    `;
const asks = (lines: string): string => `
      aaa authorization network ISE group radius
      crypto ikev2 profile STAFF
       match certificate STAFF
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
       aaa authorization user cert list ISE
       ${lines}
    `;

const realm =
  (how: { readonly encryption?: 'none' }) =>
  (stack: VpnStack): void => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const tls = how.encryption ? {} : { authority: TrustedCa.fromExisting(fmc, 'ca', 'CORP-ROOT') };
    new Realm(fmc, 'staff', {
      type: 'ad',
      domain: 'example.net',
      user: { name: 'vpn@example.net', password: Secret.fromEnv('DIRECTORY') },
      baseDn: 'dc=example,dc=net',
      groupDn: 'dc=example,dc=net',
      servers: [{ host: 'dc-1.example.net', ...how, ...tls }],
    });
  };

export const aaa: Readonly<Record<string, RuleExample>> = {
  'TW-AAA-001': {
    bad: `
      username admin privilege 15 secret 9 $9$x
      aaa new-model
      aaa authentication login default group radius
    `,
    says: ['the login list default asks servers alone: when they are away nobody can log in'],
    good: `
      username admin privilege 15 secret 9 $9$x
      aaa new-model
      aaa authentication login default group radius local
    `,
  },
  'TW-AAA-002': {
    bad: login('local'),
    says: ['its clients use EAP, and the list USERS asks no RADIUS server'],
    good: login('group ISE'),
  },
  'TW-AAA-003': {
    bad: login('group ISE', ' timeout 60'),
    says: ['waits 60 seconds for EAP, and 120 for the RADIUS server ise1'],
    good: login('group ISE', ' timeout 120'),
  },
  'TW-AAA-004': {
    bad: asks('dpd 30 2 on-demand'),
    says: ['the servers of ISE say what peers may have, and do not learn of sessions'],
    good: asks('aaa accounting cert ACCT'),
  },
  'TW-AAA-005': {
    bad: realm({ encryption: 'none' }),
    says: ['dc-1.example.net is asked without encryption: passwords of users cross the network as they are typed'],
    good: realm({}),
  },
};
