import type { RuleExample } from '../support/rule-example';

const entry = (sequence: number, peer: string, there: string): string => `
      access-list TO-${sequence} extended permit ip 10.20.0.0 255.255.0.0 ${there}
      crypto map WAN ${sequence} match address TO-${sequence}
      crypto map WAN ${sequence} set peer ${peer}
      crypto map WAN ${sequence} set ikev2 ipsec-proposal GCM`;
const asa = (lines: string): string => `
      ! asa
      ASA Version 9.18(2)
      crypto ipsec ikev2 ipsec-proposal GCM
       protocol esp encryption aes-gcm-256
       protocol esp integrity null
      ${lines.trim()}
      crypto map WAN interface outside
      crypto ikev2 enable outside
    `;
const group = (peer: string): string => `
      tunnel-group ${peer} type ipsec-l2l
      tunnel-group ${peer} ipsec-attributes
       ikev2 remote-authentication pre-shared-key *****
       ikev2 local-authentication pre-shared-key *****`;

const narrow = '10.30.4.0 255.255.255.0';
const wide = '10.30.0.0 255.255.0.0';

export const cryptoMaps: Readonly<Record<string, RuleExample>> = {
  'TW-MAP-001': {
    bad: asa(`${entry(10, '203.0.113.93', wide)}${group('203.0.113.39')}`),
    says: ['its peer 203.0.113.93 has no tunnel group, so there is no key for it'],
    good: asa(`${entry(10, '203.0.113.93', wide)}${group('203.0.113.93')}`),
  },
  'TW-MAP-002': {
    bad: asa(`
      crypto map WAN 10 match address TO-10
      crypto map WAN 10 set ikev2 ipsec-proposal GCM
      crypto map WAN 20 set peer 203.0.113.93
      crypto map WAN 20 set ikev2 ipsec-proposal GCM`),
    says: ['has no peer, so it protects nothing', 'has no access list, so it protects nothing'],
    good: asa(entry(10, '203.0.113.93', wide)),
  },
  'TW-MAP-003': {
    bad: asa(`${entry(10, '203.0.113.93', wide)}${entry(20, '203.0.113.94', narrow)}`),
    says: [
      '10.20.0.0/16 to 10.30.4.0/24 is protected by WAN/10 already, which has 10.20.0.0/16 to 10.30.0.0/16: it is never used',
    ],
    good: asa(`${entry(10, '203.0.113.93', narrow)}${entry(20, '203.0.113.94', wide)}`),
  },
};
