import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import type { Resource } from '../model/network';
import { refsOf } from '../model/noun';
import { nouns, type Kind } from '../model/nouns';
import { ownerOf, targetOf } from './declaration';

/**
 * References to what stands on another device. On its own device the name would lead nowhere, or to something else of
 * that name. What is meant to cross (`headend`, secrets that a device makes) is no reference of this kind.
 */
export const crossings = (home: IConstruct, resources: readonly Resource[]): readonly Problem[] =>
  resources.flatMap(({ path, noun }) =>
    [...new Set(refsOf(noun))].flatMap((ref) => {
      const other = ownerOf(ref);
      const there = other && targetOf(other);
      if (other === undefined || there === undefined || there === home) return [];
      const { title } = nouns[ref.ref as Kind];
      return [
        problem(
          'ref.elsewhere',
          path,
          `takes the ${title} ${ref.name} of ${other.node.path}, which stands on ${there.node.path} and not on ${home.node.path}`,
          `give one that stands on ${home.node.path}, or a fromExisting handle for one that is there already`,
        ),
      ];
    }),
  );
