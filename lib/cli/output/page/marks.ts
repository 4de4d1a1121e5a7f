import type { Effect } from '../../../diagram/effect';
import type { DeviceRole } from '../../../model/diagram';

/** The class of what has an effect: `e-drops-now`. */
export const effectClass = (effect: Effect): string => `e-${effect.replaceAll(' ', '-')}`;

/** Each effect has a shape of its own, so that it is told apart without colours. In a square of 16, from its middle. */
const shapes: Readonly<Record<Effect, string>> = {
  'drops now':
    '<path class="m-fill" d="M-3.3-8h6.6L8-3.3v6.6L3.3 8h-6.6L-8 3.3v-6.6z"/><path class="m-line" d="M-3-3l6 6M3-3l-6 6"/>',
  refused: '<path class="m-fill" d="M0-8a8 8 0 1 1 0 16a8 8 0 1 1 0-16z"/><path class="m-line" d="M-4 0h8"/>',
  unknown: '<path class="m-open" d="M0-7L7.6 6.2H-7.6z"/><path class="m-thin" d="M0-2.6v4.2M0 3.8v.4"/>',
  're-keys later':
    '<path class="m-fill" d="M0-8.6L8.6 0L0 8.6L-8.6 0z"/><path class="m-line" d="M3-1.2a3.2 3.2 0 1 0 .1 2.2M3.4-3.6v2.6h-2.6"/>',
  changed:
    '<rect class="m-fill" x="-7.5" y="-7.5" width="15" height="15" rx="3.5"/><path class="m-line" d="M-4 .8c1.4-2.4 2.7-2.4 4 0s2.6 2.4 4 0" transform="translate(0 -.8)"/>',
  new: '<circle class="m-fill" r="7.8"/><path class="m-line" d="M-3.8 0h7.6M0-3.8v7.6"/>',
  unchanged: '<circle class="m-open" r="3.4"/>',
};

/** In words, for a person. */
export const effectWords: Readonly<Record<Effect, string>> = {
  'drops now': 'drops now',
  refused: 'refused',
  unknown: 'could not be planned',
  're-keys later': 're-keys later',
  changed: 'changes',
  new: 'new',
  unchanged: 'no change',
};

/** Of several, behind their number. */
export const countedWords: Readonly<Record<Effect, string>> = {
  ...effectWords,
  'drops now': 'drop now',
  're-keys later': 're-key later',
  changed: 'change',
  unchanged: 'do not change',
};

/** What a device is, in a square of 24. */
const roles: Readonly<Record<DeviceRole, string>> = {
  router:
    '<circle cx="12" cy="12" r="9"/><path d="M8.5 8.5l-2 2m0-2v2h2M15.5 8.5l2 2m0-2v2h-2M12 6v4m0 4v4M6.8 15l2.4-1.5M17.2 15l-2.4-1.5"/>',
  firewall:
    '<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="M3 9.7h18M3 14.3h18M9 5v4.7M15 5v4.7M6 9.7v4.6M12 9.7v4.6M18 9.7v4.6M9 14.3V19M15 14.3V19"/>',
  manager: '<rect x="3" y="4" width="18" height="12" rx="1.5"/><path d="M9 20h6M12 16v4M7 8h5M7 11.5h8"/>',
  proxy:
    '<rect x="3" y="4.5" width="18" height="6.4" rx="1.5"/><rect x="3" y="13" width="18" height="6.4" rx="1.5"/><path d="M7 7.7h.1M7 16.2h.1M11 7.7h6M11 16.2h6"/>',
  duo: '<rect x="7" y="2.8" width="10" height="18.4" rx="2.2"/><path d="M9.4 12.2l1.9 1.9l3.4-4M11 18.3h2"/>',
  identity:
    '<path d="M12 3l7.5 2.8v5.4c0 4.6-3.1 8-7.5 9.8c-4.4-1.8-7.5-5.2-7.5-9.8V5.8z"/><circle cx="12" cy="10" r="2.3"/><path d="M8.3 16.2c.6-2 2-3 3.7-3s3.1 1 3.7 3"/>',
  radius:
    '<rect x="4" y="3.5" width="16" height="17" rx="1.5"/><path d="M4 9.2h16M4 14.8h16M7.5 6.4h.1M7.5 12h.1M7.5 17.6h.1"/>',
  peer: '<path d="M7 18.5h10.5a3.8 3.8 0 0 0 .5-7.57A5.9 5.9 0 0 0 6.6 9.6A4.5 4.5 0 0 0 7 18.5z"/>',
  users:
    '<circle cx="9" cy="8.5" r="3.3"/><path d="M3 19c.5-3.7 2.8-5.6 6-5.6s5.5 1.9 6 5.6M15.5 5.4a3.3 3.3 0 0 1 0 6.2M17.2 13.9c2.2.7 3.5 2.4 3.8 5.1"/>',
  files: '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 15.5h6"/>',
};

const symbolId = (name: string): string => `s-${name.replaceAll(' ', '-')}`;

/** The marks and icons, to be used by name. */
export const symbols = [
  ...Object.entries(shapes).map(
    ([effect, shape]) => `<symbol id="${symbolId(effect)}" viewBox="-9 -9 18 18" overflow="visible">${shape}</symbol>`,
  ),
  ...Object.entries(roles).map(
    ([role, shape]) => `<symbol id="${symbolId(role)}" viewBox="0 0 24 24">${shape}</symbol>`,
  ),
].join('');

const used = (name: string, css: string, x: number, y: number, size: number): string =>
  `<use class="${css}" href="#${symbolId(name)}" x="${x}" y="${y}" width="${size}" height="${size}"/>`;

/** The mark of an effect around a point. */
export const markAt = (effect: Effect, x: number, y: number, size = 18): string =>
  used(effect, `mark ${effectClass(effect)}`, x - size / 2, y - size / 2, size);
export const iconAt = (role: DeviceRole, x: number, y: number, size = 26): string => used(role, 'icon', x, y, size);

/** The mark of an effect within a line of text. */
export const markInText = (effect: Effect): string =>
  `<svg class="inline" viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">${used(effect, `mark ${effectClass(effect)}`, -9, -9, 18)}</svg>`;
