import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import type { Resource } from '../model/network';
import { refsOf, type Ref } from '../model/noun';
import { nouns, type Kind } from '../model/nouns';
import { declarationsOf } from './declaration';
import { targetOf } from './placement';

/** Whose a reference is: a noun keeps the very reference that a construct gave it. */
export type Owners = ReadonlyMap<Ref, IConstruct>;
export const ownersIn = (root: IConstruct): Owners =>
  new Map(
    root.node
      .findAll()
      .flatMap((construct) =>
        declarationsOf(construct).flatMap((d) =>
          d.as === 'noun' || d.as === 'existing' ? [[d.ref, construct] as const] : [],
        ),
      ),
  );

/**
 * References to what stands on another device. On its own device the name would lead nowhere, or to something else of
 * that name. What is meant to cross (`headend`, secrets that a device makes) is not a reference of this kind.
 */
export const crossDeviceReferences = (
  home: IConstruct,
  resources: readonly Resource[],
  owners: Owners,
): readonly Problem[] =>
  resources.flatMap(({ path, noun }) =>
    [...new Set(refsOf(noun))].flatMap((ref) => {
      const other = owners.get(ref);
      const there = other && targetOf(other);
      if (other === undefined || there === undefined || there === home) return [];
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
