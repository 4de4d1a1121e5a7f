import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import type { Resource } from '../model/network';
import { refsOf } from '../model/noun';
import { nouns, type Kind } from '../model/nouns';
import { ownerOf } from './declaration';
import { targetOf } from './placement';

/** Whether a construct is in the tree still, with all that contains it. */
const isInTree = (construct: IConstruct): boolean =>
  construct.node.scopes.every(
    ({ node }) => node.scope === undefined || node.scope.node.tryFindChild(node.id)?.node === node,
  );

/**
 * References to what stands on another device. On its own device the name would lead nowhere, or to something else of
 * that name. What is meant to cross (`headend`, secrets that a device makes) is not a reference of this kind.
 */
export const crossDeviceReferences = (home: IConstruct, resources: readonly Resource[]): readonly Problem[] =>
  resources.flatMap(({ path, noun }) =>
    [...new Set(refsOf(noun))].flatMap((ref) => {
      const other = ownerOf(ref);
      const there = other && targetOf(other);
      if (other === undefined || there === undefined || there === home || !isInTree(other)) return [];
      const { title } = nouns[ref.ref as Kind];
      return [
        problem(
          'ref.elsewhere',
          path,
          `references the ${title} ${ref.name} of ${other.node.path}, which is on ${there.node.path}; references must stay on one device (${home.node.path})`,
          `give one that is on ${home.node.path}, or a fromExisting handle for one that is there already`,
        ),
      ];
    }),
  );
