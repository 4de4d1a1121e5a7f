import { isEmpty, type Change, type TargetPlan } from './plan';

/** How words are made to stand out; the identity where output is no terminal. */
export interface Paint {
  readonly add: (text: string) => string;
  readonly remove: (text: string) => string;
  readonly change: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly warn: (text: string) => string;
}
const same = (text: string): string => text;
export const plain: Paint = { add: same, remove: same, change: same, faint: same, strong: same, warn: same };

export interface Titled {
  readonly id: string;
  readonly platform: string;
  readonly host: string;
  readonly plan: TargetPlan;
  /** One step in words a person knows. */
  readonly show: (step: unknown) => readonly string[];
}

const counted: readonly (readonly [Change['action'], string])[] = [
  ['create', 'to create'],
  ['update', 'to change'],
  ['adopt', 'to adopt'],
  ['delete', 'to delete'],
];
export const counts = (plan: TargetPlan): string => {
  const parts = counted.flatMap(([action, words]) => {
    const n = plan.changes.filter((change) => change.action === action).length;
    return n === 0 && action !== 'create' && action !== 'update' && action !== 'delete' ? [] : [`${n} ${words}`];
  });
  return parts.join(', ');
};

const marks: Readonly<Record<Change['action'], string>> = {
  create: '+',
  update: '~',
  delete: '-',
  adopt: '>',
  none: ' ',
};

const showChange = (change: Change, paint: Paint): readonly string[] => {
  const [head, ...body] = change.differences;
  const tint = change.action === 'create' ? paint.add : change.action === 'delete' ? paint.remove : paint.change;
  const title =
    head !== undefined && head.depth === 0 && change.differences.length > 1
      ? head.text
      : `${change.kind} ${change.name}`;
  const lines = (title === head?.text ? body : change.differences).map((d) => {
    const mark = d.sign === 'add' ? '+' : d.sign === 'remove' ? '-' : ' ';
    const text = `      ${mark} ${'  '.repeat(Math.max(0, d.depth - 1))}${d.text}`;
    return d.sign === 'add' ? paint.add(text) : d.sign === 'remove' ? paint.remove(text) : paint.faint(text);
  });
  const bare = change.differences.length === 1 && head !== undefined ? head.text : title;
  const foreign = change.unmanaged.map((line) => paint.faint(`      · not ours, stays: ${masked(line)}`));
  return [
    `  ${tint(`${marks[change.action]} ${bare}`)}  ${paint.faint(`[${change.path}]`)}`,
    ...(change.differences.length === 1 ? [] : lines),
    ...foreign,
  ];
};

/** Lines of others may hold secrets; what follows such a word is not shown. */
const masked = (line: string): string =>
  line.replace(/\b(password|secret|key|key-string|community|authentication|md5)\s+(\d\s+)?\S+/gi, '$1 <hidden>');

const steps = (
  title: string,
  changes: readonly Change[],
  of: (change: Change) => readonly unknown[],
  show: Titled['show'],
  paint: Paint,
): readonly string[] => {
  const lines = changes.flatMap((change) => of(change).flatMap(show));
  return lines.length === 0 ? [] : [paint.faint(`  ${title}`), ...lines.map((line) => `    ${line}`)];
};

/** One target's plan for a person: counts, changes, what is sent, what stays, how it is taken back. */
export const showPlan = (
  titled: Titled,
  paint: Paint,
  detail: { readonly steps: boolean; readonly undo: boolean },
): readonly string[] => {
  const { plan } = titled;
  const busy = plan.changes.filter((change) => change.action !== 'none');
  const head = `${paint.strong(titled.id)}  ${titled.platform}  ${titled.host}`;
  const warnings = plan.warnings.map((text) => paint.warn(`  ! ${text}`));
  const quiet = plan.changes.filter((change) => change.action === 'none' && change.unmanaged.length > 0);
  const stays = quiet.flatMap((change) =>
    change.unmanaged.map((line) => paint.faint(`  · ${change.name}: not ours, stays: ${masked(line)}`)),
  );
  if (isEmpty(plan)) return [`${head}: No changes.`, ...warnings, ...stays];
  return [
    `${head}: ${counts(plan)}`,
    ...warnings,
    ...busy.flatMap((change) => showChange(change, paint)),
    ...stays,
    ...plan.unfinished.map((text) => `  ${paint.change('~')} ${text}`),
    ...plan.blocked.flatMap((p) => [
      paint.remove(`  ✗ [${p.path}] ${p.message}`),
      ...(p.hint ? [`      → ${p.hint}`] : []),
    ]),
    ...(detail.steps ? steps('sent, in this order:', busy, (change) => change.steps, titled.show, paint) : []),
    ...(detail.undo ? steps('the way back:', [...busy].reverse(), (change) => change.undo, titled.show, paint) : []),
  ];
};
