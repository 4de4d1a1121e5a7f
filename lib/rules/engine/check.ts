import { groupBy } from '../../kernel/group';
import type { Network } from '../../model/network';
import type { PackName } from './packs';
import type { Pack } from './pack';
import type { Finding, Rule, Severity } from './rule';
import { networkViewOf, type NetworkView } from './network-view';

/** A pack, and the construct below which it counts. */
export interface ChosenPack {
  /** The rules that are asked. */
  readonly pack: Pack;
  /** Construct path; empty: everywhere. */
  readonly within: string;
}

/** Where something was written. */
export interface Place {
  /** Relative to the directory that the command runs in, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A finding as it is shown, counted and carried in a manifest: plain data. */
export interface ReportedFinding extends Finding, Partial<Place> {
  /** Id of the rule. */
  readonly rule: string;
  /** Title of the rule. */
  readonly title: string;
  /** The worst that a pack gives it. */
  readonly severity: Severity;
  /** The packs that ask for it. */
  readonly packs: readonly string[];
  /** Construct path of the device that the object is on, where its own path does not say so. */
  readonly device?: string;
}

const always: PackName = 'correctness';
const ranks: readonly Severity[] = ['error', 'warning', 'note'];
const worst = (all: readonly Severity[]): Severity => ranks.find((severity) => all.includes(severity))!;
export const below = (path: string, top: string): boolean => top === '' || path === top || path.startsWith(`${top}/`);

/** Whether a finding is of what a construct contains, or of an object on the device that the construct is. */
export const isWithin = ({ path, device }: Pick<ReportedFinding, 'path' | 'device'>, top: string): boolean =>
  below(path, top) || (device !== undefined && below(device, top));

interface Asked {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly pack: string;
  readonly within: string;
}

const asked = (chosen: readonly ChosenPack[]): ReadonlyMap<string, readonly Asked[]> =>
  groupBy(
    chosen.flatMap(({ pack, within }) => pack.rules.map((each) => ({ ...each, pack: pack.name, within }))),
    ({ rule }) => rule.id,
  );

const findingsOf = (rule: Rule, view: NetworkView): readonly Finding[] =>
  rule.ofSeveral && view.devices.length < 2 ? [] : rule.check(view);

/** What the rules of these packs find. The same object is named once by a rule, with its worst severity. */
export const check = (
  network: Network,
  chosen: readonly ChosenPack[],
  placeOf: (path: string) => Place | undefined,
): readonly ReportedFinding[] => {
  const view = networkViewOf(network);
  const devices = new Map(
    network.targets.flatMap(({ resources }) => resources.map(({ path, device }) => [path, device])),
  );
  const whole = view.devices.some((device) => device.whole);
  return [...asked(chosen).values()].flatMap((asking) => {
    const { rule } = asking[0]!;
    const heard = rule.ofWhole && !whole ? asking.filter(({ pack }) => pack !== always) : asking;
    if (heard.length === 0) return [];
    return findingsOf(rule, view).flatMap((found): readonly ReportedFinding[] => {
      const device = devices.get(found.path);
      const mine = heard.filter(({ within }) => isWithin({ path: found.path, device }, within));
      if (mine.length === 0) return [];
      return [
        {
          ...found,
          rule: rule.id,
          title: rule.title,
          severity: worst(mine.map(({ severity }) => severity)),
          packs: [...new Set(mine.map(({ pack }) => pack))],
          ...(device === undefined ? {} : { device }),
          ...placeOf(found.path),
        },
      ];
    });
  });
};
