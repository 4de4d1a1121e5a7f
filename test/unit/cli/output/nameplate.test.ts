import { nameplate } from '../../../../lib/cli/output/report';
import type { TargetResult } from '../../../../lib/run/target-result';
import { fmc, manifestOf } from '../../../support/scenario';

const hostOf = (domain?: string): string => {
  const { targets } = manifestOf((stack) => void fmc(stack, domain === undefined ? {} : { domain }));
  return nameplate({ work: { target: targets[0] } } as unknown as TargetResult).host;
};

/** Two targets may be domains of one FMC: the host alone does not tell them apart. */
test.each([
  [undefined, 'fmc.example.net'],
  ['global', 'fmc.example.net'],
  ['Global/Branch', 'fmc.example.net Global/Branch'],
  ['Global \\ Branch', 'fmc.example.net Global/Branch'],
])('an FMC with the domain %s is named %s', (domain, words) => expect(hostOf(domain)).toBe(words));
