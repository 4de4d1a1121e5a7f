import { stableJson } from '../../../kernel/json';
import { decide } from '../../../rollout/decide';
import { showReport, showStatus } from '../../../rollout/show';
import { storeOf } from '../../options';
import { exit, say } from '../../output/report';
import { begun, find, type RolloutOptions } from './find';

export const statusCommand = async (name: string | undefined, options: RolloutOptions): Promise<number> => {
  const store = storeOf(options);
  const found = await find(name, options);
  const { log } = await begun(store, found);
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
  } else say(...showStatus(found.rollout.name, state, decision));
  return exit.clean;
};

export const reportCommand = async (name: string | undefined, options: RolloutOptions): Promise<number> => {
  const found = await find(name, options);
  const { log, state } = await begun(storeOf(options), found);
  if (options.json) say(stableJson({ name: found.rollout.name, start: log.start, events: log.events }, 2));
  else
    say(
      ...showReport(log.events),
      '',
      ...showStatus(found.rollout.name, state, decide(found.rollout, state, Date.now())),
    );
  return exit.clean;
};
