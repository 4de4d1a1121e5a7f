import type { JsonObject } from '../../../../kernel/json';
import { invalid, notFound, refusal, type Answer, type Request } from '../answer';
import { present } from '../crud';
import { page } from '../list';
import { itemsOf, type Collection, type Verb, type World } from '../world';

type Fault = 'missing' | 'broken' | 'stale';
const faults: readonly Fault[] = ['missing', 'broken', 'stale'];

/** A request to the store: one of a list, or with no id the list. */
export interface StoreRequest {
  readonly spec: Collection;
  readonly at: string;
  readonly id: string | undefined;
  readonly verb: Verb;
}

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

const asked = (path: string, query: Readonly<Record<string, string>> = {}): Request => ({
  method: 'GET',
  path,
  query: new Map(Object.entries(query)),
  body: undefined,
  user: '',
});

/** What was there before the last write. */
const stale = (world: World, { spec, at, id }: StoreRequest): JsonObject | undefined => {
  const old = itemsOf(world, at).flatMap((item) => (item.before ? [{ ...item, body: item.before }] : []));
  const shown = old.map((item) => present(world, spec, at, item));
  return id === undefined
    ? page(world, at, shown, asked(at, { expanded: 'true', limit: '1000' }))
    : shown.find((body) => body['id'] === id);
};

const failing = (world: World, fault: Fault, request: StoreRequest): Answer | undefined => {
  const { at, id, verb } = request;
  if (verb !== 'GET') throw fault === 'missing' ? notFound(at) : invalid('Unable to process the request');
  if (fault === 'broken') throw refusal(500, 'OTHER', 'Internal Server Error');
  if (fault === 'missing' && id !== undefined) throw notFound(`${at}/${id}`);
  const body = fault === 'missing' ? page(world, at, [], asked(at)) : stale(world, request);
  return body && { status: 200, body };
};

/**
 * Children of a remote access policy are unstable after a write to it or to one of them (CSCwq61583): the next one or
 * two requests to a child may find nothing, break, or (reads) show what was there before. Seeded; 0 is never.
 */
export class Flaps {
  private readonly next: () => number;
  /** By path of the children, what still goes wrong there. */
  private readonly left = new Map<string, Fault[]>();

  constructor(
    private readonly world: World,
    private readonly seed: number,
  ) {
    this.next = numbersFrom(seed);
  }

  /** Wraps the answer of the store. */
  around(request: StoreRequest, answer: () => Answer): Answer {
    const { spec, at, verb } = request;
    const fault = spec.flaps && verb !== 'POST' && verb !== 'DELETE' ? this.left.get(at)?.shift() : undefined;
    const wrong = fault && failing(this.world, fault, request);
    if (wrong) return wrong;
    const good = answer();
    if (this.seed !== 0 && verb !== 'GET' && verb !== 'DELETE' && this.watches(spec))
      this.arm(at.split('/').length > 2 ? at : `${at}/${String((good.body as JsonObject)['id'])}`);
    return good;
  }

  private watches(spec: Collection): boolean {
    const { collections } = this.world;
    return spec.flaps === true || collections.some((other) => other.flaps && other.at.startsWith(`${spec.at}/*/`));
  }

  private arm(path: string): void {
    const [root, kind, parent] = path.split('/');
    this.world.collections
      .filter((spec) => spec.flaps && spec.at.startsWith(`${root}/${kind}/*/`))
      .forEach((spec) => {
        const count = Math.floor(this.next() * 3);
        this.left.set(
          spec.at.replace('*', parent!),
          Array.from({ length: count }, () => faults[Math.floor(this.next() * 3)]!),
        );
      });
  }
}
