import { TerraformElement } from 'cdktf';
import type { IConstruct } from 'constructs';
import { problem, type Problem } from '../kernel/problem';
import { applyAspects } from './aspects';
import { collect } from './collect';
import { freeze } from './declaration';
import { lower, type Lowered } from './manifest';
import { askedBy } from './rules';

/** What `node.addValidation` says of constructs in the stack. cdktf validates the stack itself and what is Terraform's. */
const validate = (stack: IConstruct, all: readonly IConstruct[]): readonly Problem[] =>
  all
    .filter((construct) => construct !== stack && !TerraformElement.isTerraformElement(construct))
    .flatMap((construct) =>
      construct.node.validate().map((message) => problem('construct.invalid', construct.node.path, message)),
    );

const evaluate = (stack: IConstruct): Lowered => {
  applyAspects(stack);
  const invalid = validate(stack, stack.node.findAll());
  const all = stack.node.findAll();
  const network = collect(stack, all);
  return lower({ ...network, problems: [...network.problems, ...invalid] }, askedBy(stack, all));
};

/** The last evaluation of a stack. */
export interface Conclusion {
  /** What is wrong; empty when it can be planned. */
  readonly problems: readonly Problem[];
  /** Keeps what was evaluated, and ends the declaring. */
  freeze(): void;
}

/**
 * The life of a stack: aspects, validate, collect, lint, lower, freeze, write. Until it is frozen every reading evaluates
 * all phases before that afresh, so that nothing added between two readings is missed; from then on nothing can be added.
 */
export class Lifecycle {
  private frozen: Lowered | undefined;

  constructor(private readonly stack: IConstruct) {}

  /** What the stack declares now. Before the freeze it is evaluated anew each time. */
  read(): Lowered {
    return this.frozen ?? evaluate(this.stack);
  }

  /**
   * Evaluates for the last time. `freeze` of the result keeps it: what is declared afterwards throws. With problems the
   * stack stays open, as nothing is written.
   */
  conclude(): Conclusion {
    const lowered = this.read();
    return {
      problems: lowered.problems,
      freeze: () => {
        if (lowered.problems.length > 0 || this.frozen !== undefined) return;
        this.frozen = lowered;
        freeze(this.stack);
      },
    };
  }
}
