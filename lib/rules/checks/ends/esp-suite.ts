import type { TransformSet } from '../../facts/end';
import { called, onPairs } from '../../facts/pairs';
import type { Rule } from '../../engine/rule';

const common = (a: TransformSet, b: TransformSet): boolean =>
  a.encryption === b.encryption && a.integrity === b.integrity && a.ah === b.ah;
const modesFit = (a: TransformSet, b: TransformSet): boolean =>
  ![a.mode, b.mode].includes('transport-require') || ![a.mode, b.mode].includes('tunnel');
const words = (sets: readonly TransformSet[]): string =>
  sets
    .map(({ encryption, integrity, ah }) => [encryption, integrity, ah && `ah ${ah}`].filter(Boolean).join(' '))
    .join(' or ');

export const espSuite: Rule = {
  id: 'TW-END-002',
  title: 'Two ends without a common transform set',
  why: 'The IKE SA comes up and the IPsec SA does not: the tunnel looks half alive, and no traffic goes (RFC 7296 section 2.7). One end that demands transport mode and one that has tunnel mode do not agree either.',
  packs: { correctness: 'error' },
  looksAt: ['tunnel-interface', 'ipsec-profile', 'ipsec-transform-set', 'vpn-topology'],
  ofSeveral: true,
  check: onPairs((here, there) => {
    const { esp: a } = here;
    const { esp: b } = there;
    if (a === undefined || b === undefined) return [];
    const fits = a.flatMap((one) => b.filter((other) => common(one, other)).map((other) => modesFit(one, other)));
    if (fits.includes(true)) return [];
    return [
      fits.length > 0
        ? [`demands one IPsec mode and ${called(there)} has the other`, 'write the same mode at both ends']
        : [
            `protects traffic with ${words(a)}, ${called(there)} with ${words(b)}: they never agree`,
            'give one CryptoSuite to both ends, or the same transform set',
          ],
    ];
  }),
};
