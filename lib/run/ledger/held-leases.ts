import { fail } from '../../kernel/problem';
import { leaseLost, leaseMs } from './holder';

/** A lease that a store has taken. `token`: what tells it from every lease before and after it. */
export interface HeldLease<T> {
  readonly token: T;
  readonly owner: string;
  readonly timer: NodeJS.Timeout;
  /** When it was renewed last, by the clock of this process, in milliseconds since 1970. */
  renewed: number;
}

/** The leases that a store which several machines share has taken, each renewed until it is given back. */
export class HeldLeases<T> {
  private readonly held = new Map<string, HeldLease<T>>();

  /** Renews a lease that was taken; the returned function ends that, and gives it back. */
  hold(
    target: string,
    lease: Pick<HeldLease<T>, 'token' | 'owner'>,
    renew: () => Promise<void>,
    giveBack: () => Promise<unknown>,
  ): () => Promise<void> {
    const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / 4);
    timer.unref();
    const held = { ...lease, timer, renewed: Date.now() };
    this.held.set(target, held);
    return async () => {
      clearInterval(timer);
      if (this.held.get(target) === held) this.held.delete(target);
      await giveBack();
    };
  }

  has(target: string): boolean {
    return this.held.has(target);
  }

  /** The lease under which a target is written; throws where there is none. */
  of(target: string): HeldLease<T> {
    return (
      this.held.get(target) ??
      fail('ledger.unleased', target, 'would be written without a lease. This is a fault of Tunnelwright', 'report it')
    );
  }

  /** Renews the lease of a target, where there is one. `place`: where the ledgers are, in words. */
  async demand(target: string, place: string, renew: () => Promise<void>): Promise<void> {
    const held = this.held.get(target);
    if (held === undefined) return;
    try {
      await renew();
      held.renewed = Date.now();
    } catch (error) {
      // Where it could have run out meanwhile, another may have taken it, and there is no asking.
      if (Date.now() - held.renewed > leaseMs)
        leaseLost(target, `it was not renewed for more than ${leaseMs / 1000} s, and ${place} cannot be asked`);
      throw error;
    }
  }

  /** Renews none any more, and gives none back. */
  end(): void {
    for (const { timer } of this.held.values()) clearInterval(timer);
    this.held.clear();
  }
}
