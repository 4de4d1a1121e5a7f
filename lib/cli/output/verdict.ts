import { advised } from '../../kernel/advised';
import { judge, nothingFound, today } from '../../rules/engine/waiver';
import { errorsOf } from '../../rules';
import { ProblemError } from '../../kernel/problem';
import type { Manifest } from '../../run/manifest';
import type { Paint } from '../../plan/show';
import { plural } from '../../kernel/plural';
import { paint as ours } from './report';

/**
 * What the rules say of manifests, for those who plan: the waivers that count, and how much else there is. Stops where a
 * waiver of an error has ended since the manifest was written.
 */
export const verdict = (manifests: readonly Manifest[], paint: Paint = ours): readonly string[] => {
  const day = today();
  const judged = manifests.map(({ lint }) => judge(lint ?? nothingFound, day));
  const errors = judged.flatMap(({ counted }) => errorsOf(counted));
  if (errors.length > 0) throw new ProblemError(errors);
  const waived = judged.flatMap((each) => each.waived);
  const warnings = judged.flatMap(({ counted }) => counted.filter(({ severity }) => severity === 'warning'));
  return [
    ...waived.map(
      ({ found, waiver }) =>
        `${paint.warn('waived')} ${found.rule} [${found.path}] ${found.message} (until ${waiver.until}: ${waiver.reason})`,
    ),
    ...(warnings.length === 0
      ? []
      : [
          paint.warn(
            `! rules: ${plural(warnings.length, 'warning')}; to see ${warnings.length === 1 ? 'it' : 'them'}: ${advised('lint')}`,
          ),
        ]),
  ];
};
