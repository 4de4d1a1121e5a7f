import type { JsonObject } from '../../../kernel/json';
import { invalid, notFound, refusal, type Answer } from './answer';
import { present } from './crud';
import { page } from './list';
import { itemsOf, type Collection, type Verb, type World } from './world';

type Fault = 'missing' | 'broken' | 'stale';
const faults: readonly Fault[] = ['missing', 'broken', 'stale'];

/** Wraps the answer of the store. */
export type Flaps = (spec: Collection, at: string, id: string | undefined, verb: Verb, answer: () => Answer) => Answer;

/** A small generator of numbers: the same seed, the same lab (mulberry32). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/**
 * Children of a remote access policy are unstable after a write to it or to one of them (CSCwq61583): the next one or
 * two requests to a child may find nothing, break, or (reads) show what was there before. Seeded; 0 is never.
 */
export const makeFlaps = (world: World, seed: number): Flaps => {
  const next = numbersFrom(seed);
  /** By path of the children, what still goes wrong there. */
  const left = new Map<string, Fault[]>();
  const arm = (path: string): void => {
    const [root, kind, parent] = path.split('/');
    world.collections
      .filter((spec) => spec.flaps && spec.at.startsWith(`${root}/${kind}/*/`))
      .forEach((spec) => {
        const count = Math.floor(next() * 3);
        left.set(
          spec.at.replace('*', parent!),
          Array.from({ length: count }, () => faults[Math.floor(next() * 3)]!),
        );
      });
  };
  const stale = (spec: Collection, at: string, id: string | undefined): JsonObject | undefined => {
    const old = itemsOf(world, at).flatMap((item) => (item.before ? [{ ...item, body: item.before }] : []));
    const shown = old.map((item) => present(world, spec, at, item));
    return id === undefined
      ? page(world, at, shown, {
          method: 'GET',
          path: at,
          query: new Map([
            ['expanded', 'true'],
            ['limit', '1000'],
          ]),
          body: undefined,
          user: '',
        })
      : shown.find((body) => body['id'] === id);
  };
  const broken = (): Error => refusal(500, 'OTHER', 'Internal Server Error');
  const fail = (fault: Fault, spec: Collection, at: string, id: string | undefined, verb: Verb): Answer | undefined => {
    if (verb !== 'GET') throw fault === 'missing' ? notFound(at) : invalid('Unable to process the request');
    if (fault === 'broken') throw broken();
    if (fault === 'missing' && id !== undefined) throw notFound(`${at}/${id}`);
    const body =
      fault === 'missing'
        ? page(world, at, [], { method: 'GET', path: at, query: new Map(), body: undefined, user: '' })
        : stale(spec, at, id);
    return body && { status: 200, body };
  };
  return (spec, at, id, verb, answer) => {
    const fault = spec.flaps && verb !== 'POST' && verb !== 'DELETE' ? left.get(at)?.shift() : undefined;
    const wrong = fault && fail(fault, spec, at, id, verb);
    if (wrong) return wrong;
    const good = answer();
    const watched =
      spec.flaps || world.collections.some((other) => other.flaps && other.at.startsWith(`${spec.at}/*/`));
    if (seed !== 0 && verb !== 'GET' && verb !== 'DELETE' && watched)
      arm(at.split('/').length > 2 ? at : `${at}/${String((good.body as JsonObject)['id'])}`);
    return good;
  };
};
