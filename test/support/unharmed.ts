import { expectNoStack, tw, type Ran } from './command';
import { photo, type Photo } from './devices';
import type { Rig } from './rig';
import { filesIn } from './secrecy';

/** What the ledgers say; how many requests a service was sent, which is kept beside them, is no part of that. */
const kept = (rig: Rig): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filesIn(rig.ledgers)).filter(([name]) => name !== 'fingerprint.key' && !name.startsWith('shared/')),
  );

/** Messages that are said twice. */
const repeated = ({ out, err }: Ran): readonly string[] => {
  const messages = `${out}\n${err}`.split('\n').filter((line) => /^\s*\[\S+\] /.test(line));
  return messages.filter((line, i) => messages.indexOf(line) !== i);
};

/** A command that must be refused: what it said, and what must be as it was when it ended. */
export interface Refusal extends Ran {
  readonly devices: Photo;
  readonly ledgers: Readonly<Record<string, string>>;
}

export const refusalOf = async (
  rig: Rig,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  cwd?: string,
): Promise<Refusal> => {
  const before = { devices: photo(rig), ledgers: kept(rig) };
  return { ...before, ...(await tw(rig, args, { env, ...(cwd ? { cwd } : {}) })) };
};

/** Said once, in a user's words, with this exit code; devices and ledgers are as they were. */
export const expectUnharmed = (rig: Rig, ran: Refusal, code: number, says: RegExp): void => {
  expect(`${ran.out}${ran.err}`).toMatch(says);
  expect(ran.code).toBe(code);
  expect(repeated(ran)).toEqual([]);
  expectNoStack(ran);
  expect(photo(rig)).toEqual(ran.devices);
  expect(kept(rig)).toEqual(ran.ledgers);
};
