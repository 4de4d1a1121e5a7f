// Elements of a panel. Everything that they show is text: nothing of the data becomes markup.
import { data, texts } from './data.mjs';
/** @typedef {import('./data.mjs').Block} Block */
/** @typedef {import('./data.mjs').Finding} Finding */

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string | undefined)[]} children
 */
export const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
};
/** @param {string} effect */
export const mark = (effect) => {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of Object.entries({
    class: 'inline',
    viewBox: '-9 -9 18 18',
    width: '18',
    height: '18',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(key, value);
  const use = document.createElementNS(space, 'use');
  const name = effect.replaceAll(' ', '-');
  for (const [key, value] of Object.entries({
    class: `mark e-${name}`,
    href: `#s-${name}`,
    x: '-9',
    y: '-9',
    width: '18',
    height: '18',
  }))
    use.setAttribute(key, value);
  svg.append(use);
  return svg;
};

/**
 * @param {string} id
 * @param {string} effect
 * @param {string} title
 * @param {string} below
 */
export const row = (id, effect, title, below) =>
  make(
    'li',
    {},
    make(
      'button',
      { type: 'button', 'data-id': id },
      mark(effect),
      make('span', {}, make('b', {}, title), make('span', { class: 'soft' }, below)),
    ),
  );

/** @param {Block[]} blocks */
export const diff = (blocks) => {
  const signs = /** @type {Record<string, string>} */ ({ '+': 'add', '-': 'remove' });
  const pre = make('pre', { class: 'diff', tabindex: '0', role: 'region', 'aria-label': 'Changes' });
  for (const { mark: sign, title, path, lines, impact, overridden, goes, stays } of blocks) {
    const css = `title ${signs[sign] ?? ''}`.trim();
    pre.append(
      make('span', { class: css }, `${sign} ${data.texts[title]}  `, make('span', { class: 'path' }, data.texts[path])),
    );
    for (const line of texts(lines)) pre.append(make('span', { class: signs[line[0] ?? ''] ?? 'same' }, `  ${line}`));
    for (const line of texts(impact))
      pre.append(make('span', { class: line.startsWith('drops') ? 'impact' : 'later' }, `  ! ${line}`));
    for (const line of texts(overridden)) pre.append(make('span', { class: 'stays' }, `  ^ overridden: ${line}`));
    for (const line of texts(goes)) pre.append(make('span', { class: 'remove' }, `  · ${line}`));
    for (const line of texts(stays)) pre.append(make('span', { class: 'stays' }, `  · ${line}`));
  }
  return pre;
};

/**
 * @param {string} title
 * @param {number[] | undefined} lines
 */
export const folded = (title, lines) => {
  if (lines === undefined || lines.length === 0) return undefined;
  const pre = make('pre', { class: 'diff', tabindex: '0', role: 'region', 'aria-label': title });
  for (const line of texts(lines)) pre.append(make('span', {}, line));
  return make('details', {}, make('summary', {}, title), pre);
};

/** @param {Finding[]} findings */
export const findingList = (findings) =>
  findings.length === 0
    ? []
    : [
        make('h3', {}, 'What the rules found'),
        make(
          'ul',
          { class: 'findings-here' },
          ...findings.map(({ severity, message, remedy, rule, waived }) =>
            make(
              'li',
              {},
              make('b', {}, waived === undefined ? severity : 'waived'),
              ` ${message} `,
              make('span', { class: 'soft' }, `${waived ?? remedy} (${rule})`),
            ),
          ),
        ),
      ];

/** @param {[string, string | undefined][]} facts */
export const factList = (facts) =>
  make(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [make('dt', {}, name), make('dd', {}, value)],
    ),
  );
