import { edited } from '../../desired/ini/edit';
import type { IniStep } from '../../desired/ini/dialect';
import { problem, type Problem } from '../../kernel/problem';
import { holdsSecretMarker } from '../../model/secret';
import type { Ports, Push } from '../../contract/session';
import type { IniSection } from '../../desired/ini/section';

type Changes = Push<IniSection, IniStep>['changes'];
type Value = IniStep['set'][number];

/** Why a value cannot be written: it is not known here, or it is none that the proxy takes. Its words never hold it. */
const objection = (section: string, { key, text, shape }: Value, path: string, value: string): Problem | undefined => {
  const at = `${key} of [${section}]`;
  if (holdsSecretMarker(value))
    return problem('secret.unknown', path, `${at} was a secret that is not known here: it cannot be written back`);
  if (/[\r\n]/.test(value))
    return problem('secret.invalid', path, `${at} (${text}) has a line break, which would break the file`);
  if (shape === undefined || new RegExp(shape.like).test(value)) return undefined;
  return problem('secret.invalid', path, `${at} (${text}) is not what it should be: ${shape.words}`);
};

/**
 * The file with all changes in it, secrets and all: it goes to the host and nowhere else. What cannot be written comes
 * back before anything is.
 */
export const contentWith = (
  text: string,
  changes: Changes,
  secrets: Ports['secrets'],
): { readonly text: string; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const steps = changes.flatMap(({ steps: all, path }) =>
    all.map((step) => ({
      ...step,
      set: step.set.map((value) => {
        const revealed = secrets.reveal(value.text);
        const wrong = objection(step.section, value, path, revealed);
        if (wrong) problems.push(wrong);
        return { ...value, text: revealed };
      }),
    })),
  );
  return { text: problems.length > 0 ? text : edited(text, steps), problems };
};
