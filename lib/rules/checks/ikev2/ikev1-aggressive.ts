import { aggressiveIkev1 } from '../../facts/ikev1';
import { atLine } from '../../engine/line-path';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const ikev1Aggressive: Rule = {
  id: 'TW-IKE-026',
  title: 'IKEv1 in aggressive mode',
  why: 'In aggressive mode a hash of the pre-shared key goes out before the peer has proved anything: whoever asks gets it, and tries keys at home until one fits (RFC 2409 section 5.4; CVE-2002-1623).',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: [],
  check: forEachDevice((device) =>
    aggressiveIkev1(device).map(({ line, name }) =>
      createFinding(
        atLine(device, line),
        `'${name}' gives a hash of the key to whoever asks`,
        'move the tunnel to IKEv2; until then main mode',
      ),
    ),
  ),
};
