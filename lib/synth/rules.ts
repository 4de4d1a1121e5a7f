import { Aspects as CdktfAspects, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { isInCalendar } from '../kernel/calendar';
import { fail, problem, type Problem } from '../kernel/problem';
import { allRules, packNamed, packNames } from '../rules';
import type { ChosenPack, Place } from '../rules/engine/check';
import type { PackName } from '../rules/engine/packs';
import type { Pack } from '../rules/engine/pack';
import type { Rule } from '../rules/engine/rule';
import { waiverRules, type Waiver } from '../rules/engine/waiver';
import { declarationsOf, declare } from './declaration';
import { placeOf } from './trace';

export {
  createFinding as finding,
  forEachDevice as onDevices,
  forEachResource as onEach,
  type Finding,
  type Rule,
  type Severity,
} from '../rules/engine/rule';
export type { ChosenPack, ReportedFinding as Found, Place } from '../rules/engine/check';
export type { PackName } from '../rules/engine/packs';
export type { Pack } from '../rules/engine/pack';
export type { DeviceView as Device, NetworkView } from '../rules/engine/network-view';
export type { LintResult as Judged, Waiver } from '../rules/engine/waiver';

/** cdktf's own: what counts for a construct and all below it. */
export const Aspects = {
  /** The aspects of a construct; `add` adds one. */
  of: (scope: IConstruct): CdktfAspects => CdktfAspects.of(scope),
};

const packMark = Symbol.for('tunnelwright.rule-pack');
const isPack = (aspect: IAspect): aspect is RulePack => packMark in aspect;

/**
 * Asks for more rules, the CDK way: `Aspects.of(stack).add(new RulePack('nsa-cisa-remote-access'))`. It counts for the
 * construct that it is added to and all below: an app, a stack, one device. The pack `correctness` is always on.
 */
export class RulePack implements IAspect {
  /** Known by this and not by its class, which every copy of the package has its own of. */
  readonly [packMark] = true;

  /** The rules, each with its severity here. */
  readonly pack: Pack;

  /** `pack`: the name of one that comes with Tunnelwright, or one of your own. */
  constructor(pack: PackName | Pack) {
    this.pack = typeof pack === 'string' ? (packNamed(pack) ?? unknownPack(pack)) : pack;
  }

  /** Nothing is done to constructs: the stack asks its aspects when it is checked, before anything is written. */
  visit(_node: IConstruct): void {
    return;
  }
}

const unknownPack = (name: string): never =>
  fail(
    'pack.unknown',
    'RulePack',
    `'${name}' is not a rule pack`,
    `write one of ${packNames.join(', ')}, or a pack of your own`,
  );

/** Lives with a finding. */
export const Rules = {
  /**
   * Lets a construct, and all below it, go with what a rule finds, for a reason and until a day (`2026-12-31`, the last
   * one). Shown in every plan; reported when it ends, and when the rule finds nothing there.
   */
  waive: (construct: IConstruct, rule: string, waiver: { readonly reason: string; readonly until: string }): void =>
    declare(construct, { as: 'waiver', rule, ...waiver }),
  /** Every rule that comes with Tunnelwright, for packs of your own. */
  get all(): readonly Rule[] {
    return allRules();
  },
};

/** What a tree says of rules: which packs, and what is waived. */
export interface Asked {
  readonly packs: readonly ChosenPack[];
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
  readonly placeOf: (path: string) => Place | undefined;
}

const isDay = (text: unknown): boolean => typeof text === 'string' && !text.includes('T') && isInCalendar(text);

const objections = (waiver: Waiver, known: ReadonlySet<string>): readonly Problem[] => {
  const at = (message: string, hint: string) => problem('waiver.invalid', waiver.path, message, hint);
  return [
    ...(known.has(waiver.rule)
      ? []
      : [at(`${waiver.rule} is not a rule that is asked here`, 'write the id of a rule, as docs/rules.md lists them')]),
    ...(typeof waiver.reason === 'string' && waiver.reason.trim() !== ''
      ? []
      : [at(`the waiver of ${waiver.rule} gives no reason`, 'write why it is fine here: { reason, until }')]),
    ...(isDay(waiver.until)
      ? []
      : [
          at(
            `'${String(waiver.until)}' is not a day`,
            "write the last day on which it counts, like until: '2026-12-31'",
          ),
        ]),
  ];
};

/** Everything that the constructs above, at and below `root`, which are `tree`, say of rules. */
export const askedBy = (root: IConstruct, tree: readonly IConstruct[]): Asked => {
  const all = [...root.node.scopes.filter((scope) => scope !== root), ...tree];
  const packs = all.flatMap((construct) =>
    CdktfAspects.of(construct).all.flatMap((aspect) =>
      isPack(aspect) ? [{ pack: aspect.pack, within: construct.node.path }] : [],
    ),
  );
  const waivers = all.flatMap((construct) =>
    declarationsOf(construct).flatMap((d): readonly Waiver[] =>
      d.as === 'waiver'
        ? [{ rule: d.rule, path: construct.node.path, reason: d.reason, until: d.until, ...placeOf(d) }]
        : [],
    ),
  );
  const own = packs.flatMap(({ pack }) => pack.rules.map(({ rule }) => rule.id));
  const known = new Set([...allRules().map(({ id }) => id), ...own, ...Object.values(waiverRules).map(({ id }) => id)]);
  const byPath = new Map(tree.map((construct) => [construct.node.path, construct]));
  return {
    packs,
    waivers,
    problems: waivers.flatMap((waiver) => objections(waiver, known)),
    placeOf: (path) => {
      const made = byPath.get(path);
      const [first] = made === undefined ? [] : declarationsOf(made).filter((d) => d.as !== 'waiver');
      return first && placeOf(first);
    },
  };
};
