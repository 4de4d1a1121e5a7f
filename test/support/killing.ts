import type { RouterFaults } from '../../lib/lab/devices/iosxe';
import type { Rig } from './rig';

/** Cuts the connection when so many bytes have come to the router, and calls `cut` at that moment. */
export const afterBytes = (rig: Rig, bytes: number, cut: () => void): void => {
  const faults: RouterFaults = { ...rig.edge.faults, dropAfterBytes: bytes };
  rig.edge.faults = new Proxy(faults, {
    deleteProperty: (target, name) => {
      if (name === 'dropAfterBytes') cut();
      return Reflect.deleteProperty(target, name);
    },
  });
};

/** Counts the bytes that come to the router until it is asked how many they were. */
export const countBytes = (rig: Rig): (() => number) => {
  const most = Number.MAX_SAFE_INTEGER;
  rig.edge.faults.dropAfterBytes = most;
  return () => {
    const left = rig.edge.faults.dropAfterBytes!;
    delete rig.edge.faults.dropAfterBytes;
    return most - left;
  };
};

/** Something that a fault of the FMC asks for each request, as it would a pattern. `is` is called once a request. */
const asked = (is: (line: string) => boolean): RegExp => {
  const pattern = /(?!)/;
  pattern.test = (line) => / \/api\//.test(line) && is(line);
  return pattern;
};

/** Breaks the connection of the nth request, before or after it took effect, and calls `cut` at that moment. */
export const atRequest = (rig: Rig, nth: number, after: boolean, cut: () => void): void => {
  let seen = 0;
  const match = asked(() => {
    seen += 1;
    if (seen !== nth) return false;
    cut();
    return true;
  });
  rig.fmc.faults.drop = { match, after, times: 1 };
};

/** A pattern that matches the nth request from now on, and no other. */
export const nthRequest = (nth: number): RegExp => {
  let seen = 0;
  return asked(() => ++seen === nth);
};

export const healthy = (rig: Rig): void => {
  rig.edge.faults = {};
  rig.fmc.faults = {};
};

/** A pattern that matches a line only the nth time that it comes. */
export const nthTime = (line: RegExp, nth: number): RegExp => {
  const pattern = new RegExp(line);
  let seen = 0;
  pattern.test = (text) => line.exec(text) !== null && ++seen === nth;
  return pattern;
};
