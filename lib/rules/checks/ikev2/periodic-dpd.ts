import { isHeadend } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const periodicDpd: Rule = {
  id: 'TW-IKE-022',
  title: 'Periodic dead peer detection on a headend',
  why: 'Each session is asked all the time, also when it is busy: a headend with thousands of them spends itself on probes. `on-demand` asks only when there is something to send (Cisco, IKEv2 Load Balancer).',
  packs: { correctness: 'note' },
  looksAt: ['ikev2-profile', 'ikev2-cluster', 'ikev2-global'],
  check: forEachDevice((device) => {
    const cluster = device.all('ikev2-cluster').length > 0;
    const periodic = (noun: { readonly dpd?: { readonly mode: string } | undefined }): boolean =>
      noun.dpd?.mode === 'periodic';
    const profiles = device.all('ikev2-profile').filter(({ noun }) => periodic(noun) && (cluster || isHeadend(noun)));
    const globals = device.all('ikev2-global').filter(({ noun }) => periodic(noun) && cluster);
    return [...profiles, ...globals].map((resource) =>
      createFinding(
        resource,
        'asks every session periodically whether it is there',
        "write dpd with mode: 'on-demand'",
      ),
    );
  }),
};
