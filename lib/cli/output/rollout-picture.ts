import { deviceCount, showGate, statusOrder, statusWords } from '../../rollout/show';
import type { DeviceStatus, RolloutState } from '../../rollout/state';
import { escaped, shortened } from './page/escape';

/** All lengths in pixels: a square for each device, so many in a row, and the edge around all. */
const square = 14;
const pitch = 17;
const perRow = 50;
const edge = 24;
const width = 2 * edge + perRow * pitch;

/** A sign within a square, so that nobody has to tell colours apart. */
const signs: Readonly<Record<DeviceStatus, string>> = {
  done: '',
  waiting: '',
  changing: '~',
  failed: '×',
  unknown: '?',
  unreached: '!',
  skipped: '-',
  'rolling back': '~',
  'rolled back': '<',
  kept: '!',
};

const style = `
svg{font-family:system-ui,sans-serif;font-size:13px;fill:#1f2933}
.paper{fill:#fff}.title{font-size:18px;font-weight:600}.name{font-size:15px;font-weight:600}.soft{fill:#52606d}
.done{fill:#2f8f5b}.waiting{fill:#eef1f4;stroke:#9aa5b1}.changing,.rolling-back{fill:#2b6cb0}.failed,.kept{fill:#c0262d}
.unknown,.unreached{fill:#a8590a}.skipped{fill:#697586}.rolled-back{fill:#6b46c1}
.sign{fill:#fff;font-size:12px;font-weight:700;text-anchor:middle}
.gate{stroke:#9aa5b1;stroke-width:2;stroke-dasharray:5 4}.gate.passed{stroke:#2f8f5b;stroke-dasharray:none}
.gate.bad{stroke:#c0262d;stroke-width:4;stroke-dasharray:none}.bad-words{fill:#c0262d;font-weight:600}
@media (prefers-color-scheme:dark){svg{fill:#e4e7eb}.paper{fill:#14181d}.soft{fill:#9aa5b1}.waiting{fill:#262d36;stroke:#697586}.bad-words{fill:#ff7b80}}
`.replaceAll('\n', '');

const text = (css: string, x: number, y: number, words: string): string =>
  `<text class="${css}" x="${x}" y="${y}">${escaped(words)}</text>`;

const mark = (status: DeviceStatus, x: number, y: number, name?: string): string => {
  const title = name === undefined ? '' : `<title>${escaped(`${name}: ${statusWords[status]}`)}</title>`;
  const sign = signs[status] === '' ? '' : text('sign', x + square / 2, y + 11, signs[status]);
  return `<g>${title}<rect class="${status.replace(' ', '-')}" x="${x}" y="${y}" width="${square}" height="${square}" rx="3"/>${sign}</g>`;
};

/** What the colours mean, of those that are there. */
const legend = (state: RolloutState, y: number): string => {
  const found = new Set(state.all().map(([, { status }]) => status));
  let x = edge;
  const parts: string[] = [];
  for (const status of statusOrder.filter((one) => found.has(one))) {
    parts.push(mark(status, x, y), text('soft', x + 20, y + 12, statusWords[status]));
    x += 44 + 7 * statusWords[status].length;
  }
  return parts.join('');
};

const gateLine = (state: RolloutState, wave: number, y: number): string => {
  const failed = wave === state.wave && state.gate !== undefined;
  const css = failed ? 'gate bad' : state.passed.has(wave) ? 'gate passed' : 'gate';
  const why = failed ? `: ${shortened(state.gate!.words.join('; '), 100)}` : '';
  return [
    `<line class="${css}" x1="${edge}" y1="${y}" x2="${width - edge}" y2="${y}"/>`,
    text(failed ? 'bad-words' : 'soft', edge, y + 19, `${showGate(state, wave)}${why}`),
  ].join('');
};

const drawWave = (
  state: RolloutState,
  wave: number,
  top: number,
): { readonly svg: string; readonly height: number } => {
  const { name, steps } = state.waves[wave]!;
  const devices = steps.flat();
  const below = top + 28 + Math.ceil(devices.length / perRow) * pitch;
  const squares = devices.map((id, n) =>
    mark(state.device(id).status, edge + (n % perRow) * pitch, top + 24 + Math.floor(n / perRow) * pitch, id),
  );
  const head = text('name', edge, top + 14, `${shortened(name, 60)}: ${deviceCount(devices.length)}`);
  return { svg: [head, ...squares, gateLine(state, wave, below + 4)].join(''), height: below + 48 - top };
};

/** The waves of a rollout as an SVG file: a square for each device by how it is, and under each wave its gate. */
export const drawRollout = (name: string, state: RolloutState): string => {
  let y = 92;
  const waves = state.waves.map((_, wave) => {
    const { svg, height } = drawWave(state, wave, y);
    y += height;
    return svg;
  });
  const title = `${name}: ${state.outcome ?? 'under way'}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-label="${escaped(title)}">`,
    `<style>${style}</style><rect class="paper" width="100%" height="100%"/>`,
    text('title', edge, 38, title),
    legend(state, 54),
    ...waves,
    '</svg>\n',
  ].join('\n');
};
