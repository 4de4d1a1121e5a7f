import { groupBy } from '../../kernel/group';
import { showProblems, type Problem } from '../../kernel/problem';
import type { Paint, Titled } from '../../plan/show';
import { plain } from '../../plan/show';
import type { PlannedTarget } from '../../plan/terraform-json';
import { platformOf } from '../../platforms';
import type { ReadTarget, TargetResult } from '../../run/target-result';
import { plural } from '../../kernel/plural';
import { wrapped } from './wrapped';
import { colour, streams, writeError, writeOut } from './streams';

const coloured: Paint = {
  add: colour('green'),
  remove: colour('red'),
  change: colour('yellow'),
  faint: colour('dim'),
  strong: colour('bold'),
  warn: colour('yellow'),
};
/** Colours on a terminal that has them, plain text elsewhere and where NO_COLOR is set. Each stream by itself. */
const paintFor = (stream: NodeJS.WriteStream): Paint => (stream.isTTY && stream.hasColors() ? coloured : plain);
export const paint: Paint = paintFor(streams.out);
const paintError: Paint = paintFor(streams.error);

type Say = (...lines: readonly string[]) => void;
const sayer =
  (write: (text: string) => void): Say =>
  (...lines) => {
    if (lines.length > 0) write(`${lines.join('\n')}\n`);
  };
export const say: Say = sayer(writeOut);
export const note: Say = sayer(writeError);
const columnsOf = (stream: NodeJS.WriteStream): number | undefined => (stream.isTTY ? stream.columns : undefined);
/** Sentences on standard output: broken between words where it is a terminal. */
export const prose = (text: string): string => wrapped(text, columnsOf(streams.out));
const teller =
  (say: Say, stream: NodeJS.WriteStream): Say =>
  (...lines) =>
    say(...lines.map((line) => wrapped(line, columnsOf(stream))));
/** What a person reads: as `say`, broken between words on a terminal. */
export const tell: Say = teller(say, streams.out);
const tellError: Say = teller(note, streams.error);
/** For what a person reads: standard output, but where that holds JSON and nothing else. */
export const tellBeside = ({ json }: { readonly json?: boolean }): Say => (json ? tellError : tell);
/** Problems below what they are of, a line or more each. */
export const problemLines = (problems: readonly Problem[]): readonly string[] =>
  showProblems(problems).map((text) => prose(`  ${text.replaceAll('\n', '\n  ')}`));
export const complain = (problems: readonly Problem[]): void => {
  const columns = columnsOf(streams.error);
  if (problems.length > 0) note(...showProblems(problems).map((text) => paintError.remove(wrapped(text, columns))));
};

/** What a target is called, read or not. */
export const nameplate = ({ work: { target, shownAs } }: TargetResult): Pick<Titled, 'id' | 'platform' | 'host'> => {
  const platform = platformOf(target.platform);
  const settings = target.settings as { readonly release?: string; readonly version?: string };
  return {
    id: target.id,
    platform: `${platform.title} ${settings.release ?? settings.version ?? ''}`.trim(),
    host: shownAs ?? platform.where(target.settings),
  };
};

export const titled = (ended: ReadTarget): Titled => ({
  ...nameplate(ended),
  plan: ended.plan,
  show: (step) => platformOf(ended.work.target.platform).show(step),
});

export const planned = (ended: TargetResult): PlannedTarget => ({
  id: ended.work.target.id,
  platform: ended.work.target.platform,
  stack: ended.work.stack,
  state: ended.plan === undefined ? 'unknown' : 'planned',
  ...(ended.plan ? { plan: ended.plan } : {}),
  problems: ended.problems,
});

/** A problem, or none where a target ended without one, and the target that has it. */
interface Reason {
  readonly ended: TargetResult;
  readonly problem?: Problem;
}

const reasonsOf = (ended: TargetResult): readonly Reason[] =>
  ended.problems.length === 0 ? [{ ended }] : ended.problems.map((problem) => ({ ended, problem }));

const sameReason = ({ ended, problem }: Reason): string =>
  [ended.state, problem?.message ?? '', problem?.hint ?? ''].join('\n');

/**
 * Targets that could not be read: not an empty plan, and said so. What several have is said once, with all of them: also
 * where each has more of its own.
 */
export const unread = (...all: readonly TargetResult[]): readonly string[] => {
  const reasons = [...groupBy(all.flatMap(reasonsOf), sameReason).values()];
  const idsOf = (same: readonly Reason[]): readonly string[] => [
    ...new Set(same.map(({ ended }) => ended.work.target.id)),
  ];
  const blocks = groupBy(reasons, (same) => [same[0]!.ended.state, ...idsOf(same)].join('\n'));
  return [...blocks.values()].flatMap((same) => {
    const { state } = same[0]![0]!.ended;
    const ids = idsOf(same[0]!);
    const it = ids.length === 1 ? 'it' : 'they';
    const problems = same.flat().flatMap(({ problem }) => problem ?? []);
    return [
      `${ids.map((id) => paint.strong(id)).join(', ')}: ${paint.remove(state === 'unknown' ? `unknown, ${it} could not be read` : state)}`,
      ...problemLines(problems),
      '',
    ];
  });
};

/** Requests by target, where the platform counts them. */
export const counted = (all: readonly TargetResult[]): object =>
  Object.fromEntries(all.flatMap(({ work, requests }) => (requests === undefined ? [] : [[work.target.id, requests]])));

/** Requests used, and saved against one for each object. */
export const stats = (all: readonly TargetResult[]): readonly string[] =>
  all.flatMap(({ work, requests }) =>
    requests === undefined
      ? []
      : [
          `${work.target.id}: ${plural(requests.used, 'request')} used, ${(requests.oneByOne - requests.used).toLocaleString('en')} saved (one for each object: ${requests.oneByOne.toLocaleString('en')})`,
        ],
  );

export { exit } from './exit';
