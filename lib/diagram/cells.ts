import { groupBy } from '../kernel/group';
import { effects, type Effect } from './effect';
import type { DeviceGroup, Member } from './group';

/** One device of an open group: with its name, or as a mark where there are too many of its kind. */
export interface Cell {
  readonly member: Member;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isNamed: boolean;
}
/** The devices of an open group with the same effect, below their heading. */
export interface CellSection {
  readonly effect: Effect;
  readonly count: number;
  readonly y: number;
  readonly cells: readonly Cell[];
}

export const cellHeight = 22;
const gap = 6;
const [namedWidth, markWidth] = [122, 16];
const [padding, head, heading] = [18, 46, 26];
/** So many are still named. */
const mostNamed = 40;

const widthOf = ({ members }: DeviceGroup): number => {
  const columns = Math.min(6, Math.max(3, Math.ceil(Math.sqrt(Math.min(members.length, mostNamed) / 2))));
  return 2 * padding + columns * (namedWidth + gap) - gap;
};

const cellsOf = (members: readonly Member[], top: number, width: number): readonly Cell[] => {
  const isNamed = members.length <= mostNamed;
  const step = isNamed ? namedWidth + gap : markWidth + gap / 2;
  const rowStep = isNamed ? cellHeight + gap : markWidth + gap / 2;
  const columns = Math.max(1, Math.floor((width - 2 * padding + gap) / step));
  return members.map((member, i) => ({
    member,
    x: padding + (i % columns) * step,
    y: top + Math.floor(i / columns) * rowStep,
    width: isNamed ? namedWidth : markWidth,
    isNamed,
  }));
};

/** The devices of an open group, from its upper left corner: by what happens to them, the worst first. */
export const sectionsOf = (group: DeviceGroup): readonly CellSection[] => {
  const byEffect = groupBy(group.members, ({ effect }) => effect);
  const width = widthOf(group);
  let y = head;
  return effects.flatMap((effect): readonly CellSection[] => {
    const members = byEffect.get(effect) ?? [];
    if (members.length === 0) return [];
    const cells = cellsOf(members, y + heading, width);
    const section = { effect, count: members.length, y, cells };
    const last = cells.at(-1)!;
    y = last.y + (last.isNamed ? cellHeight : markWidth) + 14;
    return [section];
  });
};

export const openSize = (group: DeviceGroup): { readonly width: number; readonly height: number } => {
  const cells = sectionsOf(group).flatMap((section) => section.cells);
  const last = cells.at(-1)!;
  return { width: widthOf(group), height: last.y + (last.isNamed ? cellHeight : markWidth) + padding };
};
