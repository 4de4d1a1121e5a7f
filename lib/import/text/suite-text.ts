import { stableJson } from '../../kernel/json';
import type { Call, Code } from './source-text';

type Bag = Readonly<Record<string, unknown>>;

interface Suite {
  readonly ike: Bag;
  readonly esp: Bag;
  readonly pfs?: unknown;
}

/** The suites that have a name, as `CryptoSuite` has them. */
const named = (group: unknown): readonly (readonly [name: string, suite: Bag])[] => [
  [
    `aes256Gcm({ group: ${String(group)} })`,
    {
      ike: { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [group] },
      esp: { encryption: 'aes-gcm-256' },
      pfs: group,
    },
  ],
  [
    `aes256Cbc({ group: ${String(group)} })`,
    {
      ike: { encryption: ['aes-cbc-256'], integrity: ['sha384'], group: [group] },
      esp: { encryption: 'aes-cbc-256', integrity: 'sha384' },
      pfs: group,
    },
  ],
];

/** Of a suite without `pfs` nothing says it: what it is by itself then serves. */
export const suiteText = ({ ike, esp, pfs }: Suite): Code | Call => {
  const [first] = (ike['group'] ?? []) as readonly unknown[];
  const same = named(first).find(
    ([, suite]) => stableJson(suite) === stableJson({ ike, esp, pfs: pfs ?? suite['pfs'] }),
  );
  if (same !== undefined) return { code: `CryptoSuite.${same[0]}` };
  return { call: 'new CryptoSuite', args: { ike, esp, ...(pfs === undefined || pfs === first ? {} : { pfs }) } };
};
