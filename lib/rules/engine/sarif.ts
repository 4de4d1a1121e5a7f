import { groupBy } from '../../kernel/group';
import { byFact, type FindingPlace, type PlacedFinding } from './places';
import type { LintResult } from './waiver';
import type { Severity } from './rule';

/** What is said of a rule besides its findings. */
export interface Described {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** Levels of SARIF 2.1.0 (section 3.27.10) have the same names. */
const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

/** A URI reference (RFC 3986), relative to the root of the sources. */
const uri = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

const located = ({ file, line, path }: FindingPlace): object => ({
  ...(file === undefined
    ? {}
    : {
        physicalLocation: {
          artifactLocation: { uri: uri(file), uriBaseId: 'SRCROOT' },
          region: { startLine: line ?? 1 },
        },
      }),
  logicalLocations: [{ fullyQualifiedName: path }],
});

/** What GitHub keeps a finding by when lines move (SARIF 2.1.0 section 3.27.17). */
const fingerprint = ({ rule, path, message, places }: PlacedFinding): object => ({
  // Of several places none is the finding's own: one that is mended leaves it the same finding.
  partialFingerprints: { 'rulePathMessage/v1': [rule, ...(places.length === 1 ? [path] : []), message].join(' ') },
});

interface Reported {
  readonly found: PlacedFinding;
  readonly suppressions?: readonly object[];
}

const ruleOf = (id: string, all: readonly Reported[], described: readonly Described[]): object => {
  const rule = described.find((one) => one.id === id);
  const title = rule?.title ?? all.find(({ found }) => found.rule === id)!.found.title;
  return { id, shortDescription: { text: title }, ...(rule ? { fullDescription: { text: rule.why } } : {}) };
};

const resultOf = ({ found, suppressions }: Reported, ruleIndex: number): object => ({
  ruleId: found.rule,
  ruleIndex,
  level: levels[found.severity],
  message: { text: `${found.message}. Remedy: ${found.remedy}` },
  // All of them: a fact of several places is mended at each (section 3.27.12).
  locations: found.places.map(located),
  ...fingerprint(found),
  ...(suppressions === undefined ? {} : { suppressions }),
});

/** Findings as SARIF 2.1.0 (OASIS, 2020): waived ones are there too, suppressed with their reason. */
export const sarif = ({ counted, waived }: LintResult, described: readonly Described[], version: string): object => {
  const all: readonly Reported[] = [
    ...byFact(counted).map((found) => ({ found })),
    ...[...groupBy(waived, ({ waiver }) => `${waiver.reason} (until ${waiver.until})`)].flatMap(
      ([justification, same]) =>
        byFact(same.map(({ found }) => found)).map((found) => ({
          found,
          suppressions: [{ kind: 'inSource', justification }],
        })),
    ),
  ];
  const ids = [...new Set(all.map(({ found }) => found.rule))].sort();
  const rules = ids.map((id) => ruleOf(id, all, described));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tunnelwright', semanticVersion: version, rules } },
        // Relative to where the command runs: GitHub takes the root of the repository.
        originalUriBaseIds: { SRCROOT: { description: { text: 'The directory that the command runs in.' } } },
        columnKind: 'utf16CodeUnits',
        results: all.map((one) => resultOf(one, ids.indexOf(one.found.rule))),
      },
    ],
  };
};
