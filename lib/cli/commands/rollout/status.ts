import { fail } from '../../../kernel/problem';
import { stableJson } from '../../../kernel/json';
import { decide } from '../../../rollout/decide';
import { showReport, showStatus } from '../../../rollout/show';
import type { LedgerStore } from '../../../run/ledger/store';
import { writeText } from '../../../run/host-io';
import { exit, say } from '../../output/report';
import { drawRollout } from '../../output/rollout-picture';
import { againOf } from './again';
import { begun, withRecords, type Found } from './find';
import type { RolloutOptions } from './options';
import { engineWords } from './temporal';

const showState = async (found: Found, store: LedgerStore, options: RolloutOptions): Promise<number> => {
  const { log } = await begun(store, found, options);
  const state = (await log.stateNow())!;
  const decision = decide(found.rollout, state, Date.now());
  if (options.json) {
    const { outcome, wave, waves, paused } = state;
    say(
      stableJson(
        {
          name: found.rollout.name,
          start: log.start,
          outcome: outcome ?? null,
          wave: wave + 1,
          waves: waves.length,
          paused,
          waitsFor: decision.waitsFor ?? null,
          devices: Object.fromEntries(state.all()),
        },
        2,
      ),
    );
  } else
    say(
      ...showStatus(found.rollout.name, state, decision, againOf(found.rollout.name, options)),
      ...(await engineWords(found.rollout.name, state, options)),
    );
  return exit.clean;
};

const showEvents = async (found: Found, store: LedgerStore, options: RolloutOptions): Promise<number> => {
  const { log, state } = await begun(store, found, options);
  if (options.svg) {
    const picture = drawRollout(found.rollout.name, state);
    if (options.out === undefined) say(picture.trimEnd());
    else writeText(options.out, picture);
  } else if (options.json) say(stableJson({ name: found.rollout.name, start: log.start, events: log.events }, 2));
  else
    say(
      ...showReport(log.events),
      '',
      ...showStatus(
        found.rollout.name,
        state,
        decide(found.rollout, state, Date.now()),
        againOf(found.rollout.name, options),
      ),
    );
  return exit.clean;
};

export const statusCommand = (name: string | undefined, options: RolloutOptions): Promise<number> =>
  withRecords(name, options, (found, store) => showState(found, store, options));

export const reportCommand = async (name: string | undefined, options: RolloutOptions): Promise<number> => {
  if (options.svg && options.json) return fail('form.several', '--svg --json', 'a report has one form', 'give one');
  if (options.out !== undefined && !options.svg)
    return fail('form.no-file', '--out', 'only a picture is written to a file', 'give --svg with it');
  return withRecords(name, options, (found, store) => showEvents(found, store, options));
};
