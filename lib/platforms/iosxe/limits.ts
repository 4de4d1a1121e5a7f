import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';

/** Algorithms of IKEv2 that firewalls know and IOS-XE does not (IOS-XE security command reference, IKEv2 proposal). */
const beyond = ({ encryption, group }: NounOf<'ikev2-proposal'>): readonly (readonly [string, string])[] => [
  ...(encryption.includes('aes-gcm-192')
    ? [['encryption: IOS-XE has no aes-gcm-192 in IKEv2', 'write aes-gcm-256'] as const]
    : []),
  ...(group.includes(31) ? [['group: IOS-XE has no group 31', 'write 19, 20 or 21'] as const] : []),
];

/** Values that other platforms take and IOS-XE does not. */
export const firewallOnly = (resources: readonly Resource[]): readonly Problem[] =>
  resources.flatMap(({ kind, path, noun }) =>
    kind === 'ikev2-proposal'
      ? beyond(noun as NounOf<'ikev2-proposal'>).map(([message, remedy]) =>
          problem('prop.refused', path, message, remedy),
        )
      : [],
  );
