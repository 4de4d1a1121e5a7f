import { createRequire } from 'node:module';
import { problem, type Problem } from '../kernel/problem';
import type { Network } from '../model/network';
import { check, type ChosenPack, type ReportedFinding, type Place } from './engine/check';
import { packs, type PackName } from './engine/packs';
import { packOf, type Pack } from './engine/pack';
import type * as checks from './checks';
import type { Rule } from './engine/rule';

const load = createRequire(__filename);
/** Every rule that comes with Tunnelwright. They are loaded when something is checked, not when a program is. */
export const allRules = (): readonly Rule[] => (load('./checks') as typeof checks).rules;

export const packNames = Object.keys(packs) as readonly PackName[];
const builtIn = new Map<PackName, Pack>();
const isName = (name: string): name is PackName => (packNames as readonly string[]).includes(name);

const builtInPack = (name: PackName): Pack => {
  const pack = builtIn.get(name) ?? packOf(name, allRules());
  builtIn.set(name, pack);
  return pack;
};

/** The pack of this name, if there is one. */
export const packNamed = (name: string): Pack | undefined => (isName(name) ? builtInPack(name) : undefined);

/** What the packs that were added, and the one that is always on, find in a network. */
export const lint = (
  network: Network,
  added: readonly ChosenPack[],
  placeOf: (path: string) => Place | undefined = () => undefined,
): readonly ReportedFinding[] => check(network, [{ pack: builtInPack('correctness'), within: '' }, ...added], placeOf);

/** Findings that stop synth and plan. */
export const errorsOf = (findings: readonly ReportedFinding[]): readonly Problem[] =>
  findings.flatMap((found) =>
    found.severity === 'error' ? [problem(found.rule, found.path, found.message, found.remedy)] : [],
  );
