import { secretMarker } from '../../../model/secret';
import { callsOf, entriesFor, type Call } from '../../facts/ise-callers';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

const found = (call: Call): readonly Finding[] => {
  const { asked, key, engine } = call;
  const [entry] = entriesFor(call);
  if (key === undefined || entry === undefined) return [];
  const { radiusSharedSecret: first, secondRadiusSharedSecret: second } = entry.noun;
  const taken = [first, ...(second === undefined ? [] : [second])].map(secretMarker);
  return taken.includes(secretMarker(key))
    ? []
    : [
        createFinding(
          asked,
          `has the key ${secretMarker(key)}, and ${entry.name} of ${engine.id} has ${taken.join(' and ')}`,
          'write the same Secret at both',
        ),
      ];
};

export const otherIseSecret: Rule = {
  id: 'TW-ISE-002',
  title: 'Another RADIUS secret on the device than in ISE',
  why: 'Where the secrets differ ISE cannot read the password and drops the request or refuses everybody; the device only sees that the server does not answer (RFC 2865 section 3). They must be one secret.',
  packs: { correctness: 'error' },
  looksAt: ['ise-network-device', 'radius-server', 'aaa-server', 'duo-radius-client'],
  ofSeveral: true,
  check: (network) => callsOf(network).flatMap(found),
};
