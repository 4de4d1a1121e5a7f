// What the page was given, and what is found in it by an id.
/** @typedef {{ device: string, name?: string, path?: string, session?: string, address?: string, outside?: string, blocks?: number[] }} End */
/** @typedef {{ id: string, kind: string, effect: string, name?: string, ends: [End, End] }} Link */
/** @typedef {{ id: string, name: string, role: string, detail: string, effect: string, target?: string }} Device */
/** @typedef {{ mark: string, title: number, path: number, lines: number[], impact: number[], overridden: number[], goes: number[], stays: number[] }} Block */
/** @typedef {{ id: string, platform: string, host: string, isUnread?: boolean, findings: number[], problems: number[], blocks?: Block[], steps?: number[], undo?: number[], operations?: number[], waiting?: number[], warnings?: number[], blocked?: number[] }} Target */
/** @typedef {{ severity: string, rule: string, message: string, remedy: string, path: string, waived?: string }} Finding */
/** @typedef {{ isPlanned: boolean, devices: Device[], links: Link[], groups: { id: string, name: string, members: { id: string, effect: string }[] }[], bundles: { id: string, links: string[] }[], targets: Record<string, Target>, findings: Finding[], texts: string[], words: Record<string, string> }} Data */

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @type {Data} */
export const data = JSON.parse(byId('data').textContent ?? '');
export const devices = new Map(data.devices.map((device) => [device.id, device]));
export const links = new Map(data.links.map((link) => [link.id, link]));
export const groups = new Map(data.groups.map((group) => [group.id, group]));
export const bundles = new Map(data.bundles.map((bundle) => [bundle.id, bundle]));
export const groupOf = new Map(data.groups.flatMap(({ id, members }) => members.map((member) => [member.id, id])));
export const canvas = byId('canvas');
export const scenes = /** @type {SVGSVGElement[]} */ ([...canvas.querySelectorAll('svg.network')]);
export const panel = byId('panel');

/** What a plan does, in words, the worst first. */
export const words = data.words;
export const kinds = /** @type {Record<string, string>} */ ({
  tunnel: 'Tunnel',
  access: 'Remote access',
  radius: 'RADIUS',
  manages: 'Manages',
  needs: 'Refers to',
});

/** @param {number[] | undefined} numbers */
export const texts = (numbers) => (numbers ?? []).map((number) => data.texts[number] ?? '');
/** @param {string} id */
const nameOf = (id) => devices.get(id)?.name ?? id;
/** @param {Link} link */
export const titleOf = ({ ends }) => `${nameOf(ends[0].device)} – ${nameOf(ends[1].device)}`;
