import { cellHeight, sectionsOf, type Cell } from '../../../diagram/cells';
import { tally } from '../../../diagram/effect';
import type { DeviceGroup } from '../../../diagram/group';
import type { Box, Layout, Placed, PlacedBundle, Point } from '../../../diagram/layout';
import type { PictureDevice, PictureLink } from '../../../diagram/picture';
import type { DiagramEnd } from '../../../model/diagram';
import { escaped, shortened } from './escape';
import { countedWords, effectClass, effectWords, iconAt, markAt, symbols } from './marks';

/** What a click on a part of the picture opens. Its title is its name for those who hear it. */
const opens = (id: string, css: string): string => `class="${css}" data-id="${escaped(id)}" tabindex="0" role="button"`;

const text = (css: string, x: number, y: number, words: string, anchor = 'start'): string =>
  `<text class="${css}" x="${x}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`;

const countWords = ({ counts, effect }: PictureDevice): string => {
  if (effect === 'unknown' || effect === 'refused') return effectWords[effect];
  if (counts === undefined) return '';
  const parts = [
    ...(counts.create === 0 ? [] : [`${counts.create} new`]),
    ...(counts.update === 0 ? [] : [`${counts.update} changed`]),
    ...(counts.delete === 0 ? [] : [`${counts.delete} deleted`]),
  ];
  return parts.length === 0 ? 'no change' : parts.join(', ');
};

const deviceNode = (device: PictureDevice, { x, y, width, height }: Box): string => {
  const middle = y + height / 2;
  const counts = countWords(device);
  const label = [device.name, device.detail, counts].filter((part) => part !== '').join(', ');
  const css = `node ${effectClass(device.effect)} ${device.target === undefined ? 'foreign' : 'ours'}`;
  const top = counts === '' ? middle + 1 : middle - 9;
  return [
    `<g ${opens(device.id, css)}><title>${escaped(label)}</title>`,
    `<rect class="card" x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/>`,
    iconAt(device.role, x + 14, middle - 13),
    text('name', x + 52, top - (counts === '' ? 3 : 2), shortened(device.name, 19)),
    text('detail', x + 52, top + 14, shortened(device.detail, 28)),
    counts === '' ? '' : text('counts', x + 52, top + 31, shortened(counts, 28)),
    device.effect === 'unchanged' ? '' : markAt(device.effect, x + width - 4, y + 4, 20),
    '</g>',
  ].join('');
};

const groupNode = (group: DeviceGroup, { x, y, width, height }: Box): string => {
  const label = `${group.name}: ${tally(group.members.map(({ effect }) => effect))
    .map(([effect, count]) => `${count.toLocaleString('en')} ${countedWords[effect]}`)
    .join(', ')}`;
  const [{ device }] = group.members as readonly [DeviceGroup['members'][number]];
  const counts = tally(group.members.map(({ effect }) => effect)).slice(0, 3);
  const cards = [10, 5, 0].map(
    (d) => `<rect class="card" x="${x + d}" y="${y + 10 - d}" width="${width - 10}" height="${height - 10}" rx="10"/>`,
  );
  return [
    `<g ${opens(group.id, `node group ours ${effectClass(group.effect)}`)} aria-expanded="false"><title>${escaped(label)}</title>`,
    ...cards,
    iconAt(device.role, x + 14, y + 20),
    text('name', x + 52, y + 36, group.name),
    text('detail', x + 52, y + 52, `click to open`),
    ...counts.map(([effect, count], i) =>
      [
        markAt(effect, x + 26 + i * 62, y + height - 17, 15),
        text('counts', x + 37 + i * 62, y + height - 13, count.toLocaleString('en')),
      ].join(''),
    ),
    '</g>',
  ].join('');
};

const cell = ({ member: { device, effect }, x, y, width, isNamed }: Cell, isFirst: boolean): string => {
  const label = `${device.name}, ${effectWords[effect]}`;
  return [
    `<g class="cell ${effectClass(effect)}" data-id="${escaped(device.id)}" tabindex="${isFirst ? 0 : -1}" role="button"><title>${escaped(label)}</title>`,
    isNamed
      ? `<rect class="chip" x="${x}" y="${y}" width="${width}" height="${cellHeight}" rx="6"/>${markAt(effect, x + 12, y + 11, 12)}${text('chip-name', x + 23, y + 15, shortened(device.name, 14))}`
      : `<rect class="dot" x="${x}" y="${y}" width="${width}" height="${width}" rx="4"/>${markAt(effect, x + width / 2, y + width / 2, 11)}`,
    '</g>',
  ].join('');
};

const openGroup = (group: DeviceGroup, { x, y, width, height }: Box): string =>
  [
    `<g class="open-group" transform="translate(${x} ${y})">`,
    `<rect class="card" width="${width}" height="${height}" rx="12"/>`,
    text('name', 18, 30, group.name),
    `<g ${opens(group.id, 'closer')} aria-expanded="true"><title>${escaped(`close ${group.name}`)}</title>${`<rect x="${width - 76}" y="12" width="62" height="26" rx="13"/>`}${text('closer-name', width - 45, 29, 'close', 'middle')}</g>`,
    ...sectionsOf(group).flatMap(({ effect, count, y: top, cells }) => [
      text('heading', 18, top + 16, `${count.toLocaleString('en')} ${countedWords[effect]}`),
      ...cells.map((each, i) => cell(each, i === 0)),
    ]),
    '</g>',
  ].join('');

/** Straight where the words of an end stand, then a soft bend to the middle. */
const curve = ([a, b, c]: readonly [Point, Point, Point], straight: number): string => {
  const part = (from: Point, to: Point): string => {
    const middle = (from.x + to.x) / 2;
    return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
  };
  const inward = (end: Point): Point => {
    const length = Math.min(straight, Math.abs(b.x - end.x) / 2);
    return { x: end.x + (end.x < b.x ? length : -length), y: end.y };
  };
  const [from, to] = [inward(a), inward(c)];
  return `M${a.x} ${a.y}L${from.x} ${from.y}${part(from, b)}${part(b, to)}L${c.x} ${c.y}`;
};

/** `Tunnel100` of `mumbai-pair/Tunnel100`, which a manager has for several firewalls. */
const ownName = ({ name }: DiagramEnd): string | undefined => name?.slice(name.lastIndexOf('/') + 1);

const endWords = (end: DiagramEnd, at: Point, middle: Point): string => {
  const [x, anchor] = at.x < middle.x ? [at.x + 12, 'start'] : [at.x - 12, 'end'];
  const name = ownName(end);
  const address = end.address ?? end.outside;
  return [
    name === undefined ? '' : text('end', x, at.y - 7, shortened(name, 18), anchor),
    address === undefined ? '' : text('address', x, at.y + 15, shortened(address, 20), anchor),
  ].join('');
};

const kindWords: Readonly<Record<PictureLink['kind'], string>> = {
  tunnel: 'tunnel',
  access: 'remote access',
  radius: 'RADIUS',
  manages: 'manages',
  needs: 'refers to',
};

const bundleWords = ({ links }: PlacedBundle['bundle']): string => {
  const [first] = links as readonly [PictureLink];
  if (links.length > 1)
    return `${links.length.toLocaleString('en')} ${first.kind === 'tunnel' ? 'tunnels' : kindWords[first.kind]}`;
  return first.kind === 'tunnel' ? (first.name ?? 'tunnel') : kindWords[first.kind];
};

const bundleLabel = ({ bundle }: PlacedBundle, names: ReadonlyMap<string, string>): string => {
  const between = bundle.ends.map((id) => names.get(id) ?? id).join(' and ');
  return `${bundleWords(bundle)} between ${between}: ${effectWords[bundle.effect]}`;
};

const line = (placed: PlacedBundle, names: ReadonlyMap<string, string>): string => {
  const { bundle, points } = placed;
  const [a, middle, b] = points;
  const [first] = bundle.links as readonly [PictureLink];
  const words = shortened(bundleWords(bundle), 18);
  const isMarked = bundle.effect !== 'unchanged';
  const width = Math.round([...words].length * 6.7 + (isMarked ? 44 : 18));
  const left = middle.x - width / 2;
  const label = bundleLabel(placed, names);
  const path = curve(points, first.kind === 'tunnel' ? 84 : 0);
  return [
    `<g ${opens(bundle.links.length === 1 ? first.id : bundle.id, `line k-${first.kind} ${effectClass(bundle.effect)}`)}><title>${escaped(label)}</title>`,
    `<path class="reach" d="${path}"/><path class="stroke" d="${path}"/>`,
    `<rect class="pill" x="${left}" y="${middle.y - 12}" width="${width}" height="24" rx="12"/>`,
    isMarked ? markAt(bundle.effect, left + 15, middle.y, 17) : '',
    text('words', middle.x + (isMarked ? 11 : 0), middle.y + 4, words, 'middle'),
    ...(bundle.links.length === 1 && first.kind === 'tunnel'
      ? [endWords(first.ends[0], a, middle), endWords(first.ends[1], b, middle)]
      : []),
    '</g>',
  ].join('');
};

const node = (placed: Placed): string => {
  if ('device' in placed) return deviceNode(placed.device, placed.box);
  return placed.isOpen ? openGroup(placed.group, placed.box) : groupNode(placed.group, placed.box);
};

/** A layout as SVG. `style`: the style sheet, where the picture stands alone; `scene`: its name within a page. */
export const drawing = (
  layout: Layout,
  { style, scene }: { readonly style?: string; readonly scene?: string } = {},
): string => {
  const { width, height, nodes, lines } = layout;
  const names = new Map(
    nodes.map((each) =>
      'device' in each ? ([each.device.id, each.device.name] as const) : ([each.group.id, each.group.name] as const),
    ),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="network" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="The network"`,
    scene === undefined ? '' : ` data-scene="${escaped(scene)}"`,
    '>',
    style === undefined
      ? ''
      : `<style>${style}</style><defs>${symbols}</defs><rect class="paper" width="100%" height="100%"/>`,
    ...lines.map((each) => line(each, names)),
    ...nodes.map(node),
    '</svg>',
  ].join('');
};
