import { Aspects } from 'cdktf';
import type { IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { fail } from '../kernel/problem';

const visitedMark = Symbol.for('tunnelwright.visited');
type Visited = IConstruct & { [visitedMark]?: Set<IAspect> };

const visitedBy = (construct: IConstruct): Set<IAspect> => {
  const visited = construct as Visited;
  if (visited[visitedMark] === undefined)
    Object.defineProperty(construct, visitedMark, { value: new Set<IAspect>(), enumerable: false });
  return visited[visitedMark]!;
};

/** Aspects of the construct and of what contains it, outermost first, as cdktf applies them. */
const aspectsOver = (construct: IConstruct): readonly IAspect[] =>
  construct.node.scopes.flatMap((scope) => Aspects.of(scope).all);

/** Rounds of aspects that add constructs with aspects that add constructs; more of them is a loop. */
const rounds = 100;

/**
 * Applies every aspect to every construct below `root`, once each, until no aspect adds a construct or an aspect. Aspects
 * of what contains `root` count too. A second call visits only what was added since.
 */
export const applyAspects = (root: IConstruct): void => {
  for (let round = 0; round < rounds; round++) {
    let visits = 0;
    for (const construct of root.node.findAll()) {
      const visited = visitedBy(construct);
      for (const aspect of aspectsOver(construct)) {
        if (visited.has(aspect)) continue;
        visited.add(aspect);
        aspect.visit(construct);
        visits++;
      }
    }
    if (visits === 0) return;
  }
  fail(
    'aspects.endless',
    root.node.path,
    `aspects still add constructs after ${rounds} rounds`,
    'let each aspect add a construct only where there is none yet',
  );
};

/** Runs cdktf's own synthesis with all aspects of a tree hidden: they have been applied, and it would apply them again. */
export const withoutAspects = <T>(root: IConstruct, run: () => T): T => {
  const all = [...root.node.findAll().map((construct) => Aspects.of(construct))];
  for (const aspects of all) Object.defineProperty(aspects, 'all', { value: [], configurable: true });
  try {
    return run();
  } finally {
    for (const aspects of all) Reflect.deleteProperty(aspects, 'all');
  }
};
