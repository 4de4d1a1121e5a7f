import { fail } from '../../kernel/problem';

/** Refuses what was kept of a run where it is no JSON. `at`: where it is kept. */
export const corruptRun = (at: string, run: string): never =>
  fail(
    'ledger.corrupt',
    at,
    `what was kept of run ${run} is not JSON. Nothing was changed`,
    'restore it from a backup or from version control; or change the program, plan and apply',
  );
