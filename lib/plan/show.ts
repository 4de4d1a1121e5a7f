import { otherSecret } from '../model/secret';
import { changeLines, signMark, staysWords, titleOf } from './change-lines';
import { honest } from './shown-rollback';
import { isEmpty, type Change, type TargetPlan } from './plan';

/** How words are made to stand out; the identity where output is not a terminal. */
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

/** What the numbers of a headline say: what a plan would do, or what happened to a device. */
export type Wording = 'plan' | 'drift';
const counted: Readonly<Record<Wording, readonly (readonly [Change['action'], string])[]>> = {
  plan: [
    ['create', 'to create'],
    ['update', 'to change'],
    ['adopt', 'to adopt'],
    ['delete', 'to delete'],
  ],
  drift: [
    ['update', 'changed'],
    ['delete', 'gone'],
  ],
};
const seldom: readonly Change['action'][] = ['adopt'];
/** What is done besides: a mail to a user is no key. */
const operated = ({ operations }: TargetPlan): readonly string[] => {
  const sent = operations.filter(({ kind }) => kind === 'activate').length;
  return (
    [
      [operations.length - sent, 'to do with keys and certificates'],
      [sent, 'to send to users'],
    ] as const
  ).flatMap(([n, words]) => (n === 0 ? [] : [`${n} ${words}`]));
};
export const counts = (plan: TargetPlan, wording: Wording = 'plan'): string =>
  counted[wording]
    .map(([action, words]) => ({ action, words, n: plan.changes.filter((change) => change.action === action).length }))
    .filter(({ action, n }) => n > 0 || !seldom.includes(action))
    .map(({ n, words }) => `${n} ${words}`)
    .concat(operated(plan))
    .join(', ');

/** How much of a plan is shown. */
export interface Detail {
  readonly steps: boolean;
  readonly undo: boolean;
  /** Lines of others, which are expected to be there. Default: shown. */
  readonly stays?: boolean;
  /** Default: plan. */
  readonly wording?: Wording;
}

const showChange = (change: Change, paint: Paint, stays: boolean): readonly string[] => {
  const { mark, title, body, overridden, impact, goes, ...others } = changeLines(change);
  const tint = change.action === 'create' ? paint.add : change.action === 'delete' ? paint.remove : paint.change;
  const lines = body.map(({ sign, depth, text }) => {
    const line = `      ${signMark(sign)} ${'  '.repeat(depth)}${text}`;
    return sign === 'add' ? paint.add(line) : sign === 'remove' ? paint.remove(line) : paint.faint(line);
  });
  return [
    `  ${tint(`${mark} ${title}`)}  ${paint.faint(`[${change.path}]`)}`,
    ...lines,
    ...overridden.map((words) => paint.change(`      ^ overridden: ${words}`)),
    ...impact.map((words) => paint.warn(`      ! ${words}`)),
    ...goes.map((words) => paint.remove(`      · ${words}`)),
    ...(stays ? others.stays : []).map((words) => paint.faint(`      · ${words}`)),
  ];
};

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

/** A secret that is replaced or goes is kept nowhere here: without it a rollback cannot bring it back. */
const secretsToKeep = (changes: readonly Change[], paint: Paint): readonly string[] => {
  const those = changes.filter(({ undo }) => JSON.stringify(undo).includes(otherSecret)).map(titleOf);
  return those.length === 0
    ? []
    : [
        paint.warn(
          `  ! rollback needs the present secret of ${those.join(', ')}, which is not kept here: keep it for rollback --previous-secret`,
        ),
      ];
};

/** What is stored and does not run yet, by device: the third state beside declared and stored. */
export const stored = ({ undeployed = [] }: TargetPlan, paint: Paint): readonly string[] =>
  [...new Set(undeployed.map(({ device }) => device))].flatMap((device) => [
    paint.change(`  stored, not deployed to ${device}:`),
    ...undeployed
      .filter((one) => one.device === device)
      .map(({ what, by, ours }) =>
        paint.faint(`      ${what}${by.length > 0 ? ` by ${by.join(', ')}` : ''}${ours ? '' : ', not ours'}`),
      ),
  ]);

/** One target's plan for a person: counts, changes, what is sent, what stays, how it is taken back. */
export const showPlan = (titled: Titled, paint: Paint, detail: Detail): readonly string[] => {
  const { plan } = titled;
  const busy = plan.changes.filter((change) => change.action !== 'none');
  const head = `${paint.strong(titled.id)}  ${titled.platform}  ${titled.host}`;
  const warnings = plan.warnings.map((text) => paint.warn(`  ! ${text}`));
  const shown = detail.stays ?? true;
  const quiet = (shown ? plan.changes : []).filter((change) => change.action === 'none' && change.unmanaged.length > 0);
  const stays = quiet.flatMap((change) =>
    staysWords(change).map((words) => paint.faint(`  · ${titleOf(change)}: ${words}`)),
  );
  const waits = [...plan.waiting.map((text) => paint.warn(`  … ${text}`)), ...stored(plan, paint)];
  if (isEmpty(plan)) return [`${head}: No changes.`, ...warnings, ...waits, ...stays];
  return [
    `${head}: ${counts(plan, detail.wording)}`,
    ...warnings,
    ...busy.flatMap((change) => showChange(change, paint, shown)),
    ...(detail.wording === 'drift' ? [] : secretsToKeep(busy, paint)),
    ...stays,
    ...plan.operations.map(({ words, path, destroys }) =>
      [
        destroys ? paint.remove(`  ! ${words} (needs --allow-destroy-keys)`) : paint.add(`  * ${words}`),
        paint.faint(`[${path}]`),
      ].join('  '),
    ),
    ...waits,
    ...plan.unfinished.map((text) => `  ${paint.change('~')} ${text}`),
    ...plan.blocked.flatMap((p) => [
      paint.remove(`  ✗ [${p.path}] ${p.message}`),
      ...(p.hint ? [`      → ${p.hint}`] : []),
    ]),
    ...(detail.steps ? steps('sent, in this order:', busy, (change) => change.steps, titled.show, paint) : []),
    ...(detail.undo
      ? steps('rollback:', [...busy].reverse(), (change) => change.undo.map(honest), titled.show, paint)
      : []),
  ];
};
