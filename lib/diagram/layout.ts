import { createRequire } from 'node:module';
import { groupBy } from '../kernel/group';
import type { DeviceRole } from '../model/diagram';
import { openSize } from './cells';
import type { Bundle, DeviceGroup, Grouped } from './group';
import type { PictureDevice } from './picture';

/** What is asked of dagre; its own types are for programs of ES modules alone. */
interface DagreGraph {
  setGraph(label: object): void;
  graph(): { readonly width?: number; readonly height?: number };
  setNode(id: string, size: object): void;
  node(id: string): Point;
  setEdge(from: string, to: string, label: object, name: string): void;
  edges(): readonly { readonly v: string; readonly w: string; readonly name: string }[];
  edge(from: string, to: string, name: string): Point;
}
interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph;
  layout(graph: DagreGraph): void;
}
/** It is loaded when a picture is drawn. */
const load = createRequire(__filename);

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A rectangle by its upper left corner; in pixels, as all here. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
export type Placed =
  | { readonly box: Box; readonly device: PictureDevice }
  | { readonly box: Box; readonly group: DeviceGroup; readonly isOpen: boolean };
export interface PlacedBundle {
  readonly bundle: Bundle;
  /** From one device to the other; the one in the middle is where its words stand. */
  readonly points: readonly [Point, Point, Point];
}
/** Where everything is. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Placed[];
  readonly lines: readonly PlacedBundle[];
}

const margin = 28;
const deviceSize = { width: 236, height: 72 } as const;
const groupSize = { width: 236, height: 92 } as const;
/** Between two lines that end at one side of a device: their words need it. */
const lineGap = 44;

/** Who calls stands on the left, who answers on the right. */
const column: Readonly<Record<DeviceRole, number>> = {
  users: 0,
  files: 0,
  peer: 1,
  router: 2,
  firewall: 2,
  manager: 3,
  proxy: 3,
  radius: 4,
  identity: 4,
  duo: 4,
};

interface Node {
  readonly id: string;
  readonly role: DeviceRole;
  readonly size: { readonly width: number; readonly height: number };
  readonly degree: number;
}

const nodesOf = ({ devices, groups, bundles }: Grouped, open: string | undefined): readonly Node[] => {
  const ends = groupBy(
    bundles.flatMap(({ ends: [a, b], links: [link] }) => [
      { id: a, isTunnel: link?.kind === 'tunnel' },
      { id: b, isTunnel: link?.kind === 'tunnel' },
    ]),
    ({ id }) => id,
  );
  const degreeOf = (id: string): number => ends.get(id)?.length ?? 0;
  // Its words need room where a tunnel ends.
  const tall = (id: string, height: number): number =>
    Math.max(height, (ends.get(id) ?? []).filter(({ isTunnel }) => isTunnel).length * lineGap);
  return [
    ...devices.map(({ id, role }) => ({
      id,
      role,
      size: { ...deviceSize, height: tall(id, deviceSize.height) },
      degree: degreeOf(id),
    })),
    ...groups.map((group) => ({
      id: group.id,
      role: group.members[0]!.device.role,
      size: group.id === open ? openSize(group) : groupSize,
      degree: 0,
    })),
  ];
};

/** Room for the words of a line: its own in the middle, and those of both ends. */
const labelSize = ({ links: [link] }: Bundle): { readonly width: number; readonly height: number } =>
  link?.kind === 'tunnel' ? { width: 330, height: 40 } : { width: 96, height: 28 };

const leftFirst = (a: Node, b: Node): readonly [string, string] =>
  column[a.role] > column[b.role] || (column[a.role] === column[b.role] && a.degree > b.degree)
    ? [b.id, a.id]
    : [a.id, b.id];

const arranged = (nodes: readonly Node[], bundles: readonly Bundle[]): DagreGraph => {
  const { Graph, layout } = load('@dagrejs/dagre') as Dagre;
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 34, edgesep: 26, ranksep: 36, marginx: margin, marginy: margin });
  for (const { id, size } of nodes) graph.setNode(id, { ...size });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const bundle of bundles) {
    const [a, b] = bundle.ends.map((id) => byId.get(id)!) as [Node, Node];
    const [from, to] = leftFirst(a, b);
    graph.setEdge(from, to, { ...labelSize(bundle), labelpos: 'c' }, bundle.id);
  }
  layout(graph);
  return graph;
};

type Side = 'left' | 'right';
/** Where a line leaves the box of each of its ends: lines of one side share it, in the order of where they lead. */
const ports = (
  lines: readonly { readonly bundle: Bundle; readonly middle: Point }[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Point> => {
  const ends = lines.flatMap(({ bundle, middle }) =>
    bundle.ends.map((id) => {
      const box = boxes.get(id)!;
      const side: Side = middle.x < box.x + box.width / 2 ? 'left' : 'right';
      return { id, side, box, middle, key: `${bundle.id}\n${id}` };
    }),
  );
  const sides = groupBy(ends, ({ id, side }) => `${id}\n${side}`).values();
  return new Map(
    [...sides].flatMap((all) =>
      [...all]
        .sort((a, b) => a.middle.y - b.middle.y)
        .map(({ key, side, box }, i) => {
          const step = Math.min(lineGap, box.height / all.length);
          const y = box.y + box.height / 2 + (i - (all.length - 1) / 2) * step;
          return [key, { x: side === 'left' ? box.x : box.x + box.width, y }] as const;
        }),
    ),
  );
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Places devices, groups and lines, with one group open or none. */
export const placed = (grouped: Grouped, open?: string): Layout => {
  const nodes = nodesOf(grouped, open);
  const graph = arranged(nodes, grouped.bundles);
  const boxes = new Map(
    nodes.map(({ id, size: { width, height } }) => {
      const { x, y } = graph.node(id);
      return [id, { x: rounded(x - width / 2), y: rounded(y - height / 2), width, height }] as const;
    }),
  );
  const labels = new Map(graph.edges().map(({ v, w, name }) => [name, graph.edge(v, w, name)] as const));
  const lines = grouped.bundles.map((bundle) => ({ bundle, middle: labels.get(bundle.id)! }));
  const ends = ports(lines, boxes);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(Math.max(width, 2 * margin)),
    height: Math.ceil(Math.max(height, 2 * margin)),
    nodes: [
      ...grouped.devices.map((device) => ({ box: boxes.get(device.id)!, device })),
      ...grouped.groups.map((group) => ({ box: boxes.get(group.id)!, group, isOpen: group.id === open })),
    ],
    lines: lines.map(({ bundle, middle }) => {
      const [a, b] = bundle.ends.map((id) => ends.get(`${bundle.id}\n${id}`)!) as [Point, Point];
      return { bundle, points: [a, { x: rounded(middle.x), y: rounded(middle.y) }, b] };
    }),
  };
};
