import type { Resource } from '../model/network';
import { addressOf, refsOf } from '../model/noun';

/**
 * Those of a target whose references all lead to one of them, or to what is not declared at all. One that refers to an
 * object that is not valid cannot be written either; the problem of that object says why.
 */
export const soundResources = (resources: readonly Resource[]): readonly Resource[] => {
  const known = new Set(resources.map(({ kind, name }) => addressOf(kind, name)));
  const sound = resources.filter(({ noun }) =>
    refsOf(noun).every((ref) => ref.external === true || known.has(addressOf(ref.ref, ref.name))),
  );
  return sound.length === resources.length ? resources : soundResources(sound);
};
