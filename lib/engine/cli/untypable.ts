import { isPlainLine } from '../../kernel/text';
import { problem, type Problem } from '../../kernel/problem';
import { holdsSecretMarker } from '../../model/secret';
import type { CliStep } from '../../desired/cli/step';
import type { Section } from '../../desired/cli/section';
import type { Ports, Push } from '../../contract/session';

/** A blank ends the word that a secret must be, and a line break would run what follows as a command. */
const unfit = (line: string, typed: string): boolean =>
  typed.split(' ').length !== line.split(' ').length || !isPlainLine(typed);

/** Pre-shared keys of IKE: 128 characters at most (Cisco ASA VPN guide, connection profiles; IOS: `crypto isakmp key`). */
const longestKey = 128;
const ofKey = /\b(pre-shared-key|pre-share key)\b/;
const excess = (line: string, typed: string): number =>
  ofKey.test(line) ? typed.length - line.replace(/<secret:[^<>\s]+>/, '').length - longestKey : 0;

/** A line of a device has seven bits, if nobody gave it eight (Cisco, `exec-character-bits`): the eighth of a key would be lost. */
const isAscii = (typed: string): boolean => /^[ -~]*$/.test(typed);

const fault = (line: string, typed: string): string | undefined => {
  if (unfit(line, typed))
    return `the secret of \`${line.trim()}\` holds a blank, a line break or another control or invisible character, which a command line does not take`;
  if (!holdsSecretMarker(line)) return undefined;
  if (isAscii(line) && !isAscii(typed))
    return `the secret of \`${line.trim()}\` holds a character that is not ASCII, which a terminal of seven bits does not take`;
  const over = excess(line, typed);
  return over > 0
    ? `the key of \`${line.trim()}\` has ${longestKey + over} characters, and a device takes at most ${longestKey}`
    : undefined;
};

/** Secrets that cannot be typed on a command line: said before anything is armed. */
export const untypable = (changes: Push<Section, CliStep>['changes'], ports: Ports): readonly Problem[] =>
  changes.flatMap((change) =>
    change.steps
      .flatMap((step) => step.lines)
      .flatMap((line) => fault(line, ports.secrets.reveal(line)) ?? [])
      .map((message) =>
        problem(
          'secret.untypable',
          change.path,
          `nothing was changed: ${message}`,
          'use another key, or store it without',
        ),
      ),
  );
