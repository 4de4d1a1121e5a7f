import type { Difference } from '../desired/item';
import { nouns, type Kind } from '../model/nouns';
import { masked, withoutLogin } from '../model/secret';
import type { Change } from './plan';

/** One change in words, whatever it is shown in. No secret is in it. */
export interface ChangeLines {
  readonly mark: string;
  readonly title: string;
  /** What is added, removed and stays; `depth` counts from the title. */
  readonly body: readonly Difference[];
  readonly overridden: readonly string[];
  /** What it does to tunnels that are up: one line, or none. */
  readonly impact: readonly string[];
  /** Lines of others in the same block, and what becomes of them: `not ours, stays: shutdown`. */
  readonly stays: readonly string[];
  /** `not ours, goes with it: …`. */
  readonly goes: readonly string[];
}

const marks: Readonly<Record<Change['action'], string>> = {
  create: '+',
  update: '~',
  delete: '-',
  adopt: '>',
  none: ' ',
};

/** In front of a line, as `diff` has it. */
export const signMark = (sign: Difference['sign']): string => (sign === 'add' ? '+' : sign === 'remove' ? '-' : ' ');

/** What an object is called, whatever becomes of it. */
export const titleOf = (change: Pick<Change, 'kind' | 'name' | 'title'>): string => {
  if (change.title !== undefined) return change.title;
  const title = nouns[change.kind as Kind]?.title ?? change.kind;
  return title.endsWith('s') ? title : `${title} ${change.name}`;
};

/** What of an object is not ours and stays. */
export const staysWords = ({ unmanaged }: Pick<Change, 'unmanaged'>): readonly string[] =>
  unmanaged.map((line) => `not ours, stays: ${masked(line)}`);

export const changeLines = (change: Omit<Change, 'steps' | 'undo'>): ChangeLines => {
  const [head] = change.differences;
  const inBlock = head !== undefined && head.depth === 0 && change.differences.slice(1).every((d) => d.depth > 0);
  const body = inBlock ? change.differences.slice(1) : change.differences;
  const tunnels = change.impact?.tunnels ?? [];
  const count = tunnels.length === 1 ? '1 tunnel' : `${tunnels.length} tunnels`;
  return {
    mark: marks[change.action],
    title: inBlock ? head.text : titleOf(change),
    body: body.map(({ sign, depth, text }) => ({ sign, depth: Math.max(0, depth - 1), text: withoutLogin(text) })),
    overridden: (change.overrides ?? []).map(masked),
    impact: change.impact === undefined ? [] : [`${change.impact.effect}: ${count} (${tunnels.join(', ')})`],
    stays: staysWords(change),
    goes: (change.takenAlong ?? []).map((line) => `not ours, goes with it: ${masked(line)}`),
  };
};
