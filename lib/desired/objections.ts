import { problem, type Problem } from '../kernel/problem';
import type { Resource } from '../model/network';
import { nouns } from '../model/nouns';

/** What a grammar says of one noun besides how it is written. */
export interface Terms {
  /** The platform has no such noun; what to write instead. */
  readonly none?: string;
  /** The fields that are looked at, in the order in which problems are told. */
  readonly order: readonly string[];
  /** Why a field is refused. */
  readonly refused: Readonly<Record<string, string | undefined>>;
  /** Fields that must be there. */
  readonly required: readonly string[];
}

type Answers = Readonly<Record<string, { readonly form: string; readonly why?: string }>>;
const refusals = new WeakMap<Answers, Terms['refused']>();

/** Why the fields of a grammar that are refused are so. */
export const refusalsIn = (fields: Answers): Terms['refused'] => {
  const known = refusals.get(fields);
  if (known !== undefined) return known;
  const found = Object.fromEntries(
    Object.entries(fields).flatMap(([name, { form, why }]) => (form === 'refused' ? [[name, why]] : [])),
  );
  refusals.set(fields, found);
  return found;
};

/** What the grammar of a platform refuses of a noun, and what it demands. */
export const objections = (resource: Resource, terms: Terms, platform: string): readonly Problem[] => {
  const { title } = nouns[resource.kind];
  const bag = resource.noun as Record<string, unknown>;
  if (terms.none !== undefined)
    return [problem('noun.unsupported', resource.path, `${platform} has no ${title}`, terms.none)];
  const found: Problem[] = [];
  for (const field of terms.order)
    if (bag[field] !== undefined && terms.refused[field] !== undefined)
      found.push(problem('prop.refused', resource.path, `${field}: ${terms.refused[field]}`));
  for (const field of terms.required)
    if (bag[field] === undefined)
      found.push(
        problem('prop.required', resource.path, `${field}: ${platform} needs it in every ${title}`, `write ${field}`),
      );
  return found;
};

const manners = {
  raw: { what: 'raw lines', of: 'routers and ASAs' },
  rest: { what: 'values by JSON path', of: 'FMC, ISE and Duo' },
} as const;

/** Overrides in a manner that the platform does not have. `takes`: the one that it has. */
export const misplaced = (
  resource: Resource,
  takes: keyof typeof manners | undefined,
  platform: string,
): readonly Problem[] =>
  (['raw', 'rest'] as const)
    .filter((manner) => manner !== takes && resource[manner] !== undefined)
    .map((manner) =>
      problem(
        'override.refused',
        resource.path,
        `${manners[manner].what} are of ${manners[manner].of}, not of ${platform}`,
        'write override({ … }) with the props of the object',
      ),
    );
