// The picture: what is zoomed, opened, dragged and picked in it.
import { byId, canvas, groupOf, groups, panel, scenes } from './data.mjs';
import { contentOf } from './panel.mjs';

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
export const openScene = (name) => {
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
export function select(id) {
  const content = id === undefined ? undefined : contentOf(id, () => select(undefined));
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
