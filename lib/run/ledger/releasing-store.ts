import type { Json } from '../../kernel/json';
import type { Exchange } from '../../contract/session';
import type { Ledger } from '../../plan/ledger';
import type { LedgerStore } from './store';

/** A store that remembers the leases it has given out, so that they are given back where a command ends in the middle. */
export class ReleasingStore implements LedgerStore {
  private readonly taken = new Set<() => Promise<void>>();

  private found: Promise<LedgerStore> | undefined;

  /** `open` is called once, when something is asked. */
  constructor(private readonly open: () => Promise<LedgerStore>) {}

  async lock(target: string): Promise<() => Promise<void>> {
    const unlock = await (await this.store()).lock(target);
    const release = async (): Promise<void> => {
      this.taken.delete(release);
      await unlock();
    };
    this.taken.add(release);
    return release;
  }

  async releaseAll(): Promise<void> {
    await Promise.all([...this.taken].map((release) => release().catch(() => undefined)));
  }

  async read(target: string): Promise<Ledger> {
    return (await this.store()).read(target);
  }

  async write(ledger: Ledger): Promise<void> {
    return (await this.store()).write(ledger);
  }

  async list(): Promise<readonly string[]> {
    return (await this.store()).list();
  }

  async demand(target: string): Promise<void> {
    return (await this.store()).demand(target);
  }

  async remove(target: string): Promise<void> {
    return (await this.store()).remove(target);
  }

  async key(): Promise<Buffer> {
    return (await this.store()).key();
  }

  async note(target: string, text: string): Promise<void> {
    return (await this.store()).note(target, text);
  }

  async journal(target: string): Promise<readonly string[]> {
    return (await this.store()).journal(target);
  }

  async keep(target: string, run: string, record: Json): Promise<void> {
    return (await this.store()).keep(target, run, record);
  }

  async recall(target: string, run: string): Promise<Json | undefined> {
    return (await this.store()).recall(target, run);
  }

  async runs(target: string): Promise<readonly string[]> {
    return (await this.store()).runs(target);
  }

  async exchange(name: string, change: Parameters<Exchange>[1]): Promise<Json | undefined> {
    return (await this.store()).exchange?.(name, change);
  }

  async close(): Promise<void> {
    await this.releaseAll();
    await this.found?.then(
      (store) => store.close(),
      () => undefined,
    );
  }

  private store(): Promise<LedgerStore> {
    this.found ??= this.open();
    return this.found;
  }

  async recorded(): Promise<readonly string[]> {
    return (await this.store()).recorded();
  }
}
