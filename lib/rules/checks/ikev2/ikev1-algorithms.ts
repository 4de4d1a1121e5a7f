import { weakIkev1 } from '../../facts/ikev1';
import { atLine } from '../../engine/line-path';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const ikev1Algorithms: Rule = {
  id: 'TW-IKE-025',
  title: 'IKEv1 with an algorithm that is broken or too short',
  why: 'DES, 3DES, MD5 and Diffie-Hellman groups 1, 2, 5 and 24 protect nothing of value any more, and IOS-XE 17.11 and ASA 9.15 refuse them: the tunnel is gone after the upgrade (RFC 8247; Cisco field notice FN72510). A policy of IOS that says no encryption or no group has DES and group 1.',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: [],
  check: forEachDevice((device) =>
    weakIkev1(device).map(({ line, name, words }) =>
      createFinding(
        atLine(device, line),
        `the ${name} has ${words.join(', ')}: broken or too short`,
        'move the tunnel to IKEv2 with aes-gcm-256 and group 19; until then AES, SHA-256 and group 14',
      ),
    ),
  ),
};
