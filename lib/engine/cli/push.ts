import { problem, problemsOf, type Problem } from '../../kernel/problem';
import type { CliStep } from '../../desired/cli/step';
import type { FileChange } from '../../desired/cli/step';
import type { Section } from '../../desired/cli/section';
import type { Ports, Push } from '../../contract/session';
import type { Answer, Console } from '../../wire/console';
import { refusal } from '../../wire/device-words';
import { typeAll, type Manners } from '../../wire/typing';

export interface Pushed {
  readonly refused: readonly Problem[];
  readonly lost: readonly Problem[];
}

/** The files that one run puts on a device or takes away, for a device that holds any. */
export interface Files {
  /** Why it was not done. */
  take(console: Console, change: FileChange): Promise<string | undefined>;
  restore(console: Console): Promise<void>;
  /** The change is there for good: nothing is kept any more. */
  release(console: Console): Promise<void>;
}

interface Line {
  readonly line: string;
  readonly path: string;
  /** It opens a block: what follows means nothing where it is refused. */
  readonly opens: boolean;
}
interface Sent {
  readonly file: FileChange;
  readonly path: string;
}

/** What is typed in one go, and the files between, in the order of the plan. */
const parts = (changes: Push<Section, CliStep>['changes']): readonly (readonly Line[] | Sent)[] => {
  const all: (Line[] | Sent)[] = [];
  for (const { path, steps } of changes)
    for (const { lines, file } of steps) {
      if (file !== undefined) {
        all.push({ file, path });
        continue;
      }
      const typed = lines.map((line, i) => ({ line, path, opens: i === 0 && lines.length > 1 }));
      const last = all.at(-1);
      if (Array.isArray(last)) last.push(...typed);
      else all.push(typed);
    }
  return all;
};

const enterConfiguration = 'configure terminal';

/** What a change is typed through. */
export interface Pusher {
  readonly target: string;
  readonly console: Console;
  readonly manners: Manners;
  readonly ports: Ports;
  /** Whether the device held something of a block, by its header, when it was last read. */
  readonly holding: (header: string) => boolean;
  readonly files: Files | undefined;
}

/** Where a header is refused, what follows was typed in another mode (and may have logged us out): it says nothing. */
const refusedAmong = (typed: readonly Line[], came: readonly Answer[]): readonly Problem[] => {
  const bad = typed.flatMap((one, i) => {
    const words = refusal(came[i]?.output ?? '');
    return words === undefined ? [] : [{ ...one, words }];
  });
  const header = bad.findIndex(({ opens }) => opens);
  return (header === -1 ? bad : bad.slice(0, header + 1)).map(({ line, path, words }) =>
    problem('device.refused', path, `the device refuses \`${line.trim()}\`: ${words}`),
  );
};

const typeLines = async (pusher: Pusher, typed: readonly Line[], enter: boolean): Promise<Pushed> => {
  const { target, console, manners, ports, holding } = pusher;
  const lines = typed.map(({ line }) => ports.secrets.reveal(line));
  let came: readonly Answer[] = [];
  let lost: readonly Problem[] = [];
  try {
    if (enter) await console.send([enterConfiguration]);
    await typeAll(console, manners, [...lines, 'end'], holding, (answers) => (came = answers));
  } catch (error) {
    lost = problemsOf(error, target);
  }
  return { refused: refusedAmong(typed, came), lost };
};

const sendOne = async (pusher: Pusher, { file, path }: Sent, leave: boolean): Promise<Pushed> => {
  const { target, console, ports, files } = pusher;
  try {
    if (leave) await console.send(['end']);
    ports.progress(`${file.text === undefined ? 'removing' : 'sending'} ${file.at}`);
    const words = await files?.take(console, file);
    if (words === undefined) return { refused: [], lost: [] };
    const hint =
      "SCP must be on: new ScpServer(router, 'scp'). Or put the file there by hand; when its MD5 is right it is taken over with --adopt";
    return { refused: [problem('device.file', path, `the device does not take ${file.at}: ${words}`, hint)], lost: [] };
  } catch (error) {
    return { refused: [], lost: problemsOf(error, target) };
  }
};

/**
 * Types the lines of a change in as few bursts as there are; what was refused is named with its construct. Files are
 * sent where they stand in the plan: the line that names one comes after it.
 */
export const pushLines = async (pusher: Pusher, changes: Push<Section, CliStep>['changes']): Promise<Pushed> => {
  // A guard that is armed leaves the console in configuration mode.
  let configuring = true;
  for (const part of parts(changes)) {
    const done =
      'file' in part ? await sendOne(pusher, part, configuring) : await typeLines(pusher, part, !configuring);
    configuring = false;
    if (done.refused.length > 0 || done.lost.length > 0) return done;
  }
  return { refused: [], lost: [] };
};
