import type { Json } from '../../kernel/json';
import type { Ledger } from '../../plan/ledger';
import type { LedgerStore } from './store';

/** A store that remembers the leases it has given out, so that they are given back where a command ends in the middle. */
export class ReleasingStore implements LedgerStore {
  private readonly taken = new Set<() => Promise<void>>();

  constructor(private readonly store: LedgerStore) {}

  async lock(target: string): Promise<() => Promise<void>> {
    const unlock = await this.store.lock(target);
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

  read(target: string): Promise<Ledger> {
    return this.store.read(target);
  }

  write(ledger: Ledger): Promise<void> {
    return this.store.write(ledger);
  }

  list(): Promise<readonly string[]> {
    return this.store.list();
  }

  remove(target: string): Promise<void> {
    return this.store.remove(target);
  }

  key(): Promise<Buffer> {
    return this.store.key();
  }

  note(target: string, text: string): Promise<void> {
    return this.store.note(target, text);
  }

  keep(target: string, run: string, record: Json): Promise<void> {
    return this.store.keep(target, run, record);
  }

  recall(target: string, run: string): Promise<Json | undefined> {
    return this.store.recall(target, run);
  }

  runs(target: string): Promise<readonly string[]> {
    return this.store.runs(target);
  }

  recorded(): Promise<readonly string[]> {
    return this.store.recorded();
  }
}
