import { element, withAttributes, xmlText, type Element } from '../../documents/xml';
import { groupBy } from '../../kernel/group';
import { visible } from '../../kernel/text';
import type { ReportedFinding } from '../../rules/engine/check';
import type { LintResult } from '../../rules/engine/waiver';

const placeOf = ({ path, file, line }: ReportedFinding): string =>
  file === undefined ? path : `${path} (${line === undefined ? file : `${file}:${line}`})`;

/** An error or a warning fails the report; a note is said in it, and what is waived is skipped, with the reason. */
const caseOf = (found: ReportedFinding, inner: Element): Element =>
  withAttributes(element('testcase', undefined, [inner]), {
    classname: found.rule,
    name: visible(`${found.rule}: ${placeOf(found)}`),
  });

const counted = (found: ReportedFinding): Element => {
  const words = visible(`${found.message}\n→ ${found.remedy}`);
  if (found.severity === 'note') return caseOf(found, element('system-out', words));
  return caseOf(
    found,
    withAttributes(element('failure', words), { message: visible(found.message), type: found.severity }),
  );
};

const suite = (name: string, cases: readonly Element[], failures = 0, skipped = 0): Element =>
  withAttributes(element('testsuite', undefined, cases), {
    name,
    tests: String(cases.length),
    failures: String(failures),
    skipped: String(skipped),
  });

/** What the rules find as a JUnit report: a suite for each rule, a case for each finding. */
export const junitLint = ({ counted: found, waived }: LintResult): string => {
  const suites = [...groupBy(found, ({ rule }) => rule)].map(([rule, all]) =>
    suite(rule, all.map(counted), all.filter(({ severity }) => severity !== 'note').length),
  );
  const skips = waived.map(({ found: one, waiver }) =>
    caseOf(one, withAttributes(element('skipped'), { message: visible(`until ${waiver.until}: ${waiver.reason}`) })),
  );
  const none = withAttributes(element('testcase'), { classname: 'rules', name: 'no findings' });
  const all = [
    ...suites,
    ...(skips.length === 0 ? [] : [suite('waived', skips, 0, skips.length)]),
    ...(found.length === 0 ? [suite('rules', [none])] : []),
  ];
  return xmlText(withAttributes(element('testsuites', undefined, all), { name: 'tunnelwright lint' }));
};
