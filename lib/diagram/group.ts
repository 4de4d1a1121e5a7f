import { groupBy } from '../kernel/group';
import { isWorse, worst, type Effect } from './effect';
import type { Picture, PictureDevice, PictureLink } from './picture';

/** Devices that are alike in what they are and in whom they are connected to: the spokes of a hub, drawn as one. */
export interface DeviceGroup {
  readonly id: string;
  /** `1,000 spokes`. */
  readonly name: string;
  /** The worst first. */
  readonly members: readonly Member[];
  readonly effect: Effect;
}

/** A device of a group, with the worst of what happens to it and to its tunnels. */
export interface Member {
  readonly device: PictureDevice;
  readonly effect: Effect;
}

/** What one line of the picture stands for: one connection, or several between the same two. */
export interface Bundle {
  readonly id: string;
  /** Ids of what is drawn at both ends. */
  readonly ends: readonly [string, string];
  readonly links: readonly PictureLink[];
  readonly effect: Effect;
}

/** The picture with groups in place of devices that are alike. */
export interface Grouped {
  readonly devices: readonly PictureDevice[];
  readonly groups: readonly DeviceGroup[];
  readonly bundles: readonly Bundle[];
}

/** From so many on devices that are alike are a group. */
const fewest = 8;
/** From so many on the connections between two devices are one line. */
const mostLines = 4;

/** Whom each device is connected to, and by what. */
const neighbours = ({ devices, links }: Picture): ReadonlyMap<string, readonly string[]> => {
  const all = groupBy(
    links.flatMap(({ kind, ends: [a, b] }) => [
      { of: a.device, to: `${kind} ${b.device}` },
      { of: b.device, to: `${kind} ${a.device}` },
    ]),
    ({ of }) => of,
  );
  return new Map(devices.map(({ id }) => [id, [...new Set((all.get(id) ?? []).map(({ to }) => to))].sort()]));
};

/** `hub` of a spoke that is connected to it alone; what is connected to one another is a mesh. */
const alike = (picture: Picture): readonly (readonly PictureDevice[])[] => {
  const near = neighbours(picture);
  const open = groupBy(picture.devices, ({ id, role }) => [role, ...near.get(id)!].join('\n'));
  const spokes = [...open.values()].filter((all) => all.length >= fewest);
  const taken = new Set(spokes.flat().map(({ id }) => id));
  const rest = picture.devices.filter(({ id }) => !taken.has(id));
  const closed = groupBy(rest, ({ id, role }) => [role, ...[...near.get(id)!, `tunnel ${id}`].sort()].join('\n'));
  return [...spokes, ...[...closed.values()].filter((all) => all.length >= fewest)];
};

const plurals: Readonly<Partial<Record<PictureDevice['role'], string>>> = {
  router: 'routers',
  firewall: 'firewalls',
  peer: 'peers',
  radius: 'RADIUS servers',
  users: 'groups of users',
};
const nameOf = (members: readonly PictureDevice[], links: readonly PictureLink[]): string => {
  const ids = new Set(members.map(({ id }) => id));
  const own = links.filter(({ kind, ends }) => kind === 'tunnel' && ends.some(({ device }) => ids.has(device)));
  const within = own.some(({ ends }) => ends.every(({ device }) => ids.has(device)));
  const count = members.length.toLocaleString('en');
  if (within) return `Mesh of ${count}`;
  return `${count} ${own.length > 0 ? 'spokes' : (plurals[members[0]!.role] ?? 'devices')}`;
};

const groupsIn = (picture: Picture): readonly DeviceGroup[] => {
  const effectsAt = groupBy(
    picture.links.flatMap(({ ends, effect }) => ends.map(({ device }) => ({ device, effect }))),
    ({ device }) => device,
  );
  return alike(picture).map((devices) => {
    const members = devices
      .map((device) => ({
        device,
        effect: worst([device.effect, ...(effectsAt.get(device.id) ?? []).map(({ effect }) => effect)]),
      }))
      .sort((a, b) => isWorse(a.effect, b.effect));
    return {
      id: `group ${devices[0]!.id}`,
      name: nameOf(devices, picture.links),
      members,
      effect: worst(members.map(({ effect }) => effect)),
    };
  });
};

/** Draws devices that are alike as one, and many connections between the same two as one line. */
export const grouped = (picture: Picture): Grouped => {
  const groups = groupsIn(picture);
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map(({ device }) => [device.id, id] as const)));
  const place = (id: string): string => groupOf.get(id) ?? id;
  const drawn = picture.links
    .map((link) => ({ link, ends: [place(link.ends[0].device), place(link.ends[1].device)] as const }))
    .filter(({ ends: [a, b] }) => a !== b);
  const lines = [...groupBy(drawn, ({ link, ends }) => [link.kind, ...[...ends].sort()].join('\n')).values()];
  const bundles = lines.flatMap((same): readonly Bundle[] => {
    const [{ ends }] = same as readonly [(typeof same)[number]];
    const isMany = same.length >= mostLines || ends.some((id) => groups.some((group) => group.id === id));
    const parts = isMany ? [same.map(({ link }) => link)] : same.map(({ link }) => [link]);
    return parts.map((links) => ({
      id: `line ${links[0]!.id}`,
      ends: [place(links[0]!.ends[0].device), place(links[0]!.ends[1].device)],
      links,
      effect: worst(links.map(({ effect }) => effect)),
    }));
  });
  return { devices: picture.devices.filter(({ id }) => !groupOf.has(id)), groups, bundles };
};
