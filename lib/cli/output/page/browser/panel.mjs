// What is said of a device, of a connection and of several of them.
import { bundles, data, devices, kinds, links, texts, titleOf, words } from './data.mjs';
import { diff, factList, findingList, folded, make, mark, row } from './elements.mjs';
/** @typedef {import('./data.mjs').Device} Device */
/** @typedef {import('./data.mjs').Link} Link */
/** @typedef {import('./data.mjs').Target} Target */

/** @param {string} title @param {string} effect @param {() => void} shut */
const panelHead = (title, effect, shut) => {
  const close = make('button', { type: 'button' }, 'Close');
  close.addEventListener('click', shut);
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

/** @param {Device} device @param {() => void} shut */
const showDevice = (device, shut) => {
  const own = data.links.filter(({ ends }) => ends.some((end) => end.device === device.id));
  const target = device.target === undefined ? undefined : data.targets[device.target];
  return [
    panelHead(device.name, device.effect, shut),
    factList([
      ['Device', device.detail],
      ['Plan', data.isPlanned ? words[device.effect] : undefined],
    ]),
    ...planOf(target),
    ...(own.length === 0 ? [] : [make('h3', {}, 'Connections'), linkRows(own)]),
  ];
};

/** @param {Link} link @param {() => void} shut */
const showLink = (link, shut) => {
  const ends = link.ends.map((end) => ({ end, device: devices.get(end.device) }));
  const plans = ends.flatMap(({ end, device }) => {
    const target = device?.target === undefined ? undefined : data.targets[device.target];
    const own = (end.blocks ?? []).flatMap((place) => target?.blocks?.[place] ?? []);
    return own.length === 0 ? [] : [make('h3', {}, `On ${device?.name ?? ''}`), diff(own)];
  });
  const paths = new Set(link.ends.map(({ path }) => path));
  return [
    panelHead(titleOf(link), link.effect, shut),
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

/** @param {{ id: string, links: string[] }} bundle @param {() => void} shut */
const showBundle = ({ links: ids }, shut) => {
  const all = ids.flatMap((id) => links.get(id) ?? []);
  const effects = Object.keys(words);
  all.sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect));
  const rest =
    all.length > 200 ? [make('p', { class: 'soft' }, `and ${(all.length - 200).toLocaleString('en')} more`)] : [];
  return [
    panelHead(`${all.length.toLocaleString('en')} connections`, all[0]?.effect ?? 'unchanged', shut),
    linkRows(all.slice(0, 200)),
    ...rest,
  ];
};

/** What is shown of an id. `shut`: what its button does. @param {string} id @param {() => void} shut */
export const contentOf = (id, shut) => {
  const [device, link, bundle] = [devices.get(id), links.get(id), bundles.get(id)];
  if (device !== undefined) return showDevice(device, shut);
  if (link !== undefined) return showLink(link, shut);
  return bundle === undefined ? undefined : showBundle(bundle, shut);
};
