import { groupBy } from '../../kernel/group';
import { stableJson } from '../../kernel/json';
import type { Place, ReportedFinding } from './check';

/** Where a finding is: a construct path or an object of a file, with its line where that is known. */
export interface FindingPlace extends Partial<Place> {
  readonly path: string;
}

/** A fact with all its places. Its own path, file and line are those of the first. */
export interface PlacedFinding extends ReportedFinding {
  readonly places: readonly FindingPlace[];
}

const placeOf = ({ path, file, line }: ReportedFinding): FindingPlace => ({
  path,
  ...(file === undefined ? {} : { file }),
  ...(line === undefined ? {} : { line }),
});

const distinct = (places: readonly FindingPlace[]): readonly FindingPlace[] => [
  ...new Map(places.map((place) => [stableJson(place), place])).values(),
];

/**
 * What one rule says in the same words of several objects is one fact with several places. Findings of one place come as
 * they are, in the order in which a fact is first seen.
 */
export const byFact = (findings: readonly ReportedFinding[]): readonly PlacedFinding[] =>
  [
    ...groupBy(findings, ({ rule, severity, message, remedy }) =>
      stableJson([rule, severity, message, remedy]),
    ).values(),
  ].map((same) => ({ ...same[0]!, places: distinct(same.map(placeOf)) }));
