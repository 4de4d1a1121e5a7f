import type { FmcFaults } from '../../../lib/lab/devices/fmc';
import type { Rig } from '../../support/rig';
import { storeWith } from '../../support/store-with';

/** Where a run dies: at its nth event, which is a request to the FMC or a writing of the ledger. */
export interface Death {
  readonly nth: number;
  /** A request has its effect on the FMC all the same, and its answer does not arrive. */
  readonly after: boolean;
}
const never: Death = { nth: Infinity, after: false };

export interface Mortal {
  /** The rig as the run that dies sees it. */
  readonly rig: Rig;
  /** How many events there were so far. */
  readonly events: () => number;
  /** What the run was doing when it died. */
  readonly last: () => string;
}

/**
 * A rig on which a run dies as by SIGKILL: from that event on none of its requests has an effect, and it writes nothing.
 * Without a death, events are only counted.
 */
export const dying = (rig: Rig, { nth, after }: Death = never): Mortal => {
  let seen = 0;
  let last = '';
  /** Whether the run is dead at this event. */
  const dead = (what: string): boolean => {
    seen += 1;
    if (seen === nth) last = what;
    return seen >= nth;
  };
  // A fault tries its pattern twice for each request; only the whole path counts.
  const matching = (test: (line: string) => boolean): RegExp =>
    Object.assign(/(?!)/, { test: (line: string) => / \/api\//.test(line) && test(line) });
  const faults: FmcFaults = {};
  const gone: FmcFaults['drop'] = { match: matching(() => true), times: Infinity };
  const dies = (line: string): boolean => {
    if (!dead(line)) return false;
    faults.drop = gone;
    return true;
  };
  faults.drop = { match: matching(dies), times: Infinity, after };
  rig.fmc.faults = faults;

  const writing = (what: string): void => {
    if (!dead(what)) return;
    faults.drop = gone;
    throw new Error('this process is dead');
  };
  const store = storeWith(rig.store, {
    write: async (ledger) => {
      writing('the ledger');
      await rig.store.write(ledger);
    },
    keep: async (target, run, record) => {
      writing('the record of the run');
      await rig.store.keep(target, run, record);
    },
  });
  return { rig: { ...rig, store }, events: () => seen, last: () => last };
};
