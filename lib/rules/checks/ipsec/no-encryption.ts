import { refusedBy, unencrypted } from '../../facts/algorithms';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const noEncryption: Rule = {
  id: 'TW-IPSEC-002',
  title: 'ESP that does not encrypt',
  why: '`esp-null` and GMAC protect traffic against change and show it to everybody on the way (RFC 2410, RFC 4543). In a VPN that is hardly ever meant.',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: ['ipsec-transform-set'],
  check: forEachResource('ipsec-transform-set', (set, device) => {
    const { encryption, furtherEncryption = [] } = set.noun;
    const open = [encryption, ...furtherEncryption].filter((cipher) => unencrypted.includes(cipher ?? ''));
    // TW-IKE-002 says it of a release that refuses them.
    const shown = open.filter((cipher) => !refusedBy(device).includes(cipher ?? ''));
    return shown.length === 0
      ? []
      : [createFinding(set, `${shown.join(', ')} does not encrypt`, "write encryption: 'aes-gcm-256'")];
  }),
};
