// What a click, a key and a search do. Everything that it shows is text: nothing of the data becomes markup.
/** @typedef {{ device: string, name?: string, path?: string, session?: string, address?: string, outside?: string }} End */
/** @typedef {{ id: string, kind: string, effect: string, name?: string, ends: [End, End] }} Link */
/** @typedef {{ id: string, name: string, role: string, detail: string, effect: string, target?: string }} Device */
/** @typedef {{ mark: string, title: number, path: number, lines: number[], impact: number[], overridden: number[], unmanaged: number[] }} Block */
/** @typedef {{ id: string, platform: string, host: string, isUnread?: boolean, findings: number[], problems: number[], blocks?: Block[], steps?: number[], undo?: number[], operations?: number[], waiting?: number[], warnings?: number[], blocked?: number[] }} Target */
/** @typedef {{ severity: string, rule: string, message: string, remedy: string, path: string, waived?: string }} Finding */
/** @typedef {{ isPlanned: boolean, devices: Device[], links: Link[], groups: { id: string, name: string, members: { id: string, effect: string }[] }[], bundles: { id: string, links: string[] }[], targets: Record<string, Target>, findings: Finding[], texts: string[] }} Data */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @type {Data} */
const data = JSON.parse(byId('data').textContent ?? '');
const devices = new Map(data.devices.map((device) => [device.id, device]));
const links = new Map(data.links.map((link) => [link.id, link]));
const groups = new Map(data.groups.map((group) => [group.id, group]));
const bundles = new Map(data.bundles.map((bundle) => [bundle.id, bundle]));
const groupOf = new Map(data.groups.flatMap(({ id, members }) => members.map((member) => [member.id, id])));
const canvas = byId('canvas');
const scenes = /** @type {SVGSVGElement[]} */ ([...canvas.querySelectorAll('svg.network')]);
const panel = byId('panel');

const words = /** @type {Record<string, string>} */ ({
  'drops now': 'drops now',
  refused: 'refused',
  unknown: 'could not be read',
  're-keys later': 're-keys later',
  changed: 'changes',
  new: 'new',
  unchanged: 'no change',
});
const kinds = /** @type {Record<string, string>} */ ({
  tunnel: 'Tunnel',
  access: 'Remote access',
  radius: 'RADIUS',
  manages: 'Manages',
  needs: 'Refers to',
});

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string | undefined)[]} children
 */
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
};
/** @param {string} effect */
const mark = (effect) => {
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
/** @param {number[] | undefined} numbers */
const texts = (numbers) => (numbers ?? []).map((number) => data.texts[number] ?? '');
/** @param {string} id */
const nameOf = (id) => devices.get(id)?.name ?? id;
/** @param {Link} link */
const titleOf = ({ ends }) => `${nameOf(ends[0].device)} – ${nameOf(ends[1].device)}`;

/**
 * @param {string} id
 * @param {string} effect
 * @param {string} title
 * @param {string} below
 */
const row = (id, effect, title, below) =>
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
const diff = (blocks) => {
  const signs = /** @type {Record<string, string>} */ ({ '+': 'add', '-': 'remove' });
  const pre = make('pre', { class: 'diff', tabindex: '0', role: 'region', 'aria-label': 'Changes' });
  for (const { mark: sign, title, path, lines, impact, overridden, unmanaged } of blocks) {
    const css = `title ${signs[sign] ?? ''}`.trim();
    pre.append(
      make('span', { class: css }, `${sign} ${data.texts[title]}  `, make('span', { class: 'path' }, data.texts[path])),
    );
    for (const line of texts(lines)) pre.append(make('span', { class: signs[line[0] ?? ''] ?? 'same' }, `  ${line}`));
    for (const line of texts(impact))
      pre.append(make('span', { class: line.startsWith('drops') ? 'impact' : 'later' }, `  ! ${line}`));
    for (const line of texts(overridden)) pre.append(make('span', { class: 'stays' }, `  ^ overridden: ${line}`));
    for (const line of texts(unmanaged)) pre.append(make('span', { class: 'stays' }, `  · not ours, stays: ${line}`));
  }
  return pre;
};

/**
 * @param {string} title
 * @param {number[] | undefined} lines
 */
const folded = (title, lines) => {
  if (lines === undefined || lines.length === 0) return undefined;
  const pre = make('pre', { class: 'diff', tabindex: '0', role: 'region', 'aria-label': title });
  for (const line of texts(lines)) pre.append(make('span', {}, line));
  return make('details', {}, make('summary', {}, title), pre);
};

/** @param {Finding[]} findings */
const findingList = (findings) =>
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
const factList = (facts) =>
  make(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [make('dt', {}, name), make('dd', {}, value)],
    ),
  );

/** @param {string} title @param {string} effect */
const panelHead = (title, effect) => {
  const close = make('button', { type: 'button' }, 'Close');
  close.addEventListener('click', () => select(undefined));
  return make('div', { class: 'panel-head' }, mark(effect), make('h2', {}, title), close);
};

/** @param {Link[]} all */
const linkRows = (all) =>
  make(
    'ul',
    { class: 'tunnels' },
    ...all.map((link) =>
      row(
        link.id,
        link.effect,
        titleOf(link),
        [kinds[link.kind], link.name, words[link.effect]].filter(Boolean).join(', '),
      ),
    ),
  );

/** @param {Target | undefined} target */
const planOf = (target) => {
  if (target === undefined) return [];
  const blocks = target.blocks ?? [];
  return [
    ...texts(target.problems).map((text) => make('p', { class: 'alarm' }, text)),
    ...texts(target.blocked).map((text) => make('p', { class: 'alarm' }, `Refused: ${text}`)),
    ...texts(target.warnings).map((text) => make('p', { class: 'alarm' }, text)),
    ...(blocks.length === 0 ? [] : [make('h3', {}, 'What changes'), diff(blocks)]),
    folded('Keys and certificates', target.operations),
    folded('Waits for', target.waiting),
    folded('Sent, in this order', target.steps),
    folded('The way back', target.undo),
    ...findingList(target.findings.flatMap((number) => data.findings[number] ?? [])),
  ];
};

/** @param {Device} device */
const showDevice = (device) => {
  const own = data.links.filter(({ ends }) => ends.some((end) => end.device === device.id));
  const target = device.target === undefined ? undefined : data.targets[device.target];
  return [
    panelHead(device.name, device.effect),
    factList([
      ['Device', device.detail],
      ['Plan', data.isPlanned ? words[device.effect] : undefined],
    ]),
    ...planOf(target),
    ...(own.length === 0 ? [] : [make('h3', {}, 'Connections'), linkRows(own)]),
  ];
};

/** @param {Link} link */
const showLink = (link) => {
  const ends = link.ends.map((end) => ({ end, device: devices.get(end.device) }));
  const plans = ends.flatMap(({ end, device }) => {
    const target = device?.target === undefined ? undefined : data.targets[device.target];
    if (target?.blocks === undefined) return [];
    const sessions = [end.session, end.name?.slice(end.name.lastIndexOf('/') + 1)].filter((name) => name !== undefined);
    const own = target.blocks.filter(
      (block) =>
        data.texts[block.path] === end.path ||
        texts(block.impact).some((text) => sessions.some((session) => text.includes(session))),
    );
    return own.length === 0 ? [] : [make('h3', {}, `On ${device?.name ?? ''}`), diff(own)];
  });
  const paths = new Set(link.ends.map(({ path }) => path));
  return [
    panelHead(titleOf(link), link.effect),
    factList([
      [kinds[link.kind] ?? link.kind, link.name],
      ['Plan', data.isPlanned ? words[link.effect] : undefined],
    ]),
    ...ends.flatMap(({ end, device }) => [
      make('h3', {}, device?.name ?? end.device),
      factList([
        ['Object', end.name],
        ['Address', end.address],
        ['Outside', end.outside],
        ['Construct', end.path],
      ]),
    ]),
    ...plans,
    ...findingList(data.findings.filter(({ path }) => paths.has(path))),
    make('h3', {}, 'Devices'),
    make(
      'ul',
      { class: 'members' },
      ...ends.map(({ end, device }) =>
        row(end.device, device?.effect ?? 'unchanged', device?.name ?? end.device, device?.detail ?? ''),
      ),
    ),
  ];
};

/** @param {{ id: string, links: string[] }} bundle */
const showBundle = ({ links: ids }) => {
  const all = ids.flatMap((id) => links.get(id) ?? []);
  const effects = Object.keys(words);
  all.sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect));
  const rest =
    all.length > 200 ? [make('p', { class: 'soft' }, `and ${(all.length - 200).toLocaleString('en')} more`)] : [];
  return [
    panelHead(`${all.length.toLocaleString('en')} connections`, all[0]?.effect ?? 'unchanged'),
    linkRows(all.slice(0, 200)),
    ...rest,
  ];
};

/** @param {string} id */
const contentOf = (id) => {
  const [device, link, bundle] = [devices.get(id), links.get(id), bundles.get(id)];
  if (device !== undefined) return showDevice(device);
  if (link !== undefined) return showLink(link);
  return bundle === undefined ? undefined : showBundle(bundle);
};

let zoom = 1;
const shown = () => scenes.find((scene) => !scene.classList.contains('away')) ?? scenes[0];
const rezoom = () => {
  for (const scene of scenes) {
    scene.classList.toggle('zoomed', zoom !== 1);
    if (zoom === 1) scene.setAttribute('width', String(scene.viewBox.baseVal.width));
  }
  const scene = shown();
  if (zoom !== 1 && scene !== undefined) scene.setAttribute('width', String(Math.round(fitted * zoom)));
};
let fitted = 0;
/** @param {number} factor */
const zoomBy = (factor) => {
  if (zoom === 1) fitted = shown()?.getBoundingClientRect().width ?? 0;
  zoom = Math.min(8, Math.max(0.25, zoom * factor));
  rezoom();
};
byId('closer').addEventListener('click', () => zoomBy(1.3));
byId('farther').addEventListener('click', () => zoomBy(1 / 1.3));
byId('fit').addEventListener('click', () => {
  zoom = 1;
  rezoom();
});

/** @param {string} name */
const openScene = (name) => {
  const wanted = scenes.find((scene) => scene.dataset['scene'] === name) ?? scenes[0];
  for (const scene of scenes) {
    scene.classList.toggle('away', scene !== wanted);
    scene.classList.toggle('shown', scene === wanted);
  }
  zoom = 1;
  rezoom();
};
const sceneName = () => shown()?.dataset['scene'] ?? 'closed';

/** @type {Element | null} */
let before = null;
let isByKey = false;
addEventListener('keydown', () => (isByKey = true), true);
addEventListener('pointerdown', () => (isByKey = false), true);
/** @param {string | undefined} id */
function select(id) {
  const content = id === undefined ? undefined : contentOf(id);
  panel.hidden = content === undefined;
  panel.replaceChildren(.../** @type {Node[]} */ ((content ?? []).filter((part) => part !== undefined)));
  panel.scrollTop = 0;
  for (const part of canvas.querySelectorAll('.picked')) part.classList.remove('picked');
  if (id !== undefined && content !== undefined) {
    const group = groupOf.get(id);
    if (group !== undefined) openScene(group);
    for (const part of canvas.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)) part.classList.add('picked');
  }
  history.replaceState(null, '', content === undefined ? ' ' : `#${encodeURIComponent(id ?? '')}`);
  if (content === undefined && isByKey && (before instanceof SVGElement || before instanceof HTMLElement))
    before.focus();
  if (content !== undefined && isByKey) panel.focus();
}

/** @param {Element} part */
const activate = (part) => {
  const id = /** @type {HTMLElement | SVGElement} */ (part).dataset['id'] ?? '';
  if (!panel.contains(part)) before = part;
  if (groups.has(id) && canvas.contains(part)) {
    const isOpen = sceneName() === id;
    openScene(isOpen ? 'closed' : id);
    select(undefined);
    /** @type {SVGElement | null | undefined} */ (shown()?.querySelector(`[data-id="${CSS.escape(id)}"]`))?.focus();
    return;
  }
  select(id);
};
let dragged = false;
document.addEventListener('click', (event) => {
  const part = event.target instanceof Element ? event.target.closest('[data-id]') : null;
  if (part !== null && !dragged) activate(part);
});
/** From one device of an open group to the next, by the arrows. @param {KeyboardEvent} event @param {Element} cell */
const step = (event, cell) => {
  const all = [...(shown()?.querySelectorAll('.cell') ?? [])];
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  /** @type {SVGElement | undefined} */ (all[all.indexOf(cell) + by])?.focus();
};
canvas.addEventListener('keydown', (event) => {
  const part = event.target instanceof Element ? event.target.closest('[data-id]') : null;
  if (part === null) return;
  if (part.classList.contains('cell')) step(event, part);
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  activate(part);
});

// The picture is moved by dragging it.
canvas.addEventListener('pointerdown', (start) => {
  if (start.button !== 0 || start.pointerType !== 'mouse') return;
  const [left, top] = [canvas.scrollLeft, canvas.scrollTop];
  dragged = false;
  /** @param {PointerEvent} event */
  const move = (event) => {
    const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
    if (Math.abs(x) + Math.abs(y) < 5) return;
    dragged = true;
    canvas.classList.add('dragged');
    canvas.scrollTo(left - x, top - y);
  };
  const end = () => {
    removeEventListener('pointermove', move);
    canvas.classList.remove('dragged');
    setTimeout(() => (dragged = false));
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end, { once: true });
});

const input = /** @type {HTMLInputElement} */ (byId('search'));
const results = byId('results');
const searchable = [
  ...data.devices.map(({ id, name, detail: about, effect }) => ({
    id,
    effect,
    title: name,
    below: about,
    text: `${name} ${about}`,
  })),
  ...data.links.map((link) => ({
    id: link.id,
    effect: link.effect,
    title: titleOf(link),
    below: [kinds[link.kind], link.name].filter(Boolean).join(', '),
    text: [
      titleOf(link),
      link.name,
      ...link.ends.flatMap(({ name, path, address, outside }) => [name, path, address, outside]),
    ]
      .filter(Boolean)
      .join(' '),
  })),
].map((one) => ({ ...one, text: one.text.toLowerCase() }));
let picked = -1;
/** @param {boolean} isShown */
const showResults = (isShown) => {
  results.hidden = !isShown;
  input.setAttribute('aria-expanded', String(isShown));
  if (!isShown) input.removeAttribute('aria-activedescendant');
};
const search = () => {
  const wanted = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = wanted.length === 0 ? [] : searchable.filter(({ text }) => wanted.every((word) => text.includes(word)));
  const there = new Set(found.flatMap(({ id }) => [id, groupOf.get(id) ?? id]));
  for (const scene of scenes) {
    scene.classList.toggle('searched', wanted.length > 0);
    for (const part of scene.querySelectorAll('[data-id]'))
      part.classList.toggle('match', there.has(/** @type {SVGElement} */ (part).dataset['id'] ?? ''));
  }
  picked = -1;
  results.replaceChildren(
    ...found
      .slice(0, 30)
      .map(({ id, effect, title, below }, i) =>
        make(
          'li',
          { role: 'option', id: `result-${i}`, 'aria-selected': 'false', 'data-id': id },
          make('b', {}, mark(effect), ` ${title}`),
          make('span', { class: 'soft' }, below),
        ),
      ),
  );
  if (wanted.length > 0 && found.length === 0)
    results.append(
      make(
        'li',
        { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', class: 'soft' },
        'Nothing of that name',
      ),
    );
  showResults(wanted.length > 0);
};
input.addEventListener('input', search);
input.addEventListener('keydown', (event) => {
  const options = [...results.querySelectorAll('[data-id]')];
  if (event.key === 'Escape') {
    input.value = '';
    search();
    event.stopPropagation();
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    picked = Math.min(options.length - 1, Math.max(0, picked + (event.key === 'ArrowDown' ? 1 : -1)));
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === picked)));
    input.setAttribute('aria-activedescendant', `result-${picked}`);
    options[picked]?.scrollIntoView({ block: 'nearest' });
  }
  if (event.key === 'Enter') options[Math.max(0, picked)]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
});
results.addEventListener('click', () => showResults(false));
input.addEventListener('blur', () => setTimeout(() => showResults(false), 200));
addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement;
  if (event.key === '/' && !isTyping) {
    event.preventDefault();
    input.focus();
  }
  if (event.key === 'Escape' && !panel.hidden) select(undefined);
});

const theme = byId('theme');
const root = document.documentElement;
const isDark = () =>
  (root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const nameTheme = () => (theme.textContent = isDark() ? 'Light' : 'Dark');
theme.addEventListener('click', () => {
  root.dataset['theme'] = isDark() ? 'light' : 'dark';
  nameTheme();
});
nameTheme();
addEventListener('beforeprint', () => {
  for (const change of document.querySelectorAll('details.change'))
    /** @type {HTMLDetailsElement} */ (change).open = true;
});

openScene('closed');
const asked = decodeURIComponent(location.hash.slice(1));
if (asked !== '') select(asked);
