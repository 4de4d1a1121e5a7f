import { isPlainLine } from '../../kernel/text';
import { problem, type Problem } from '../../kernel/problem';
import type { CliStep } from '../../desired/cli/step';
import type { Section } from '../../desired/cli/section';
import type { Ports, Push } from '../../contract/session';

/** A blank ends the word that a secret must be, and a line break would run what follows as a command. */
const unfit = (line: string, typed: string): boolean =>
  typed.split(' ').length !== line.split(' ').length || !isPlainLine(typed);

/** Secrets that cannot be typed on a command line: said before anything is armed. */
export const untypable = (changes: Push<Section, CliStep>['changes'], ports: Ports): readonly Problem[] =>
  changes.flatMap((change) =>
    change.steps
      .flatMap((step) => step.lines)
      .filter((line) => unfit(line, ports.secrets.reveal(line)))
      .map((line) =>
        problem(
          'secret.untypable',
          change.path,
          `nothing was changed: the secret of \`${line.trim()}\` holds a blank, a line break or another control or invisible character, which a command line does not take`,
          'use another key, or store it without',
        ),
      ),
  );
