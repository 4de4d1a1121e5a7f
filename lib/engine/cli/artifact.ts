import { cliDialectOf } from '../../desired/cli/dialect';
import type { Section } from '../../desired/cli/section';
import type { CliSyntax } from '../../desired/cli/syntax';
import type { Desired } from '../../desired/item';

/** The configuration as it would be typed, below the constructs that ask for it. */
export const cliArtifacts = (
  syntax: CliSyntax,
  desired: Desired<Section>,
): readonly { readonly suffix: string; readonly text: string }[] => {
  const { comment, leave } = syntax;
  const { steps } = cliDialectOf(syntax);
  const lines = desired.items.flatMap((item) => [
    `${comment} ${item.path}`,
    ...steps(undefined, item.content).flatMap((step) =>
      step.lines.filter((line) => line !== ` ${leave}` && line !== leave),
    ),
    comment,
  ]);
  return [{ suffix: '.cfg', text: `${lines.join('\n')}\n` }];
};
