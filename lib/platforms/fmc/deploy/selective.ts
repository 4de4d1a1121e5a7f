import { isSystem, type Deployable, type Policies } from './pending';

export interface Selection {
  /** Types of the policies that are deployed. */
  readonly types: readonly string[];
  /** Policies among them in which others have changes too. */
  readonly foreign: Policies['dirty'];
}

/**
 * The policies of a device in which this account has changes, and those that the FMC deploys only together with them.
 * Undefined where the FMC names none: then all is deployed or nothing.
 */
export const selectionOf = ({ policies }: Pick<Deployable, 'policies'>, us: string): Selection | undefined => {
  const { dirty, together } = policies;
  const chosen = new Set(dirty.filter(({ users }) => users.includes(us)).map(({ type }) => type));
  if (chosen.size === 0) return undefined;
  for (let before = -1; before < chosen.size;) {
    before = chosen.size;
    for (const group of together) if (group.some((type) => chosen.has(type))) group.forEach((type) => chosen.add(type));
  }
  const found = dirty.filter(({ type }) => chosen.has(type));
  return {
    types: [...new Set(found.map(({ type }) => type))],
    // Whose they are where the FMC names no user is not known.
    foreign: found.filter(({ users }) => users.length === 0 || users.some((user) => user !== us && !isSystem(user))),
  };
};
