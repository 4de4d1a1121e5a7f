import { groupBy } from '../../../kernel/group';
import { counts } from '../../../plan/show';
import { isEmpty } from '../../../plan/plan';
import type { TargetResult } from '../../../run/target-result';
import { ownValues, shapeOf } from '../alike';
import { linesOf } from '../markdown';
import { nameplate } from '../report';
import { escaped } from './escape';

interface Row {
  readonly ended: TargetResult;
  readonly id: string;
  readonly lines: readonly string[];
}

const rowOf = (ended: TargetResult): Row => ({
  ended,
  id: ended.work.target.id,
  lines:
    ended.plan === undefined
      ? ended.problems.map(({ path, message, hint }) => `- [${path}] ${message}${hint ? ` → ${hint}` : ''}`)
      : linesOf({ ...ended, plan: ended.plan }),
});

const signs: Readonly<Record<string, string>> = { '+': 'add', '-': 'remove', '!': 'note' };
const cssOf = (line: string): string =>
  line.startsWith('!   drops now') ? 'impact' : (signs[line[0] ?? ''] ?? 'same');
const diff = (lines: readonly string[]): string =>
  `<pre class="diff">${lines.map((line) => `<span class="${cssOf(line)}">${escaped(line)}</span>`).join('')}</pre>`;

const most = 60;
const names = (rows: readonly Row[]): string => {
  const shown = rows
    .slice(0, 8)
    .map(({ id }) => `<b>${escaped(id)}</b>`)
    .join(', ');
  return rows.length > 8 ? `${shown} and ${(rows.length - 8).toLocaleString('en')} more` : shown;
};

/** What each of them has of its own. */
const ownTable = (rows: readonly Row[]): string => {
  const columns = rows.length === 1 ? [] : ownValues(rows);
  if (columns.length === 0) return '';
  const head = columns.map(({ line }) => `<th scope="col"><code>${escaped(line)}</code></th>`).join('');
  const body = rows
    .slice(0, most)
    .map(
      ({ id }, i) =>
        `<tr><th scope="row">${escaped(id)}</th>${columns.map(({ values }) => `<td><code>${escaped(values[i]!)}</code></td>`).join('')}</tr>`,
    );
  const more =
    rows.length > most
      ? `<p class="soft">and ${(rows.length - most).toLocaleString('en')} more: click one in the picture.</p>`
      : '';
  return `<div class="scroll" tabindex="0" role="region" aria-label="What each of them has of its own"><table><thead><tr><th scope="col">Target</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>${more}`;
};

const section = (rows: readonly Row[], isOpen: boolean): string => {
  const [{ ended, lines }] = rows as readonly [Row];
  const { platform, host } = nameplate(ended);
  const what = ended.plan === undefined ? 'could not be planned' : counts(ended.plan);
  const who =
    rows.length === 1
      ? `${escaped(platform)}, ${escaped(host)}`
      : `the same change on ${rows.length.toLocaleString('en')} targets`;
  return `<details class="change"${isOpen ? ' open' : ''}><summary><span class="who">${names(rows)}</span> <span class="soft">${who}</span> <span class="what">${escaped(what)}</span></summary>${diff(lines)}${ownTable(rows)}</details>`;
};

/** What changes on each target, targets with the same change once. In the order that they are given in. */
export const changeSections = (all: readonly TargetResult[]): string => {
  const busy = all.filter(({ plan }) => plan === undefined || !isEmpty(plan)).map(rowOf);
  const quiet = all.length - busy.length;
  const groups = [
    ...groupBy(busy, ({ id, lines, ended }) =>
      [ended.work.target.platform, ...lines.map((line) => shapeOf(id, line))].join('\n'),
    ).values(),
  ];
  const rest =
    quiet === 0
      ? ''
      : `<p class="soft">${quiet.toLocaleString('en')} ${quiet === 1 ? 'target stays' : 'targets stay'} as ${quiet === 1 ? 'it is' : 'they are'}.</p>`;
  return `${groups.map((rows) => section(rows, groups.length <= 3 && rows[0]!.lines.length <= 60)).join('')}${rest}`;
};
