import { element, withAttributes, xmlText, type Element } from '../../documents/xml';
import { groupBy } from '../../kernel/group';
import { visible } from '../../kernel/text';
import { isEmpty } from '../../plan/plan';
import { counts, plain, showPlan } from '../../plan/show';
import type { TargetResult } from '../../run/target-result';
import { titled } from './report';

const lines = (ended: TargetResult): readonly string[] =>
  ended.plan === undefined ? [] : showPlan(titled(ended), plain, { steps: false, undo: false });

const wrong = ({ plan, problems }: TargetResult): readonly string[] =>
  [...problems, ...(plan?.blocked ?? [])].map(
    ({ path, message, hint }) => `[${path}] ${message}${hint === undefined ? '' : ` → ${hint}`}`,
  );

/** A change is no failure: a target fails that cannot be read, or cannot be applied. */
const testCase = (ended: TargetResult): Element => {
  const { stack, target } = ended.work;
  const faults = wrong(ended).map(visible);
  const kind = ended.plan === undefined ? 'error' : 'failure';
  const fault = withAttributes(element(kind, faults.join('\n')), { message: faults[0], type: ended.state });
  const out =
    ended.plan === undefined || isEmpty(ended.plan)
      ? undefined
      : element('system-out', lines(ended).map(visible).join('\n'));
  const what = ended.plan === undefined ? ended.state : isEmpty(ended.plan) ? 'no changes' : counts(ended.plan);
  return withAttributes(element('testcase', undefined, [faults.length > 0 ? fault : undefined, out]), {
    classname: stack,
    name: `${target.id}: ${what}`,
  });
};

const suite = ([stack, all]: readonly [string, readonly TargetResult[]]): Element => {
  const errors = all.filter(({ plan }) => plan === undefined).length;
  const failures = all.filter((ended) => ended.plan !== undefined && wrong(ended).length > 0).length;
  return withAttributes(element('testsuite', undefined, all.map(testCase)), {
    name: stack,
    tests: String(all.length),
    errors: String(errors),
    failures: String(failures),
  });
};

/** The plan of all targets as a JUnit report, which build servers show: a suite for each stack, a case for each target. */
export const junitPlan = (all: readonly TargetResult[]): string =>
  xmlText(
    withAttributes(element('testsuites', undefined, [...groupBy(all, ({ work }) => work.stack)].map(suite)), {
      name: 'tunnelwright plan',
    }),
  );
