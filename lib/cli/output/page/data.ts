import type { Grouped } from '../../../diagram/group';
import { isSession, type Picture, type PictureLink } from '../../../diagram/picture';
import type { DiagramEnd } from '../../../model/diagram';
import { signMark, changeLines } from '../../../plan/change-lines';
import type { Change, TargetPlan } from '../../../plan/plan';
import { honest } from '../../../plan/shown-rollback';
import type { PlacedFinding } from '../../../rules/engine/places';
import { visible } from '../../../kernel/text';
import type { TargetResult } from '../../../run/target-result';
import { nameplate, titled } from '../report';
import { effectWords } from './marks';

/** A finding of the rules, with why it is accepted where it is waived. */
export type PageFinding = Pick<PlacedFinding, 'rule' | 'severity' | 'path' | 'message' | 'remedy'> & {
  readonly waived?: string;
};

/** Texts by their numbers: what a thousand devices say alike stands once. */
class Pool {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  readonly put = (text: string): number => {
    const shown = visible(text);
    const known = this.numbers.get(shown);
    if (known !== undefined) return known;
    this.numbers.set(shown, this.texts.length);
    return this.texts.push(shown) - 1;
  };
}

const blockOf = (change: Change, { put }: Pool): object => {
  const { mark, title, body, overridden, impact, goes, stays } = changeLines(change);
  return {
    mark,
    title: put(title),
    path: put(change.path),
    lines: body.map(({ sign, depth, text }) => put(`${signMark(sign)} ${'  '.repeat(depth)}${text}`)),
    impact: impact.map(put),
    overridden: overridden.map(put),
    goes: goes.map(put),
    stays: stays.map(put),
  };
};

const busyIn = ({ changes }: TargetPlan): readonly Change[] => changes.filter(({ action }) => action !== 'none');

const planOf = (plan: TargetPlan, show: (step: unknown) => readonly string[], pool: Pool): object => {
  const busy = busyIn(plan);
  const { put } = pool;
  return {
    blocks: busy.map((change) => blockOf(change, pool)),
    steps: busy.flatMap(({ steps }) => steps.flatMap(show).map(put)),
    undo: [...busy].reverse().flatMap(({ undo }) => undo.map(honest).flatMap(show).map(put)),
    operations: plan.operations.map(({ words, destroys }) =>
      put(destroys ? `${words} (needs --allow-destroy-keys)` : words),
    ),
    waiting: [...plan.waiting, ...plan.unfinished].map(put),
    warnings: plan.warnings.map(put),
    blocked: plan.blocked.map(({ path, message, hint }) => put(`[${path}] ${message}${hint ? `. ${hint}` : ''}`)),
  };
};

const targetOf = (ended: TargetResult, findings: readonly PageFinding[], pool: Pool): object => {
  const { id, platform, host } = nameplate(ended);
  const { target } = ended.work;
  const paths = new Set(target.desired.items.map(({ path }) => path));
  const own = findings.flatMap(({ path }, i) =>
    path === target.path || path.startsWith(`${target.path}/`) || paths.has(path) ? [i] : [],
  );
  return {
    ...{ id, platform, host: visible(host), findings: own },
    problems: ended.problems.map(({ path, message, hint }) =>
      pool.put(`[${path}] ${message}${hint ? `. ${hint}` : ''}`),
    ),
    ...(ended.plan === undefined
      ? { isUnread: true }
      : planOf(ended.plan, titled({ ...ended, plan: ended.plan }).show, pool)),
  };
};

/** The blocks of a target, by their places, that write an end of a connection or do something to its session. */
const blocksOf = (plan: TargetPlan | undefined, end: DiagramEnd, other: DiagramEnd): readonly number[] =>
  (plan === undefined ? [] : busyIn(plan)).flatMap(({ path, impact }, place) =>
    path === end.path || impact?.tunnels.some((session) => isSession(session, end, other)) ? [place] : [],
  );

const linkOf = (
  { ends: [a, b], ...link }: PictureLink,
  planAt: (device: string) => TargetPlan | undefined,
): object => ({
  ...link,
  ends: [
    { ...a, blocks: blocksOf(planAt(a.device), a, b) },
    { ...b, blocks: blocksOf(planAt(b.device), b, a) },
  ],
});

/** What the page shows of what is clicked on. */
export const pageData = (
  picture: Picture,
  { groups, bundles }: Grouped,
  all: readonly TargetResult[],
  findings: readonly PageFinding[],
): object => {
  const pool = new Pool();
  const targets = Object.fromEntries(
    all.map((ended) => [`${ended.work.stack}/${ended.work.target.id}`, targetOf(ended, findings, pool)]),
  );
  const plans = new Map(all.map(({ work, plan }) => [`${work.stack}/${work.target.id}`, plan]));
  const targetOfDevice = new Map(picture.devices.map(({ id, target }) => [id, target]));
  const planAt = (device: string): TargetPlan | undefined => plans.get(targetOfDevice.get(device) ?? '');
  return {
    isPlanned: picture.isPlanned,
    devices: picture.devices,
    links: picture.links.map((link) => linkOf(link, planAt)),
    groups: groups.map(({ id, name, members }) => ({
      id,
      name,
      members: members.map(({ device, effect }) => ({ id: device.id, effect })),
    })),
    bundles: bundles
      .filter(({ links }) => links.length > 1)
      .map(({ id, links }) => ({ id, links: links.map((link) => link.id) })),
    targets,
    findings,
    texts: pool.texts,
    words: effectWords,
  };
};
