import type { Guard } from '../../engine/cli/guard';
import { refusal } from '../../wire/device-words';

/** The device itself takes back what is not confirmed in time. */
export const revertTimer = (minutes: number): Guard => ({
  what: `the device takes it back by itself within ${minutes} min`,
  minutes,
  arm: async (console) => {
    const [answer] = await console.send([`configure terminal revert timer ${minutes}`]);
    return answer!.mode === '' ? answer!.output || 'configuration mode was refused' : undefined;
  },
  release: async (console) => refusal((await console.send(['configure confirm']))[0]!.output),
  revert: async (console) => {
    await console.dialogue('configure revert now', [{ prompt: /\[(yes\/no|confirm)\]:? ?$/, answer: 'yes' }]);
  },
  disarm: async () => undefined,
});

/** What `show reload` says while one is armed. */
export const scheduled = (output: string): boolean => /^Reload scheduled/m.test(output);

/** Without an archive: a reload is armed, and what was typed is typed back. */
export const reloadTimer = (minutes: number): Guard => ({
  what: `the device reloads into its saved configuration within ${minutes} min`,
  minutes,
  arm: async (console) => {
    const asks = [
      { prompt: /Save\? \[yes\/no\]: ?$/, answer: 'no' },
      { prompt: /\[confirm\] ?$/, answer: '' },
    ];
    const [others] = await console.send(['show reload']);
    if (scheduled(others!.output)) return `another user has a reload armed already (${others!.output.split('\n')[0]})`;
    const reload = await console.dialogue(`reload in ${minutes}`, asks);
    if (refusal(reload.output) !== undefined) return refusal(reload.output);
    const [config] = await console.send(['configure terminal']);
    if (config!.mode !== '') return undefined;
    await console.send(['reload cancel']);
    return config!.output || 'configuration mode was refused';
  },
  release: async (console) => refusal((await console.send(['reload cancel']))[0]!.output),
  revert: async (console, undo) => {
    await console.send(['configure terminal', ...undo, 'end']);
  },
  disarm: async (console) => void (await console.send(['reload cancel'])),
});
