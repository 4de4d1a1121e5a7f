import type { CliStep } from '../desired/cli/dialect';
import type { Section } from '../desired/cli/section';
import { problem, problemsOf, type Problem } from '../kernel/problem';
import type { Answer, Console } from '../wire/console';
import { refusal } from '../wire/device-words';
import { typeAll, type Manners } from '../wire/typing';
import type { Ports, Push } from './platform';

/**
 * Types all lines in one go; what was refused is named with its construct. Where a header is refused, what follows was
 * typed in another mode (and may have logged us out), so its answers say nothing.
 */
export const pushLines = async (
  target: string,
  console: Console,
  manners: Manners,
  changes: Push<Section, CliStep>['changes'],
  ports: Ports,
  holding: (header: string) => boolean,
): Promise<{ readonly refused: readonly Problem[]; readonly lost: readonly Problem[] }> => {
  const typed = changes.flatMap((change) =>
    change.steps.flatMap((step) =>
      step.lines.map((line, i) => ({ line, path: change.path, opens: i === 0 && step.lines.length > 1 })),
    ),
  );
  const lines = typed.map(({ line }) => ports.secrets.reveal(line));
  let came: readonly Answer[] = [];
  let lost: readonly Problem[] = [];
  try {
    await typeAll(console, manners, [...lines, 'end'], holding, (answers) => (came = answers));
  } catch (error) {
    lost = problemsOf(error, target);
  }
  const bad = typed.flatMap((one, i) => {
    const words = refusal(came[i]?.output ?? '');
    return words === undefined ? [] : [{ ...one, words }];
  });
  const header = bad.findIndex(({ opens }) => opens);
  const refused = (header === -1 ? bad : bad.slice(0, header + 1)).map(({ line, path, words }) =>
    problem('device.refused', path, `the device refuses \`${line.trim()}\`: ${words}`),
  );
  return { refused, lost };
};

/** Writes the running configuration where a reload finds it. Words: why it did not. */
export const saveLines = async (console: Console): Promise<string | undefined> => {
  for (let attempt = 0; ; attempt++) {
    const { output } = await console.dialogue('write memory', [{ prompt: /\[confirm\] ?$/, answer: '' }]);
    if (/\[OK\]/.test(output)) return undefined;
    if (attempt === 2 || !/busy/i.test(output)) return output || 'no [OK]';
  }
};
