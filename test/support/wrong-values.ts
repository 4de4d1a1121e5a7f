/** A construct of an example is made again and again, each time with another value at one of its props that is not what it takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../lib/kernel/problem';

type Props = Readonly<Record<string, unknown>>;

/** What stands in place of the props of the first construct of a class; undefined while nothing is replaced. */
interface Swap {
  readonly name: string;
  readonly make: (props: Props) => unknown;
  isDone: boolean;
}
let swap: Swap | undefined;
/** The props of the first construct of each class, as the example has them. */
let seen = new Map<string, Props>();

const isProps = (value: unknown): value is Props =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The class, whose first construct gets other props while there is a swap. The last argument is its props. */
const swapping = (name: string, original: object): object =>
  new Proxy(original, {
    construct(target, args: readonly unknown[], newTarget) {
      const given = args.at(-1);
      let taken = args;
      if (isProps(given)) {
        if (!seen.has(name)) seen.set(name, given);
        if (swap?.name === name && !swap.isDone) {
          swap.isDone = true;
          taken = [...args.slice(0, -1), swap.make(given)];
        }
      }
      return Reflect.construct(target as new () => object, taken, newTarget) as object;
    },
  });

const isClass = (value: unknown): value is object =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

/** The package, with each class of constructs as one whose props can be replaced. */
export const swappable = (library: Readonly<Record<string, unknown>>): object => {
  const copy = {};
  for (const name of Object.keys(library))
    Object.defineProperty(copy, name, {
      enumerable: true,
      get: () =>
        isClass(library[name]) && !['App', 'VpnStack'].includes(name) ? swapping(name, library[name]) : library[name],
    });
  return copy;
};

/** What a piece of a program comes to. */
export interface Outcome {
  readonly problems: readonly Problem[];
  readonly error?: unknown;
}

/** The props that an example gives to the first construct of a class. */
export const propsIn = (name: string, run: () => void): Props | undefined => {
  seen = new Map();
  run();
  return seen.get(name);
};

/** Runs with other props for the first construct of a class. */
export const withProps = <T>(name: string, make: (props: Props) => unknown, run: () => T): T => {
  swap = { name, make, isDone: false };
  try {
    return run();
  } finally {
    swap = undefined;
  }
};

/** A directory for the time of a run, in which it writes what it writes. */
export const inRoom = <T>(run: (room: string) => T): T => {
  const room = mkdtempSync(join(tmpdir(), 'tunnelwright-wrong-'));
  const before = process.cwd();
  process.chdir(room);
  try {
    return run(room);
  } finally {
    process.chdir(before);
    rmSync(room, { recursive: true, force: true });
  }
};
