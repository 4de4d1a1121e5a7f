import { groupBy } from '../kernel/group';
import { worst, type Effect } from './effect';
import type { Picture, PictureLink } from './drawn';

/** An end of a tunnel that a plan removes: a session of a target. `path`: of the object that goes. */
export interface RemovedEnd {
  readonly id: string;
  readonly path: string;
  readonly session: string;
  readonly effect: Effect;
}

/** The construct that made both ends: `net/pune-delhi` of `net/pune-delhi/pune/tunnel`. */
const vpnOf = ({ path }: RemovedEnd): string => path.split('/').slice(0, -2).join('/');

const worstOf = (ends: readonly RemovedEnd[]): Effect => worst(ends.map(({ effect }) => effect));

const endOf = (stack: string, { id, session, path }: RemovedEnd): PictureLink['ends'][number] => ({
  ...{ device: `${stack}/${id}`, name: session, path },
});

/** Its other end is nowhere any more: it gets a peer of its own. */
const alone = (stack: string, end: RemovedEnd): Pick<Picture, 'devices' | 'links'> => {
  const peer = `${stack}/no longer declared ${end.id} ${end.session}`;
  return {
    devices: [
      {
        ...{ id: peer, name: end.session, role: 'peer', effect: 'unchanged' },
        detail: `not declared here, of ${end.id}`,
      },
    ],
    links: [
      {
        ...{ id: `${stack} lost ${end.id} ${end.session}`, kind: 'tunnel', effect: end.effect },
        ends: [endOf(stack, end), { device: peer }],
      },
    ],
  };
};

/** Tunnels that are removed. One that goes at both its ends, by one construct, is one tunnel between the two. */
export const drawnRemoved = (stack: string, removed: readonly RemovedEnd[]): Pick<Picture, 'devices' | 'links'> => {
  const bySession = groupBy(removed, ({ id, session }) => `${id}\n${session}`);
  const ends = [...bySession.values()].map((same) => ({ ...same[0]!, effect: worstOf(same) }));
  const parts = [...groupBy(ends, vpnOf).values()].map((both): Pick<Picture, 'devices' | 'links'> => {
    const [a, b, ...more] = both;
    if (a === undefined || b === undefined || more.length > 0 || a.id === b.id) {
      const each = both.map((end) => alone(stack, end));
      return { devices: each.flatMap(({ devices }) => devices), links: each.flatMap(({ links }) => links) };
    }
    const id = `${stack} lost ${a.id} ${a.session} ${b.id} ${b.session}`;
    const name = vpnOf(a).split('/').at(-1)!;
    return {
      devices: [],
      links: [{ id, kind: 'tunnel', ends: [endOf(stack, a), endOf(stack, b)], effect: worstOf(both), name }],
    };
  });
  return { devices: parts.flatMap(({ devices }) => devices), links: parts.flatMap(({ links }) => links) };
};
