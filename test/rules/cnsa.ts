import type { RuleExample } from '../support/rule-example';

export const cnsa: Readonly<Record<string, RuleExample>> = {
  'TW-CNSA-001': {
    pack: 'cnsa-1',
    bad: `
      crypto ikev2 proposal P
       encryption aes-gcm-256
       prf sha384
       group 19
      crypto ikev2 policy P
       proposal P
    `,
    says: ['has group 19, which CNSA 1.0 does not have'],
    good: `
      crypto ikev2 proposal P
       encryption aes-gcm-256
       prf sha384
       group 20
      crypto ikev2 policy P
       proposal P
    `,
  },
  'TW-CNSA-002': {
    pack: 'cnsa-2',
    bad: `
      version 26.1
      crypto ikev2 proposal P
       encryption aes-gcm-256
       prf sha384
       group 20
       pqc mlkem768
    `,
    says: ['its post-quantum key exchange is mlkem768'],
    good: `
      version 26.1
      crypto ikev2 proposal P
       encryption aes-gcm-256
       prf sha384
       group 20
       pqc mlkem1024
    `,
  },
};
