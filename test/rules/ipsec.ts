import type { RuleExample } from '../support/rule-example';

export const ipsec: Readonly<Record<string, RuleExample>> = {
  'TW-IPSEC-001': {
    bad: `
      crypto ipsec transform-set TS esp-aes 256
       mode tunnel
    `,
    says: ['has aes-cbc-256 and no integrity'],
    good: `
      crypto ipsec transform-set TS esp-gcm 256
       mode tunnel
    `,
  },
  'TW-IPSEC-002': {
    bad: `
      version 17.9
      crypto ipsec transform-set ESP-NULL esp-null esp-sha256-hmac
       mode tunnel
    `,
    says: ['null does not encrypt'],
    good: `
      version 17.9
      crypto ipsec transform-set AES esp-aes 256 esp-sha256-hmac
       mode tunnel
    `,
  },
  'TW-IPSEC-003': {
    pack: 'field-guide',
    bad: `
      crypto ipsec profile WAN
       set transform-set TS
       set ikev2-profile WAN
    `,
    says: ['says no lifetime, so each end has the default of its make'],
    good: `
      crypto ipsec profile WAN
       set security-association lifetime seconds 3600
       set transform-set TS
       set ikev2-profile WAN
    `,
  },
  'TW-IPSEC-004': {
    pack: 'field-guide',
    bad: `
      crypto ipsec profile WAN
       set transform-set TS
       set ikev2-profile WAN
    `,
    says: ['has no perfect forward secrecy'],
    good: `
      crypto ipsec profile WAN
       set transform-set TS
       set pfs group19
       set ikev2-profile WAN
    `,
  },
};
