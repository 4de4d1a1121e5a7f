import type { Effect } from '../../../diagram/effect';
import type { Picture } from '../../../diagram/picture';
import { visible } from '../../../kernel/text';
import { effectWords } from './marks';

/** A quoted string of DOT, in which a backslash begins an escape of Graphviz. */
const quoted = (text: string): string => `"${visible(text).replace(/[\\"]/g, '\\$&').replaceAll('\n', ' ')}"`;
/** Lines of a label: only what stands between them is an escape. */
const lines = (...texts: readonly (string | undefined)[]): string =>
  `"${texts
    .filter((text) => text !== undefined)
    .map((text) => quoted(text).slice(1, -1))
    .join('\\n')}"`;

const styles: Readonly<Record<Effect, string>> = {
  'drops now': 'color="#b3261e", penwidth=3',
  refused: 'color="#b3261e", penwidth=2',
  unknown: 'color="#6b7280", style=dotted',
  're-keys later': 'color="#9a5b00", style=dashed',
  changed: 'color="#1f5fbf", penwidth=2',
  new: 'color="#1b7a4b", penwidth=2',
  unchanged: 'color="#8a9099"',
};

/** The network for Graphviz: an undirected graph, each connection with its two ends. */
export const dotOf = ({ devices, links, isPlanned }: Picture): string =>
  [
    'graph tunnelwright {',
    '  graph [rankdir=LR];',
    '  node [shape=box, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
    ...devices.map(
      ({ id, name, detail, effect }) => `  ${quoted(id)} [label=${lines(name, detail)}, ${styles[effect]}];`,
    ),
    ...links.map(({ ends: [a, b], kind, name, effect }) => {
      const what = isPlanned && effect !== 'unchanged' ? effectWords[effect] : undefined;
      const words = lines(name ?? kind, what);
      const tails = `taillabel=${lines(a.name, a.address)}, headlabel=${lines(b.name, b.address)}`;
      return `  ${quoted(a.device)} -- ${quoted(b.device)} [label=${words}, ${tails}, ${styles[effect]}];`;
    }),
    '}',
    '',
  ].join('\n');
