import { fail, problem, ProblemError, problemsOf, showProblem } from '../../../lib/kernel/problem';

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
