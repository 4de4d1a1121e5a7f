import type { IConstruct } from 'constructs';
import { problem, ProblemError, type Problem } from '../kernel/problem';
import { hearUncaught } from '../kernel/uncaught';
import { declarationsOf } from './declaration';
import { calledFrom } from './trace';

const declaredIn = (root: IConstruct): readonly Problem[] =>
  root.node
    .findAll()
    .flatMap((construct) =>
      declarationsOf(construct).flatMap((d) =>
        d.as === 'problem' ? [problem(d.code, construct.node.path, d.message, d.hint)] : [],
      ),
    );

/** What `constructs` says of an id that is taken. */
const taken = /^There is already a Construct with name '(.*)' in \w+(?: \[(.*)\])?$/;

const takenId = ({ message }: Error, roots: readonly IConstruct[]): readonly Problem[] => {
  const [, id, scope] = taken.exec(message) ?? [];
  if (id === undefined) return [];
  const within = roots
    .flatMap((root) => root.node.findAll())
    .find(({ node }) => node.id === (scope ?? '') && node.tryFindChild(id) !== undefined);
  const path = [within?.node.path ?? scope ?? '', id].filter((part) => part !== '').join('/');
  return [problem('construct.twice', path, 'there is a construct of this id already', 'give one of them another id')];
};

/** What failed within this package, or within what it calls: where the program called it. */
const failedCall = (error: Error): readonly Problem[] => {
  const at = calledFrom(error);
  return at === undefined
    ? []
    : [
        problem(
          'program.call',
          `${at.file}:${at.line}`,
          error instanceof TypeError
            ? 'what is called here is given a value of another type than it takes'
            : `what is called here fails: ${error.message.split('\n')[0]!}`,
          'give it a scope, an id and props of the types that its documentation says; TUNNELWRIGHT_DEBUG=1 shows where it fails',
        ),
      ];
};

/**
 * What an error is to the person who wrote the program: what the constructs say that were made until then, and what the
 * error adds to it. A construct with problems is not whole, so that what fails because of that is no problem of its own.
 * Undefined where it is an error in the program itself.
 */
export const programFaults = (error: unknown, roots: readonly IConstruct[]): readonly Problem[] | undefined => {
  const declared = roots.flatMap(declaredIn);
  if (error instanceof ProblemError) {
    const known = new Set(declared.map(({ path, message }) => `${path} ${message}`));
    return [...declared, ...error.problems.filter(({ path, message }) => !known.has(`${path} ${message}`))];
  }
  if (!(error instanceof Error)) return undefined;
  const twice = takenId(error, roots);
  if (twice.length > 0) return [...declared, ...twice];
  const failed = failedCall(error);
  if (declared.length > 0 && (failed.length > 0 || error instanceof TypeError)) return declared;
  return failed.length > 0 ? failed : undefined;
};

const roots: IConstruct[] = [];

/** Says errors that end a program in the words of its constructs. */
export const hearProgram = (root: IConstruct): void => {
  roots.push(root);
  hearUncaught((error) => programFaults(error, roots));
};
