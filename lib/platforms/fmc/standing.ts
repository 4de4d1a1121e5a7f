import type { Leaf } from '../../desired/rest/grammar';
import { leafKey, written } from '../../desired/rest/manner';
import { isPlaceholder, type Names } from '../../desired/rest/names';
import type { RestObject } from '../../desired/rest/object';
import { dig, place } from '../../desired/rest/place';
import type { JsonObject } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import { grammarFor } from './normalize';

/** The one of the answers that has an id, counted from 0; -1 where none has it. */
const indexOf = (answers: readonly JsonObject[], id: string | undefined): number =>
  answers.findIndex((body) => id !== undefined && body['id'] === id);

const neighbourOf = (object: RestObject, leaf: Leaf): JsonObject | undefined => {
  const value = object.leaves[leafKey(leaf)] as JsonObject | undefined;
  return isPlaceholder(value?.['id'] ?? null) ? value : undefined;
};

/**
 * An answer with what it does not say by itself: that it stands before or after another of its list, where that is
 * declared and true.
 */
export const withStanding = (
  object: RestObject,
  body: JsonObject,
  answers: readonly JsonObject[],
  names: Names,
): JsonObject => {
  const leaves = written(grammarFor(object)!).flatMap(([, field]) => field.leaves.filter(({ stands }) => stands));
  return leaves.reduce((known, leaf) => {
    const neighbour = neighbourOf(object, leaf);
    if (neighbour === undefined) return known;
    const id = names.find(String(neighbour['id']).slice(1, -1))?.id;
    const [own, other] = [indexOf(answers, String(body['id'])), indexOf(answers, id)];
    const holds = other >= 0 && (leaf.stands === 'before' ? own < other : own > other);
    return holds ? place(known, leaf.at, { ...neighbour, id: id! }) : known;
  }, body);
};

/** `{accessrules:edge-access/Block all#index}`: what stands for the index of an object in its list. */
const index = /\{([^{}#]+)#index\}/;

/** Puts indexes into the path of a creation. They are counted then: others may have put something in between since. */
export const counted = async (
  path: string,
  names: Names,
  list: (collection: string) => Promise<readonly JsonObject[]>,
): Promise<string> => {
  const [token, identity] = index.exec(path) ?? [];
  if (token === undefined || identity === undefined) return path;
  const answers = await list(names.fill(path.split('?')[0]!));
  const at = indexOf(answers, names.find(identity)?.id);
  if (at < 0)
    return fail(
      'fmc.unknown',
      identity,
      'it is no longer there, and what is created was to stand beside it',
      'plan again; if it is gone for good, declare another place',
    );
  return path.replace(token, () => String(Number(dig(answers[at], 'metadata.ruleIndex') ?? at + 1)));
};
