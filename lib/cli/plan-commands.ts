import type { Command } from 'commander';
import { createRequire } from 'node:module';
import type * as graph from './commands/graph';
import type * as plan from './commands/plan';
import type * as show from './commands/show';
import { withCommon, withSource, type Run } from './options';
import type { FormOptions } from './output/plan-forms';

const load = createRequire(__filename);

const withForms = (command: Command): Command =>
  command
    .option('--markdown', 'print Markdown for a pull request, bounded to the size of a comment')
    .option('--junit', 'print a JUnit report')
    .option('--html <file>', 'write one page too, with a picture of the network; it needs nothing else')
    .option('--brief', 'leave out the commands, the rollback, and what others have there, which stays');

/** `plan`, and `show` of what it saved. */
export const addPlan = (root: Command, run: Run): void => {
  withForms(
    withCommon(root.command('plan').description('show what would change on the live devices, and change nothing')),
  )
    .option('--out <file>', 'save the plan, to apply exactly it')
    .option('--adopt', 'take over what exists under our names but is not managed by Tunnelwright')
    .option('--stats', 'say how many requests it took, and how many were saved')
    .action(run((options: plan.PlanOptions) => (load('./commands/plan') as typeof plan).planCommand(options)));
  withForms(root.command('show').description('print a saved plan as it was made; asks no device'))
    .argument('<plan>', 'what tunnelwright plan --out has saved')
    .option('--json', 'print JSON on standard output, and nothing else there')
    .action(
      run(async (file: string, options: FormOptions) =>
        (load('./commands/show') as typeof show).showCommand(file, options),
      ),
    );
};

export const addGraph = (root: Command, run: Run): void => {
  withSource(root.command('graph').description('draw the network as the program declares it; asks no device'))
    .option('--svg [file]', 'an SVG picture (default)')
    .option('--html [file]', 'one page to click and search in')
    .option('--dot [file]', 'for Graphviz')
    .option(
      '--out <file>',
      'where to, where the form names no file (default: standard output, where that is no terminal)',
    )
    .action(run((options: graph.GraphOptions) => (load('./commands/graph') as typeof graph).graphCommand(options)));
};
