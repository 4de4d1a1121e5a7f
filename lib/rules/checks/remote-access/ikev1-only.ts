import type { Resource } from '../../../model/network';
import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

const isOld = (protocol: string): boolean => protocol === 'ikev1' || protocol === 'l2tp-ipsec';

/** Tunnel groups of a policy whose peers prove themselves by IKEv2. */
const speaking = (policy: Resource<'asa-group-policy'>, device: DeviceView): readonly string[] =>
  device.users(policy).flatMap((user) => {
    if (user.kind !== 'tunnel-group') return [];
    const { ipsec } = user.noun as Resource<'tunnel-group'>['noun'];
    const own = [
      ipsec?.localKey,
      ipsec?.remoteKey,
      ipsec?.localCertificate,
      ipsec?.remoteCertificate,
      ipsec?.remoteEap,
    ];
    return own.some((each) => each !== undefined) ? [user.name] : [];
  });

export const ikev1Only: Rule = {
  id: 'TW-RA-008',
  title: 'A group policy that allows IKEv1 alone',
  why: '`vpn-tunnel-protocol ikev1` lets nobody in by IKEv2: peers that prove themselves by it are refused after they did (`Tunnel Rejected: the required tunneling protocol is not allowed`). IKEv1 itself was retired in 2023 (RFC 9395).',
  packs: { correctness: 'warning', 'nsa-cisa-remote-access': 'error', 'field-guide': 'error' },
  looksAt: ['asa-group-policy', 'tunnel-group'],
  check: forEachResource('asa-group-policy', (policy, device) => {
    const { tunnelProtocols = [] } = policy.noun;
    if (tunnelProtocols.length === 0 || !tunnelProtocols.every(isOld)) return [];
    const groups = speaking(policy, device);
    return [
      createFinding(
        policy,
        groups.length === 0
          ? `allows ${tunnelProtocols.join(' and ')} alone`
          : `allows ${tunnelProtocols.join(' and ')} alone, and the peers of ${groups.join(', ')} come by IKEv2`,
        "write tunnelProtocols: ['ikev2']",
      ),
    ];
  }),
};
