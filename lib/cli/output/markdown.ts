import { groupBy } from '../../kernel/group';
import { visible } from '../../kernel/text';
import { changeLines, signMark } from '../../plan/change-lines';
import { isEmpty, type Change } from '../../plan/plan';
import { counts, type Titled } from '../../plan/show';
import type { ReadTarget, TargetResult } from '../../run/target-result';
import { droppedBy } from './dropped';
import { ownValues, shapeOf } from './alike';
import { plural } from '../../kernel/plural';
import { nameplate } from './report';

/** GitHub takes 65,536 characters in a comment, GitLab a million. Some are left for the host's own words. */
const limit = 60_000;

/** Inline code whatever is in it: the fence is longer than any run of backticks, and a cell of a table stays one. */
const code = (text: string): string => {
  const line = visible(text).replaceAll('\n', ' ').replaceAll('|', '\\|');
  const fence = '`'.repeat(1 + Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
};
/** Words of ours or of a device in running text: no markup, mention or reference comes of them. */
const words = (text: string): string =>
  visible(text)
    .replaceAll('\n', ' ')
    .replace(/[\\`*_{}[\]<>|~]/g, (one) => `\\${one}`)
    .replace(/[@#](?=\w)/g, (one) => `${one}<!-- -->`);
const block = (lines: readonly string[]): readonly string[] => {
  const text = lines.map((line) => visible(line)).join('\n');
  const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))));
  return [`${fence}diff`, ...text.split('\n'), fence];
};
const html = (text: string): string =>
  visible(text).replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one]!);

/** One change as lines of a diff: the sign stands first, so that hosts colour them. `!` is what is changed. */
const diffOf = (change: Change): readonly string[] => {
  const { mark, title, body, overridden, impact, goes, stays } = changeLines(change);
  return [
    `${mark === '+' || mark === '-' ? mark : '!'} ${title}`,
    ...body.map(({ sign, depth, text }) => `${signMark(sign)}   ${'  '.repeat(depth)}${text}`),
    ...overridden.map((text) => `    overridden: ${text}`),
    ...impact.map((text) => `!   ${text}`),
    ...goes.map((text) => `-   ${text}`),
    ...stays.map((text) => `    ${text}`),
  ];
};

interface Row {
  readonly ended: TargetResult;
  readonly title: Pick<Titled, 'id' | 'platform' | 'host'>;
  readonly lines: readonly string[];
  /** What is worst comes first. */
  readonly weight: number;
  readonly effect: string;
}

const effectOf = (ended: TargetResult): string => {
  if (ended.plan === undefined) return ended.state === 'unknown' ? '**could not be read**' : `**${ended.state}**`;
  if (ended.plan.blocked.length > 0) return '**refused**';
  const dropped = droppedBy([ended]);
  if (dropped.length > 0) return `**drops ${plural(dropped.length, 'tunnel')} now**`;
  return ended.plan.changes.some(({ impact }) => impact !== undefined) ? 're-keys later' : '';
};

const weightOf = (ended: TargetResult): number => {
  if (ended.plan === undefined || ended.plan.blocked.length > 0) return 4;
  if (droppedBy([ended]).length > 0) return 3;
  if (ended.plan.changes.some(({ action }) => action === 'delete')) return 2;
  return ended.plan.changes.some(({ impact }) => impact !== undefined) ? 1 : 0;
};

/** A plan as lines of a diff. */
export const linesOf = ({ plan }: Pick<ReadTarget, 'plan'>): readonly string[] => [
  ...plan.warnings.map((text) => `! ${text}`),
  ...plan.changes.filter(({ action }) => action !== 'none').flatMap(diffOf),
  ...plan.operations.map(
    ({ words: what, destroys }) => `${destroys ? '-' : '+'} ${what}${destroys ? ' (needs --allow-destroy-keys)' : ''}`,
  ),
  ...plan.waiting.map((text) => `  waits: ${text}`),
  ...plan.unfinished.map((text) => `! ${text}`),
  ...plan.blocked.map(({ path, message }) => `- refused: [${path}] ${message}`),
];

const rowOf = (ended: TargetResult): Row => ({
  ended,
  title: nameplate(ended),
  lines:
    ended.plan === undefined
      ? ended.problems.map(({ path, message, hint }) => `- [${path}] ${message}${hint ? ` → ${hint}` : ''}`)
      : linesOf(ended),
  weight: weightOf(ended),
  effect: effectOf(ended),
});

const isQuiet = ({ ended }: Row): boolean => ended.plan !== undefined && isEmpty(ended.plan);
const some = (ids: readonly string[], most = 12): string =>
  `${ids.slice(0, most).map(code).join(', ')}${ids.length > most ? ` and ${ids.length - most} more` : ''}`;

/** What drops, in words. Tunnels of several targets may be the two ends of one, so that their ends are counted. */
const dropWords = (rows: readonly Row[]): string => {
  const dropping = rows.filter(({ ended }) => droppedBy([ended]).length > 0);
  const count = droppedBy(dropping.map(({ ended }) => ended)).length;
  if (count === 0) return 'no tunnel that is up is dropped';
  if (dropping.length > 1) return `**${plural(count, 'end')} of tunnels that are up would drop**`;
  return `**${plural(count, 'tunnel')} that ${count === 1 ? 'is' : 'are'} up would drop**`;
};

/** What is done to all targets together; nothing where one says it all. */
const totals = (rows: readonly Row[]): readonly string[] => {
  const plans = rows.flatMap(({ ended: { plan } }) => (plan === undefined ? [] : [plan]));
  if (plans.length < 2) return [];
  const all = { changes: plans.flatMap(({ changes }) => changes), operations: plans.flatMap((one) => one.operations) };
  return [`In all: ${words(counts({ ...plans[0]!, ...all }))}.`, ''];
};

const headline = (rows: readonly Row[]): string => {
  const busy = rows.filter((row) => !isQuiet(row));
  const wrong = rows.filter(({ weight }) => weight === 4).length;
  if (busy.length === 0) return `### Tunnelwright plan: no changes on ${plural(rows.length, 'target')}`;
  const parts = [
    `${busy.length - wrong} of ${plural(rows.length, 'target')} would change`,
    dropWords(rows),
    ...(wrong === 0 ? [] : [`**${plural(wrong, 'target')} cannot be applied**`]),
  ];
  return `### Tunnelwright plan: ${parts.join(', ')}`;
};

/** Targets with the same change, but for their own names and addresses, are shown once. */
const grouped = (rows: readonly Row[]): readonly (readonly Row[])[] => [
  ...groupBy(rows, ({ title, effect, lines }) =>
    [title.platform, effect, ...lines.map((line) => shapeOf(title.id, line))].join('\n'),
  ).values(),
];

/** What each target of a group has of its own: what is hidden behind the one that is shown would be agreed to unread. */
const ownTable = (rows: readonly Row[]): readonly string[] => {
  const columns = ownValues(rows.map(({ title, lines }) => ({ id: title.id, lines })));
  if (columns.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['Target', ...columns.map(({ line: of }) => code(of))]),
    line(['---', ...columns.map(() => '---')]),
    ...rows.map(({ title }, i) => line([code(title.id), ...columns.map(({ values }) => code(values[i]!))])),
    '',
  ];
};

const tableKey = ({ ended, title, effect }: Row): string =>
  [title.platform, ended.plan === undefined ? ended.state : counts(ended.plan), effect].join('\n');

const tableRow = (rows: readonly Row[]): string => {
  const [{ ended, title, effect }] = rows as readonly [Row];
  const summary = ended.plan === undefined ? '' : words(counts(ended.plan));
  const many = rows.length === 1 ? '' : `${rows.length}: `;
  return `| ${many}${some(rows.map((row) => row.title.id))} | ${words(title.platform)} | ${summary} | ${effect} |`;
};

const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);

/** How many of these lines, from the first on, have room. */
const fittingCount = (lines: readonly string[], room: number): number => {
  let size = 0;
  const first = lines.findIndex((line) => (size += line.length + 1) > room);
  return first === -1 ? lines.length : first;
};

/** A row for all targets of one platform to which as much is done; what is done to each stands in the details. */
const tableRows = (shown: readonly Row[], room: number): readonly string[] => {
  const groups = [...groupBy(shown, tableKey).values()];
  const rows = groups.map(tableRow);
  const fits = fittingCount(rows, room);
  const more = groups.slice(fits).flat().length;
  return more === 0 ? rows : [...rows.slice(0, fits), `| and ${more} more |  |  |  |`];
};

const details = (rows: readonly Row[], lines: readonly string[]): readonly string[] => {
  const [{ ended, title }] = rows as readonly [Row];
  const own = ownTable(rows);
  const same = own.length === 0 ? '' : `, but for what stands in the table below (shown: ${html(title.id)})`;
  const who =
    rows.length === 1
      ? `<b>${html(title.id)}</b> ${html(title.platform)} ${html(title.host)}`
      : `The same on ${rows.length} targets${same}: <b>${rows.map((row) => html(row.title.id)).join(', ')}</b>`;
  const what = ended.plan === undefined ? 'could not be planned' : counts(ended.plan);
  return ['<details>', `<summary>${who}: ${html(what)}</summary>`, '', ...block(lines), '', ...own, '</details>', ''];
};

interface Fitting {
  readonly lines: readonly string[];
  /** Ids of the targets that are not shown, or not whole. */
  readonly cut: readonly string[];
}

/** As many details as fit, the worst first. */
const fitting = (groups: readonly (readonly Row[])[], room: number): Fitting => {
  const lines: string[] = [];
  const cut: string[] = [];
  for (const rows of groups) {
    const whole = details(rows, rows[0]!.lines);
    const left = room - sizeOf(lines);
    if (sizeOf(whole) <= left) lines.push(...whole);
    else {
      const head = rows[0]!.lines.slice(0, 40);
      const short = details(rows, [...head, `  … and ${rows[0]!.lines.length - head.length} lines more`]);
      if (rows[0]!.lines.length > head.length && sizeOf(short) <= left) lines.push(...short);
      cut.push(...rows.map(({ title }) => title.id));
    }
  }
  return { lines, cut };
};

/** What a reader has to know before they take what follows for the whole plan. */
const cutWords = (cut: readonly string[], whole: string): readonly string[] =>
  cut.length === 0
    ? []
    : [
        `**Cut to the size of a comment**: the lines of ${some(cut)} are not all here. The whole plan: \`${whole}\`.`,
        '',
      ];

/** What the rules say, as much as fits; the rest is counted. */
const saidLines = (said: readonly string[], room: number, whole: string): readonly string[] => {
  const lines = said.map((line) => `- ${words(line)}`);
  const fits = fittingCount(lines, room);
  const more = lines.length - fits;
  return more === 0 ? lines : [...lines.slice(0, fits), `- and ${more} more: \`${whole}\``];
};

/**
 * The plan of all targets for a pull request: a verdict, a table, folded diffs. The worst stands first, targets with the
 * same change are one, and the whole fits into a comment. `said`: what the rules say, a line each;
 * `whole`: the command that shows what was cut.
 */
export const markdownPlan = (
  all: readonly TargetResult[],
  said: readonly string[] = [],
  most = limit,
  whole = 'tunnelwright plan',
): string => {
  const rows = all.map(rowOf).sort((a, b) => b.weight - a.weight);
  const groups = grouped(rows.filter((row) => !isQuiet(row)));
  const quiet = rows.filter(isQuiet).map(({ title }) => title.id);
  const table = [
    '| Target | Platform | Plan | Tunnels |',
    '| --- | --- | --- | --- |',
    ...tableRows(groups.flat(), most / 3),
  ];
  const top = [headline(rows), '', ...(groups.length === 0 ? [] : totals(rows))];
  const head = [
    ...(groups.length === 0 ? [] : [...table, '']),
    ...(quiet.length === 0 || groups.length === 0 ? [] : [`No changes: ${some(quiet)}.`, '']),
    ...saidLines(said, most / 6, whole),
    ...(said.length === 0 ? [] : ['']),
  ];
  const { lines, cut } = fitting(groups, most - sizeOf([...top, ...head]) - 1000);
  return `${[...top, ...cutWords(cut, whole), ...head, ...lines].join('\n').trimEnd()}\n`;
};
