import { profileOf, refIn } from '../../facts/profile';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

export const templateProfile: Rule = {
  id: 'TW-IF-002',
  title: 'A template that is protected for other peers',
  why: 'The profile clones the template, the template is protected by an IPsec profile, and that names the IKEv2 profile again. Where it names another one the tunnel is made and its packets are dropped (the AnyConnect and Duo guide, steps 13 to 15).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile', 'virtual-template', 'ipsec-profile'],
  check: forEachResource('virtual-template', (template, device) => {
    const behind = profileOf(template.noun, device);
    const cloning = device
      .users(template)
      .filter(({ kind }) => kind === 'ikev2-profile')
      .filter(({ noun }) => refIn((noun as { readonly virtualTemplate?: unknown }).virtualTemplate, 'template'));
    if (behind === undefined || cloning.length === 0 || cloning.some(({ name }) => name === behind.name)) return [];
    return [
      createFinding(
        template,
        `is cloned for ${cloning.map(({ name }) => name).join(', ')} and protected for ${behind.name}`,
        `name ${cloning[0]!.name} in the IPsec profile that protects it`,
      ),
    ];
  }),
};
