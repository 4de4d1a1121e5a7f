import { runProgram, programBounds } from '../../../lib/run/program';
import { atExit } from '../../../lib/kernel/at-exit';
import { Testing } from '../../../testing';

/** Listeners that are there while this is done, beside those that were there before. */
const listening = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.listenerCount('exit');
  const doing = work();
  const more = process.listenerCount('exit') - before;
  await doing;
  return more;
};

test('many at once are one listener, and none is left behind', async () => {
  const before = process.listenerCount('exit');
  expect(
    await listening(() =>
      Promise.all(Array.from({ length: 12 }, () => runProgram([process.execPath, '-e', ''], programBounds))),
    ),
  ).toBe(1);
  expect(process.listenerCount('exit')).toBe(before);
});

test('as many stacks as a test makes are one listener', async () => {
  expect(
    await listening(async () => {
      for (let i = 0; i < 12; i++) Testing.stack();
    }),
  ).toBeLessThanOrEqual(1);
});

test('what is called off is not done, all else is', () => {
  const done: string[] = [];
  const callOff = atExit(() => void done.push('called off'));
  atExit(() => void done.push('done'));
  callOff();
  process.listeners('exit').at(-1)!(0);
  expect(done).toEqual(['done']);
});
