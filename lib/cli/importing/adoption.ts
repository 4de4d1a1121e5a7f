import type { Held, Platform } from '../../contract/platform';
import type { Desired } from '../../desired/item';
import { differs, type Refusals } from '../../import/declare';
import { problem, type Problem } from '../../kernel/problem';
import { masked, otherSecret } from '../../model/secret';
import type { PlatformId, TargetSettings } from '../../model/targets';
import { emptyLedger } from '../../plan/ledger';
import { plan } from '../../plan/plan';

export type AnyPlatform = Platform<PlatformId, unknown, unknown>;

/** What `plan --adopt` would type on a device that has the configuration: objects of which it is more than nothing. */
export const changesOf = (
  platform: AnyPlatform,
  desired: Desired<unknown>,
  held: Held<unknown>,
): readonly Problem[] => {
  const input = {
    target: 'import',
    desired,
    live: held.beside(desired),
    dialect: platform.dialect,
    adopt: true,
    unfinished: [],
    warnings: [],
  };
  return plan({ ...input, ledger: emptyLedger('import') }).changes.flatMap(({ action, path, steps }) => {
    if (steps.length === 0 && ['adopt', 'none'].includes(action)) return [];
    const typed = steps.flatMap((step) => platform.show(step)).map((line) => masked(line.trim()));
    // A secret of a file counts as the declared one, but for a hash.
    if (typed.some((line) => line.includes(otherSecret)))
      return [problem(differs, path, 'the device keeps a hash of its secret, and a first plan would set it anew')];
    const words = typed.length > 5 ? [...typed.slice(0, 5), '…'] : typed;
    return [problem(differs, path, `taking it over would type: ${words.join(' / ') || action}`)];
  });
};

/** What the platform cannot write of these objects as the file has them, asked without a device. */
export const refusalsOf =
  (platform: AnyPlatform, settings: TargetSettings<PlatformId>, held: Held<unknown>): Refusals =>
  (resources) => {
    const target = { id: 'import', platform: platform.id, path: 'import', settings, resources, needs: [] };
    const { desired, problems } = platform.lower(target);
    return problems.length > 0 ? problems : changesOf(platform, desired, held);
  };
