// Search, by devices, tunnels and addresses.
import { byId, data, groupOf, kinds, panel, scenes, titleOf } from './data.mjs';
import { make, mark } from './elements.mjs';
import { select } from './picture.mjs';

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
