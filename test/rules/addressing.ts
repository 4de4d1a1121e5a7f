import type { RuleExample } from '../support/rule-example';

export const addressing: Readonly<Record<string, RuleExample>> = {
  'TW-ADDR-001': {
    bad: `
      ip local pool STAFF 10.0.1.10 10.0.1.99
      ip local pool GUESTS 10.0.1.90 10.0.1.120
    `,
    says: ['10.0.1.90 to 10.0.1.120 shares addresses with the pool STAFF'],
    good: `
      ip local pool STAFF 10.0.1.10 10.0.1.99
      ip local pool GUESTS 10.0.1.100 10.0.1.120
    `,
  },
  'TW-ADDR-002': {
    bad: `
      ip local pool STAFF 192.168.11.10 192.168.11.99
      ip access-list standard SPLIT
       10 permit 192.168.11.0 0.0.0.255
      crypto ikev2 authorization policy staff
       pool STAFF
       route set access-list SPLIT
    `,
    says: ['lies in the protected network 192.168.11.0/24'],
    good: `
      ip local pool STAFF 192.168.13.10 192.168.13.99
      ip access-list standard SPLIT
       10 permit 192.168.11.0 0.0.0.255
      crypto ikev2 authorization policy staff
       pool STAFF
       route set access-list SPLIT
    `,
  },
  'TW-ADDR-003': {
    bad: `
      crypto ikev2 redirect gateway init
      crypto ikev2 cluster
       standby-group vpngw
       slave max-session 500
       no shutdown
      ip local pool STAFF 10.0.1.1 10.0.1.254
    `,
    says: ['has 254 addresses, and the gateway takes 500 sessions'],
    good: `
      crypto ikev2 redirect gateway init
      crypto ikev2 cluster
       standby-group vpngw
       slave max-session 254
       no shutdown
      ip local pool STAFF 10.0.1.1 10.0.1.254
    `,
  },
  'TW-ADDR-004': {
    bad: `
      ip local pool STAFF 192.0.2.10 192.0.2.99
      ip nat pool OUT 192.0.2.90 192.0.2.120 netmask 255.255.255.0
    `,
    says: ["has addresses that 'ip nat pool OUT 192.0.2.90 192.0.2.120 netmask 255.255.255.0' gives out"],
    good: `
      ip local pool STAFF 192.0.2.10 192.0.2.89
      ip nat pool OUT 192.0.2.90 192.0.2.120 netmask 255.255.255.0
      ip nat inside source static tcp 192.0.2.20 443 192.0.2.121 443
    `,
  },
};
