import { cliDialect } from '../../desired/cli/dialect';
import type { Section } from '../../desired/cli/section';
import type { Desired } from '../../desired/item';

/** The configuration as it would be typed, below the constructs that ask for it. */
export const cliArtifacts = (
  desired: Desired<Section>,
): readonly { readonly suffix: string; readonly text: string }[] => {
  const lines = desired.items.flatMap((item) => [
    `! ${item.path}`,
    ...cliDialect
      .steps(undefined, item.content)
      .flatMap((step) => step.lines.filter((line) => line !== ' exit' && line !== 'exit')),
    '!',
  ]);
  return [{ suffix: '.cfg', text: `${lines.join('\n')}\n` }];
};
