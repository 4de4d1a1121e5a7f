import type { Outcome, Ports } from '../../contract/session';
import { problem, problemsOf } from '../../kernel/problem';
import type { Console } from '../../wire/console';

/** Writes the running configuration where a reload finds it. Words: why it did not. */
export const saveLines = async (console: Console): Promise<string | undefined> => {
  for (let attempt = 0; ; attempt++) {
    const { output } = await console.dialogue('write memory', [{ prompt: /\[confirm\] ?$/, answer: '' }]);
    if (/\[OK\]/.test(output)) return undefined;
    if (attempt === 2 || !/busy/i.test(output)) return output || 'no [OK]';
  }
};

/** The last step of a change: it is on the device, and a reload shall find it. */
export const save = async (target: string, console: Console, ports: Ports): Promise<Outcome> => {
  ports.progress('saving');
  const words = await saveLines(console).catch((error: unknown) => problemsOf(error, target)[0]!.message);
  if (words === undefined) {
    ports.armed?.(undefined);
    return { state: 'applied', problems: [], notes: [] };
  }
  const message = `the change is made and not saved: ${words}`;
  const unsaved = problem('device.save', target, message, 'run again: it saves what is left');
  return { state: 'failed', problems: [unsaved], notes: [] };
};
