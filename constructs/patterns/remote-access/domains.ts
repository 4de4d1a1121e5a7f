import type { Violation } from '../../core/checks';
import type { SplitDomains } from './props';

/** The domains of a dynamic split tunnel, as a Secure Client attribute takes them. */
export const domainsOf = ({ include, exclude }: SplitDomains) => ({
  include: include && [...include],
  exclude: exclude && [...exclude],
});

/** Domains go beside networks: without those all goes through the tunnel already. */
export const domainViolations = (domains: SplitDomains | undefined, networks: unknown): readonly Violation[] =>
  domains?.include === undefined || networks !== undefined
    ? []
    : [
        [
          'domains.include',
          'everything goes through the tunnel already: leave it out, or write networks, beside which these domains go',
        ],
      ];
