import { spokenIkev1 } from '../../facts/ikev1';
import { atLine } from '../../engine/line-path';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const ikev1Spoken: Rule = {
  id: 'TW-IKE-027',
  title: 'A device that speaks IKEv1',
  why: 'IKEv1 was retired in 2023: its successor is from 2005, and nothing of what was learned since is in it (RFC 9395). Where IKEv2 stands beside it, an attacker asks for the older one.',
  packs: { correctness: 'note', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: [],
  check: forEachDevice((device) => {
    const spoken = spokenIkev1(device);
    return spoken === undefined
      ? []
      : [
          createFinding(
            atLine(device, spoken.line),
            'IKEv1 is configured',
            'move its tunnels to IKEv2, and take it out then',
          ),
        ];
  }),
};
