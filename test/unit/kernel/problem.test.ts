import {
  fail,
  problem,
  ProblemError,
  problemsOf,
  refusalWords,
  showProblem,
  showProblems,
} from '../../../lib/kernel/problem';

test('a problem shows its path, its message, and the remedy below', () => {
  expect(showProblem(problem('prop.invalid', 'mumbai/edge/strong', 'group: is missing', 'write group: [19]'))).toBe(
    '[mumbai/edge/strong] group: is missing\n    → write group: [19]',
  );
});
test('a problem without a remedy is one line', () => {
  expect(showProblem(problem('x', 'edge', 'is down'))).toBe('[edge] is down');
});
test('a failure carries its problems as data', () => {
  expect.assertions(2);
  try {
    fail('ssh.login', 'edge', 'refuses', 'check the secret');
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    expect(problemsOf(error, 'elsewhere')).toEqual([
      { code: 'ssh.login', path: 'edge', message: 'refuses', hint: 'check the secret' },
    ]);
  }
});
test('several problems are all in the text of the error', () => {
  expect(new ProblemError([problem('a', 'one', 'first'), problem('b', 'two', 'second')]).message).toBe(
    '[one] first\n[two] second',
  );
});
test('what else is thrown becomes one problem at the place given', () => {
  expect(problemsOf(new Error('boom'), 'edge')).toEqual([{ code: 'unexpected', path: 'edge', message: 'boom' }]);
  expect(problemsOf('plain text', 'edge')).toEqual([{ code: 'unexpected', path: 'edge', message: 'plain text' }]);
});

test('one problem at many places is one message, with its places below it', () => {
  const at = (n: number) => problem('prop.invalid', `net/spoke-${n}`, 'is wrong', 'correct it');
  const many = Array.from({ length: 51 }, (_, n) => at(n));
  const [text, ...more] = showProblems(many);
  expect(more).toEqual([]);
  expect(text!.split('\n').slice(0, 2)).toEqual(['[net/spoke-0 and 50 more] is wrong', '    → correct it']);
  expect(text).toContain('    the others: net/spoke-1, net/spoke-2');
  expect(text).toMatch(/net\/spoke-50$/);
  expect(refusalWords(many)).toBe(`${text!}\n\n51 problems, nothing written.\n`);
  expect(showProblems(many.slice(0, 3))).toEqual([
    '[net/spoke-0, net/spoke-1, net/spoke-2] is wrong\n    → correct it',
  ]);
});
