import { fileFault } from '../../kernel/fault';
import { ProblemError } from '../../kernel/problem';
import type { LedgerStore } from './store';

/** A store in a directory, whose faults of files are problems at the directory: a disk that is full, a mode that forbids. */
export const withFileFaults = (open: (directory: string) => LedgerStore, directory: string): LedgerStore => {
  const said = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      const fault = fileFault(error, directory);
      throw fault === undefined ? error : new ProblemError([fault]);
    }
  };
  const store = open(directory);
  return {
    read: (target) => said(store.read(target)),
    write: (ledger) => said(store.write(ledger)),
    list: () => said(store.list()),
    remove: (target) => said(store.remove(target)),
    lock: (target) => said(store.lock(target)),
    demand: (target) => said(store.demand(target)),
    key: () => said(store.key()),
    note: (target, text) => said(store.note(target, text)),
    journal: (target) => said(store.journal(target)),
    keep: (target, run, record) => said(store.keep(target, run, record)),
    recall: (target, run) => said(store.recall(target, run)),
    runs: (target) => said(store.runs(target)),
    recorded: () => said(store.recorded()),
    exchange: (name, change) => said(store.exchange?.(name, change) ?? Promise.resolve(undefined)),
    close: () => said(store.close()),
  };
};
