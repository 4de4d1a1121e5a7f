import { problem, type Problem } from '../kernel/problem';
import type { Network } from '../model/network';
import { check, type ChosenPack, type ReportedFinding, type Place } from './engine/check';
import { packs, type PackName } from './engine/packs';
import { packOf, type Pack } from './engine/pack';
import { rules } from './checks';

export { rules } from './checks';

export const packNames = Object.keys(packs) as readonly PackName[];
const builtIn = new Map<string, Pack>(packNames.map((name) => [name, packOf(name, rules)]));

/** The pack of this name, if there is one. */
export const packNamed = (name: string): Pack | undefined => builtIn.get(name);

/** What the packs that were added, and the one that is always on, find in a network. */
export const lint = (
  network: Network,
  added: readonly ChosenPack[],
  placeOf: (path: string) => Place | undefined = () => undefined,
): readonly ReportedFinding[] => check(network, [{ pack: builtIn.get('correctness')!, within: '' }, ...added], placeOf);

/** Findings that stop synth and plan. */
export const errorsOf = (findings: readonly ReportedFinding[]): readonly Problem[] =>
  findings.flatMap((found) =>
    found.severity === 'error' ? [problem(found.rule, found.path, found.message, found.remedy)] : [],
  );
