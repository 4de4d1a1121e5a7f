import type { Diagram, DiagramDevice, DiagramEnd, DiagramLink } from '../model/diagram';
import type { TargetPlan } from '../plan/plan';
import type { PlannedTarget } from '../plan/terraform-json';
import { isEmpty } from '../plan/plan';
import { worst, type Effect } from './effect';
import type { Picture, PictureDevice, PictureLink } from './drawn';
import { drawnRemoved, type RemovedEnd } from './removed';

export type { Picture, PictureDevice, PictureLink };

export interface StackDiagram {
  readonly stack: string;
  readonly diagram: Diagram;
}

type Plans = ReadonlyMap<string, PlannedTarget>;

const deviceEffect = (planned: PlannedTarget | undefined): Effect => {
  if (planned === undefined) return 'unchanged';
  if (planned.plan === undefined) return 'unknown';
  if (planned.plan.blocked.length > 0) return 'refused';
  const impacts = planned.plan.changes.flatMap(({ impact }): readonly Effect[] => (impact ? [impact.effect] : []));
  return worst([...impacts, isEmpty(planned.plan) ? 'unchanged' : 'changed']);
};

const countsOf = ({ changes }: TargetPlan): PictureDevice['counts'] => {
  const of = (...actions: readonly string[]): number => changes.filter(({ action }) => actions.includes(action)).length;
  return { create: of('create'), update: of('update', 'adopt'), delete: of('delete') };
};

const drawnDevice = (stack: string, device: DiagramDevice, plans: Plans): PictureDevice => {
  const target = device.target === undefined ? undefined : `${stack}/${device.target}`;
  const planned = target === undefined ? undefined : plans.get(target);
  const counts = planned?.plan && countsOf(planned.plan);
  const { id, name, role, detail } = device;
  return {
    ...{ id: `${stack}/${id}`, name, role, detail },
    ...(target === undefined ? {} : { target }),
    effect: deviceEffect(planned),
    ...(counts === undefined ? {} : { counts }),
  };
};

/** `mumbai-pair` of `fmc/mumbai-pair`. */
const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Whether a session that a device names is this tunnel. A topology of several tunnels names both ends of each. */
export const isSession = (session: string, end: DiagramEnd, other: DiagramEnd): boolean => {
  if (session === end.name || session === end.session) return true;
  if (end.session === undefined || !session.startsWith(`${end.session}: `)) return false;
  const names = session.slice(end.session.length + 2).split(' - ');
  return (
    names.includes(lastPart(end.device)) && (other.session === undefined || names.includes(lastPart(other.device)))
  );
};

const endEffects = (plan: TargetPlan, end: DiagramEnd, other: DiagramEnd): readonly Effect[] =>
  plan.changes.flatMap(({ impact, action, path }): readonly Effect[] => {
    if (impact?.tunnels.some((session) => isSession(session, end, other))) return [impact.effect];
    if (path !== end.path || action === 'none') return [];
    return [action === 'create' ? 'new' : 'changed'];
  });

/** The part of a construct path that both ends have, below the stack: the VPN. */
const vpnOf = ({ ends: [a, b] }: DiagramLink): string | undefined => {
  const [one, two] = [a.path?.split('/') ?? [], b.path?.split('/') ?? []];
  const differ = one.findIndex((part, i) => part !== two[i]);
  const shared = one.slice(0, differ === -1 ? one.length : differ);
  return shared.length < 2 ? undefined : shared.at(-1);
};

/** A firewall behind a manager is as its own connections are: the plan of the manager is that of all its firewalls. */
const byItsLinks = (device: PictureDevice, links: readonly PictureLink[]): PictureDevice => {
  if (device.target === undefined || device.target === device.id || device.effect === 'unknown') return device;
  const own = links.filter(({ kind, ends }) => kind !== 'manages' && ends.some((end) => end.device === device.id));
  const { counts: _, ...rest } = device;
  return { ...rest, effect: worst(own.map(({ effect }) => effect)) };
};

interface Stack {
  readonly stack: string;
  readonly targets: ReadonlyMap<string, string | undefined>;
  readonly plans: Plans;
}

const planAt = ({ stack, targets, plans }: Stack, end: DiagramEnd): PlannedTarget | undefined => {
  const target = targets.get(end.device);
  return target === undefined ? undefined : plans.get(`${stack}/${target}`);
};

const drawnLink = (within: Stack, link: DiagramLink, id: string): PictureLink => {
  const [a, b] = link.ends;
  const all = (
    [
      [a, b],
      [b, a],
    ] as const
  ).flatMap(([end, other]): readonly Effect[] => {
    const planned = planAt(within, end);
    if (planned === undefined) return [];
    return planned.plan === undefined ? ['unknown'] : endEffects(planned.plan, end, other);
  });
  const name = vpnOf(link);
  const at = (end: DiagramEnd): DiagramEnd => ({ ...end, device: `${within.stack}/${end.device}` });
  return {
    ...{ id, kind: link.kind, ends: [at(a), at(b)], effect: worst(all) },
    ...(name === undefined || link.kind !== 'tunnel' ? {} : { name }),
  };
};

/** Sessions that a plan touches and no declared tunnel is: what is being removed. */
const removedIn = (within: Stack, links: readonly DiagramLink[]): readonly RemovedEnd[] => {
  const targetOf = (end: DiagramEnd): string | undefined => within.targets.get(end.device);
  return [...within.plans.values()].flatMap((planned) => {
    const { id, plan, stack } = planned;
    if (stack !== within.stack || plan === undefined) return [];
    const ends = links.flatMap(({ ends: [a, b] }) => [[a, b] as const, [b, a] as const]);
    const own = ends.filter(([end]) => targetOf(end) === id);
    return plan.changes.flatMap(({ impact, path }) =>
      (impact?.tunnels ?? [])
        .filter((session) => !own.some(([end, other]) => isSession(session, end, other)))
        .map((session) => ({ id, path, session, effect: impact!.effect })),
    );
  });
};

/** The network of all stacks with what the plans of its targets do to it. `planned` undefined: as it is declared. */
export const pictureOf = (stacks: readonly StackDiagram[], planned?: readonly PlannedTarget[]): Picture => {
  const plans: Plans = new Map((planned ?? []).map((each) => [`${each.stack}/${each.id}`, each]));
  const parts = stacks.map(({ stack, diagram }) => {
    const within = { stack, plans, targets: new Map(diagram.devices.map(({ id, target }) => [id, target])) };
    const lost = drawnRemoved(stack, removedIn(within, diagram.links));
    const links = [...diagram.links.map((link, i) => drawnLink(within, link, `${stack} ${i}`)), ...lost.links];
    const devices = diagram.devices.map((device) => byItsLinks(drawnDevice(stack, device, plans), links));
    return { devices: [...devices, ...lost.devices], links };
  });
  return {
    devices: parts.flatMap(({ devices }) => devices),
    links: parts.flatMap(({ links }) => links),
    isPlanned: planned !== undefined,
  };
};
