import { refusal } from '../../wire/device-words';
import type { Ask, Console } from '../../wire/console';
import type { Guard } from '../../engine/cli/guard';

/** What `show reload` says while one is armed. */
export const scheduled = (output: string): boolean => /^Reload scheduled/m.test(output);

/** At the first `configure terminal` an ASA asks whether it may report errors home. */
const reporting: Ask = { prompt: /\[Y\]es, \[N\]o, \[A\]sk later: ?$/, answer: 'A' };
const configure = async (console: Console): Promise<string | undefined> => {
  const answer = await console.dialogue('configure terminal', [reporting]);
  return answer.mode === '' ? answer.output || 'configuration mode was refused' : undefined;
};
const typeBack = async (console: Console, undo: readonly string[]): Promise<void> => {
  await console.send(['end']);
  await configure(console);
  await console.send([...undo, 'end']);
};

/** Nothing is armed: what was typed is typed back. */
export const byHand: Guard = {
  what: 'nothing takes it back by itself: run again, or type what the plan shows as its rollback',
  arm: configure,
  release: async () => undefined,
  revert: typeBack,
  disarm: async () => undefined,
};

/** A reload is armed, and what was typed is typed back: an ASA has no timer that reverts. */
export const reloadTimer = (minutes: number): Guard => ({
  what: `\`reload cancel\` keeps it; without that the ASA goes down with all its tunnels and reloads into its saved configuration within ${minutes} min`,
  minutes,
  arm: async (console) => {
    const asks: readonly Ask[] = [
      { prompt: /Save\? \[Y\]es\/\[N\]o\/\[S\]ave all\/\[C\]ancel: ?$/, answer: 'N' },
      { prompt: /\[confirm\] ?$/, answer: '' },
    ];
    const [others] = await console.send(['show reload']);
    if (scheduled(others!.output)) return `another user has a reload armed already (${others!.output.split('\n')[0]})`;
    const reload = await console.dialogue(`reload in ${minutes}`, asks);
    if (refusal(reload.output) !== undefined) return refusal(reload.output);
    const refused = await configure(console);
    if (refused !== undefined) await console.send(['reload cancel']);
    return refused;
  },
  release: async (console) => refusal((await console.send(['reload cancel']))[0]!.output),
  revert: typeBack,
  disarm: async (console) => void (await console.send(['reload cancel'])),
});
