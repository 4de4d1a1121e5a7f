import { stat } from 'node:fs';
import { problem } from '../../../lib/kernel/problem';
import { readerOf } from '../../../lib/wire/reader';
import type { Shell } from '../../../lib/wire/ssh';

/** Holds the process, as garbage collection or a busy machine does. */
const hold = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

const shellOf = (): { readonly shell: Shell; readonly say: (text: string) => void } => {
  let hear: (text: string) => void = () => undefined;
  const shell: Shell = {
    hostKey: '',
    write: () => undefined,
    listen: (onText) => void (hear = onText),
    close: () => undefined,
  };
  return { shell, say: (text) => hear(text) };
};

const silence = problem('ssh.prompt', 'edge', 'nothing more comes', 'none');

describe('silence of a device', () => {
  // It is looked at after 200 ms, half of the whole time; a look that took 60 ms is made again after 240 ms.
  const options = { target: 'edge', timeoutMs: 400 };
  const waiting = { what: 'a prompt', typed: [] };

  test('is not taken for one while what came was not looked at, since a look before took long', async () => {
    const { shell, say } = shellOf();
    let looks = 0;
    const found = readerOf(shell, options).until(
      waiting,
      (text) => {
        if (looks++ === 0) hold(60);
        return text === 'edge#' ? { value: text, used: text.length } : undefined;
      },
      () => silence,
    );
    say('edge#');
    expect(await found).toBe('edge#');
  });

  test('is not taken for one where the answer lies unread while the process was held', async () => {
    const { shell, say } = shellOf();
    const found = readerOf(shell, options).until(
      waiting,
      (text) => (text === 'edge#' ? { value: text, used: text.length } : undefined),
      () => silence,
    );
    // Held where it reads what arrived: the timer of the silence is due before it reads again.
    stat(__filename, () => {
      stat(__filename, () => say('edge#'));
      hold(250);
    });
    expect(await found).toBe('edge#');
  });

  test('is one where nothing more comes', async () => {
    const { shell, say } = shellOf();
    const found = readerOf(shell, options).until(
      waiting,
      () => undefined,
      () => silence,
    );
    say('edge');
    await expect(found).rejects.toThrow('nothing more comes');
  });
});
