import { domainNames, domainPath } from '../../../model/manager/domain-path';
import type { LabAccessPolicy } from './collections/access';
import { makeWorld, type CoreOptions } from './core';
import type { LabDevice } from './inventory';
import { global, type World } from './world';

/** A domain below Global, and what it has by itself: of the domains above it sees the objects. */
export interface LabDomain {
  /** `Global/Branch`. The domains on the way to it are there too. */
  readonly path: string;
  /** Default: none. */
  readonly devices?: readonly LabDevice[];
  /** NAT policies that exist, without rules. Default: none. */
  readonly natPolicies?: readonly string[];
  /** Access control policies that exist, with rules of others. Default: none. */
  readonly accessPolicies?: readonly LabAccessPolicy[];
}

const below = (path: string): readonly string[] => {
  const names = domainNames(path);
  return names[0]?.toLowerCase() === global.name.toLowerCase() ? names.slice(1) : names;
};

/** All domains of an FMC, each after the one above it; Global is the first. */
export const makeDomains = (options: CoreOptions, domains: readonly LabDomain[]): readonly World[] => {
  const known = new Map([[domainPath(global.name), makeWorld(options)]]);
  const at = (names: readonly string[], has: Omit<LabDomain, 'path'> = {}): World => {
    const name = [global.name, ...names].join('/');
    const there = known.get(domainPath(name));
    if (there !== undefined) return there;
    const above = at(names.slice(0, -1));
    const { devices = [], natPolicies = [], accessPolicies = [] } = has;
    const domain = { id: above.newId('uuid'), name };
    const made = makeWorld({ ...options, devices, natPolicies, accessPolicies, above, domain });
    known.set(domainPath(name), made);
    return made;
  };
  for (const { path, ...has } of [...domains].sort((a, b) => below(a.path).length - below(b.path).length))
    at(below(path), has);
  return [...known.values()];
};
