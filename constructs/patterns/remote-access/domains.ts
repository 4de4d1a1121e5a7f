import type { Violation } from '../../core/checks';

/**
 * A dynamic split tunnel: domains that Secure Client sends through the tunnel or past it, with all names below them,
 * whatever their addresses are.
 */
export interface SplitDomains {
  /** Through the tunnel, beside `networks`, which it needs. */
  readonly include?: readonly string[];
  /** Past the tunnel. */
  readonly exclude?: readonly string[];
}

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
