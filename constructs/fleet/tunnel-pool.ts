import { Construct } from 'constructs';
import { Pool } from '../../lib/inventory/pool';
import { declare } from '../../lib/synth/declaration';
import type { Problem } from '../../lib/kernel/problem';
import { isMistyped } from '../core/typed-props';

export interface TunnelPoolProps {
  /** The network that is divided: `10.255.0.0/16`. */
  readonly network: string;
  /**
   * Length of the network of each pair: 31 (RFC 3021), or 30 where an end takes none of 31.
   * @default 31
   */
  readonly prefixLength?: 30 | 31;
  /**
   * The file that says which pair has which network, a line each. Keep it in the repository: it is what makes addresses
   * stay as they are. A new pair gets the lowest free network and a line; where the variable `CI` is set nothing is added,
   * and a pair without a line is a problem. A pair that is gone keeps its network until you delete its line.
   */
  readonly file: string;
}

/** What a pair has of a pool. */
export interface TunnelNetwork {
  /** The address of the end that was named first, with its length: `10.255.0.0/31`. */
  readonly one: string;
  /** The address of the other end. */
  readonly other: string;
  /** The place of the network in the pool, from 0: what stays as it is too, for the number of an interface. */
  readonly number: number;
}

/**
 * Tunnel addresses of pairs of sites, which stay as they are when sites come and go:
 * `pool.between('mumbai', 'pune')` gives `10.255.0.0/31`, `10.255.0.1/31` and the number 0.
 */
export class TunnelPool extends Construct {
  private readonly pool!: Pool;

  constructor(scope: Construct, id: string, props: TunnelPoolProps) {
    super(scope, id);
    if (isMistyped(this, 'TunnelPool', props)) return;
    this.pool = new Pool({ prefixLength: 31, ...props }, (process.env['CI'] ?? 'false') !== 'false');
    this.report(this.pool.problems);
  }

  /** The network of a pair. The order of the names does not matter to which end has which address. */
  between(one: string, other: string): TunnelNetwork {
    const { ends, number, problems } = this.pool.between(one, other);
    this.report(problems);
    return { one: ends[0], other: ends[1], number };
  }

  private report(problems: readonly Problem[]): void {
    for (const { code, path, message, hint } of problems)
      declare(this, { as: 'problem', code, message: `${path}: ${message}`, ...(hint === undefined ? {} : { hint }) });
  }
}
