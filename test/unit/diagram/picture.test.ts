import { tally, worst } from '../../../lib/diagram/effect';
import { grouped } from '../../../lib/diagram/group';
import { placed } from '../../../lib/diagram/layout';
import { pictureOf, type StackDiagram } from '../../../lib/diagram/picture';
import type { DiagramLink } from '../../../lib/model/diagram';
import type { Change } from '../../../lib/plan/plan';
import type { PlannedTarget } from '../../../lib/plan/terraform-json';

const router = (id: string) => ({ id, name: id, role: 'router' as const, target: id, detail: '' });
const tunnel = (a: string, b: string, n = 1): DiagramLink => ({
  kind: 'tunnel',
  ends: [
    { device: a, name: `Tunnel${n}`, path: `net/vpn/${a}/tunnel` },
    { device: b, name: `Tunnel${n}`, path: `net/vpn/${b}/tunnel` },
  ],
});
const change = (more: Partial<Change>): Change => ({
  ...{ action: 'update', address: 'a', kind: 'k', name: 'n', path: 'net/other', refs: [] },
  ...{ differences: [], steps: [], undo: [], unmanaged: [] },
  ...more,
});
const planned = (id: string, ...changes: readonly Change[]): PlannedTarget => ({
  ...{ id, platform: 'p', stack: 'net', state: 'planned', problems: [] },
  plan: { changes, operations: [], waiting: [], blocked: [], unfinished: [], warnings: [] },
});
const unread = (id: string): PlannedTarget => ({ id, platform: 'p', stack: 'net', state: 'unknown', problems: [] });
const pair: StackDiagram = {
  stack: 'net',
  diagram: { devices: [router('a'), router('b')], links: [tunnel('a', 'b')] },
};
const drops = { effect: 'drops now', tunnels: ['Tunnel1'] } as const;
const effectOf = (...all: readonly PlannedTarget[]): string => pictureOf([pair], all).links[0]!.effect;

test('the worst of several counts', () => {
  expect(worst(['new', 'drops now', 'unchanged'])).toBe('drops now');
  expect(worst([])).toBe('unchanged');
  expect(tally(['new', 'unknown', 'new'])).toEqual([
    ['unknown', 1],
    ['new', 2],
  ]);
});

describe('what a plan does to a tunnel', () => {
  test('is the worst of both its ends', () => {
    expect(effectOf(planned('a'), planned('b'))).toBe('unchanged');
    expect(effectOf(planned('a', change({ action: 'create', path: 'net/vpn/a/tunnel' })), planned('b'))).toBe('new');
    expect(effectOf(planned('a'), planned('b', change({ path: 'net/vpn/b/tunnel' })))).toBe('changed');
    expect(effectOf(planned('a'), planned('b', change({ impact: drops })))).toBe('drops now');
    expect(effectOf(planned('a'), unread('b'))).toBe('unknown');
    expect(
      effectOf(planned('a', change({ impact: { effect: 're-keys later', tunnels: ['Tunnel2'] } })), planned('b')),
    ).toBe('unchanged');
  });

  test('behind a manager it is found by its topology and both ends', () => {
    const end = (name: string) => ({
      device: `m/${name}`,
      name: `${name}/Tunnel1`,
      path: `net/vpn/${name}`,
      session: 'ring',
    });
    const firewall = (name: string) => ({ ...router(`m/${name}`), role: 'firewall' as const, target: 'm' });
    const devices = [router('m'), firewall('x'), firewall('y'), firewall('z')];
    const links: DiagramLink[] = [
      { kind: 'tunnel', ends: [end('x'), end('y')] },
      { kind: 'tunnel', ends: [end('x'), end('z')] },
    ];
    const impact = { effect: 'drops now', tunnels: ['ring: x - z'] } as const;
    const picture = pictureOf([{ stack: 'net', diagram: { devices, links } }], [planned('m', change({ impact }))]);
    expect(picture.links.map(({ effect }) => effect)).toEqual(['unchanged', 'drops now']);
    expect(picture.devices.map(({ effect }) => effect)).toEqual(['drops now', 'drops now', 'unchanged', 'drops now']);
  });

  test('one that is removed at both its ends is one tunnel, and not two', () => {
    const gone = (end: string) =>
      planned(
        end,
        change({ path: `net/old/${end}/tunnel`, impact: { effect: 'drops now', tunnels: ['Tunnel7'] } }),
        change({ path: 'net/else/x/tunnel', impact: { effect: 'drops now', tunnels: ['Tunnel1'] } }),
      );
    const { devices, links } = pictureOf([pair], [gone('a'), gone('b')]);
    expect(devices.map(({ id }) => id)).toEqual(['net/a', 'net/b']);
    expect(links.map(({ ends: [a, b], name, effect }) => [a.device, b.device, name, effect])).toEqual([
      ['net/a', 'net/b', 'vpn', 'drops now'],
      ['net/a', 'net/b', 'old', 'drops now'],
    ]);
  });

  test('one that is no longer declared is drawn to a peer of its own', () => {
    const gone = change({ action: 'delete', impact: { effect: 'drops now', tunnels: ['Tunnel7'] } });
    const picture = pictureOf([pair], [planned('a', gone), planned('b')]);
    expect(picture.links.map(({ ends, effect }) => [ends[1].device, effect])).toEqual([
      ['net/b', 'unchanged'],
      ['net/no longer declared a Tunnel7', 'drops now'],
    ]);
  });
});

describe('what is alike is one', () => {
  const names = Array.from({ length: 8 }, (_, i) => `s${i}`);
  const hub: StackDiagram = {
    stack: 'net',
    diagram: { devices: [router('hub'), ...names.map(router)], links: names.map((name) => tunnel(name, 'hub')) },
  };

  test('the spokes of a hub, the worst first', () => {
    const { devices, groups, bundles } = grouped(pictureOf([hub], [planned('s5', change({ impact: drops }))]));
    expect(devices.map(({ id }) => id)).toEqual(['net/hub']);
    expect(groups.map(({ name, effect, members }) => [name, effect, members[0]!.device.name])).toEqual([
      ['8 spokes', 'drops now', 's5'],
    ]);
    expect(bundles.map(({ links, effect }) => [links.length, effect])).toEqual([[8, 'drops now']]);
  });

  test('a mesh', () => {
    const links = names.flatMap((a, i) => names.slice(i + 1).map((b) => tunnel(a, b)));
    const { groups, bundles } = grouped(pictureOf([{ stack: 'net', diagram: { devices: names.map(router), links } }]));
    expect(groups.map(({ name }) => name)).toEqual(['Mesh of 8']);
    expect(bundles).toEqual([]);
  });

  test('nothing lies on anything else, closed or open', () => {
    const all = grouped(pictureOf([hub]));
    for (const open of [undefined, all.groups[0]!.id]) {
      const { nodes, width, height } = placed(all, open);
      const [a, b] = nodes.map(({ box }) => box);
      expect(a!.x + a!.width <= b!.x || b!.x + b!.width <= a!.x).toBe(true);
      for (const { box } of nodes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    }
  });
});
