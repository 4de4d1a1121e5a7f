import type { Held, Platform } from '../../contract/platform';
import type { Desired, Difference } from '../../desired/item';
import { differs, type Refusals } from '../../import/read/declare';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { addressOf, isRef } from '../../model/noun';
import { masked, otherSecret } from '../../model/secret';
import type { PlatformId, TargetSettings } from '../../model/targets';
import { emptyLedger } from '../../plan/ledger';
import { plan } from '../../plan/plan';

export type AnyPlatform = Platform<PlatformId, unknown, unknown>;

/** What a request would change, value by value. */
const changeWords = (differences: readonly Difference[]): string => {
  const lines = differences.flatMap(({ sign, text }) => (sign === 'context' ? [] : [`${sign} ${text}`]));
  const words = lines.length > 5 ? [...lines.slice(0, 5), '…'] : lines;
  return `taking it over would change: ${words.join(' / ') || 'all of it'}`;
};

const secretWords =
  'what the device shows of its secret, like a hash, cannot be compared, and a first plan would set it anew';

/** A secret of a file counts as the declared one, but for a hash: then it is all that is typed in its block. */
const isSecretAlone = (typed: readonly string[]): boolean => {
  const others = typed.filter((line) => !line.includes(otherSecret) && line !== 'exit');
  return typed.length > others.length && typed.some((line) => line.includes(otherSecret)) && others.length <= 1;
};

/** What `plan --adopt` would type on a device that has the configuration: objects of which it is more than nothing. */
export const changesOf = async (
  platform: AnyPlatform,
  desired: Desired<unknown>,
  held: Held<unknown>,
): Promise<readonly Problem[]> => {
  const input = {
    target: 'import',
    desired,
    live: await held.beside(desired),
    dialect: platform.dialect,
    adopt: true,
    unfinished: [],
    warnings: [],
  };
  return plan({ ...input, ledger: emptyLedger('import') }).changes.flatMap(({ action, path, steps, differences }) => {
    if (steps.length === 0 && ['adopt', 'none'].includes(action)) return [];
    if (platform.inventory !== undefined) return [problem(differs, path, changeWords(differences))];
    const typed = steps.flatMap((step) => platform.show(step)).map((line) => masked(line.trim()));
    if (isSecretAlone(typed)) return [problem(differs, path, secretWords)];
    const words = typed.length > 5 ? [...typed.slice(0, 5), '…'] : typed;
    return [problem(differs, path, `taking it over would type: ${words.join(' / ') || action}`)];
  });
};

/** What the platform cannot write of these objects as the file has them, asked without a device. */
export const refusalsOf =
  (platform: AnyPlatform, settings: TargetSettings<PlatformId>, held: Held<unknown>): Refusals =>
  (given) => {
    const resources = platform.inventory === undefined ? given : withExternals(given);
    const target = { id: 'import', platform: platform.id, path: 'import', settings, resources, needs: [] };
    const { desired, problems } = platform.lower(target);
    return problems.length > 0 ? problems : changesOf(platform, desired, held);
  };

/** References to what is not among these are to what is there and not declared. */
export const withExternals = (resources: readonly Resource[]): readonly Resource[] => {
  const declared = new Set(resources.map(({ kind, name }) => addressOf(kind, name)));
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    if (isRef(value)) return declared.has(addressOf(value.ref, value.name)) ? value : { ...value, external: true };
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member)]));
  };
  return resources.map((each) => ({ ...each, noun: walk(each.noun) as Resource['noun'] }));
};
