import type { IConstruct } from 'constructs';
import { fail } from '../kernel/problem';
import type { LedgerPlaceProps } from '../model/ledger-place';
import { isRef, type Ref, type Reference } from '../model/noun';
import type { Kind, PropsOf } from '../model/nouns';
import type { PlatformId, TargetProps } from '../model/targets';
import type { RolloutProps } from '../model/rollout-props';
import type { UnmanagedPeerProps } from '../model/unmanaged-peer';

/** A field that a program sets past what a construct chose for it. */
export interface Override {
  /** What the plan names it by: `dpd`, `ikeV2Settings.xyz`, a line of text. */
  readonly words: string;
  /** Properties of the object, merged into its own before they are checked. */
  readonly props?: object;
  /** Lines added to its block, as the device prints them. */
  readonly raw?: readonly string[];
  /** A value in what is sent to a REST API, by its path. */
  readonly rest?: { readonly path: string; readonly value: unknown };
}

/** What a construct declares. Props are read at synth, so that a construct may be added to until then. */
export type Declaration =
  | { readonly as: 'target'; readonly platform: PlatformId; readonly props: TargetProps<PlatformId> }
  | {
      readonly as: 'noun';
      readonly kind: Kind;
      readonly ref: Ref;
      readonly props: () => PropsOf<Kind>;
      readonly overrides: Override[];
    }
  | { readonly as: 'existing'; readonly ref: Ref }
  /** A peer that no target is, as the ends that are must fit it. */
  | { readonly as: 'peer'; readonly peer: UnmanagedPeerProps }
  | { readonly as: 'problem'; readonly code: string; readonly message: string; readonly hint?: string }
  /** Where the peers of a tunnel reach this end, which no object of the device need say. */
  | { readonly as: 'reached'; readonly address: string }
  /** What a device or an object was before: a construct path, or a name. */
  | { readonly as: 'moved'; readonly from: string }
  /** Where the ledgers of the stack are kept. */
  | { readonly as: 'ledger'; readonly place: LedgerPlaceProps }
  /** A change in waves. */
  | { readonly as: 'rollout'; readonly props: RolloutProps & { readonly name: string } }
  /** What rollouts select a device by; it counts for all below it. */
  | { readonly as: 'label'; readonly name: string; readonly value: string }
  | { readonly as: 'waiver'; readonly rule: string; readonly reason: string; readonly until: string };

/**
 * The version of what constructs carry. Two copies of the package in one program understand each other when it is the
 * same; synth refuses the constructs of a copy that carries another.
 */
export const declarationFormat = 1;

/** Registered symbols are one for all copies of the package, which a module variable or a class is not. */
const declarationMark = Symbol.for('tunnelwright.declaration');
const constructMark = Symbol.for('tunnelwright.construct');
const frozenMark = Symbol.for('tunnelwright.frozen');
const ownerMark = Symbol.for('tunnelwright.owner');

/** A declaration with where it was made. The trace is made into text only where a finding asks for it. */
export type Traced = Declaration & { readonly trace: Error };

interface Carried {
  readonly format: number;
  readonly declarations: Traced[];
}
interface Marked extends IConstruct {
  [declarationMark]?: Carried;
  [constructMark]?: number;
  [frozenMark]?: true;
}

const hidden = (value: unknown) => ({ value, enumerable: false, configurable: true, writable: true });

/** Says that a construct is one of this package, before it declares anything. */
export const markOurs = (construct: IConstruct): void => {
  Object.defineProperty(construct, constructMark, hidden(declarationFormat));
};

/** Says that what a stack declares is written: nothing more can be declared in it. */
export const freeze = (stack: IConstruct): void => {
  Object.defineProperty(stack, frozenMark, hidden(true));
};

/** Throws where the stack of a construct is written already: what is added then would be in no manifest. */
export const demandOpen = (construct: IConstruct, what: string): void => {
  const frozen = construct.node.scopes.find((scope) => (scope as Marked)[frozenMark]);
  if (frozen !== undefined)
    fail(
      'stack.frozen',
      construct.node.path,
      `${what} after synth: ${frozen.node.path || 'the app'} is frozen`,
      'declare it before app.synth(), or in an aspect',
    );
};

export const declare = (construct: IConstruct, declaration: Declaration): void => {
  demandOpen(construct, 'declared');
  const marked = construct as Marked;
  // Constructs of constructs are nested deep; ten frames, the default, may not reach the program.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 50;
  const traced = { ...declaration, trace: new Error('declared here') };
  Error.stackTraceLimit = limit;
  const carried = marked[declarationMark];
  if (carried === undefined)
    Object.defineProperty(construct, declarationMark, hidden({ format: declarationFormat, declarations: [traced] }));
  else carried.declarations.push(traced);
  if ('ref' in declaration) Object.defineProperty(declaration.ref, ownerMark, hidden(construct));
};

/** Whose a reference is: a noun keeps the very reference that a construct gave it. Undefined of one that no construct gave. */
export const ownerOf = (ref: Ref): IConstruct | undefined => (ref as { readonly [ownerMark]?: IConstruct })[ownerMark];

export const declarationsOf = (construct: IConstruct): readonly Traced[] => {
  const carried = (construct as Marked)[declarationMark];
  return carried?.format === declarationFormat ? carried.declarations : [];
};

/** Why synth cannot read a construct of this package; undefined where it can, and of constructs of others. */
export const unreadable = (construct: IConstruct): string | undefined => {
  const { [declarationMark]: carried, [constructMark]: ours } = construct as Marked;
  const format = carried?.format ?? ours;
  if (format === undefined) return undefined;
  if (format !== declarationFormat)
    return `was made by another version of tunnelwright (format ${String(format)}, this one reads ${declarationFormat})`;
  if (carried === undefined) return 'declares nothing, though it is a construct of tunnelwright';
  const [unknown] = carried.declarations.filter((d) => !known.has(d.as));
  return unknown && `declares '${String(unknown.as)}', which this version of tunnelwright does not know`;
};
const understood: Readonly<Record<Declaration['as'], true>> = {
  target: true,
  noun: true,
  existing: true,
  peer: true,
  problem: true,
  waiver: true,
  reached: true,
  moved: true,
  ledger: true,
  rollout: true,
  label: true,
};
const known = new Set(Object.keys(understood));

export type NounDeclaration = Extract<Traced, { readonly as: 'noun' }>;
export type TargetDeclaration = Extract<Traced, { readonly as: 'target' }>;
export const nounsOf = (construct: IConstruct): readonly NounDeclaration[] =>
  declarationsOf(construct).filter((d): d is NounDeclaration => d.as === 'noun');
const nounOf = (construct: IConstruct): NounDeclaration | undefined => nounsOf(construct)[0];

/** Whether a construct is the object of this kind, from whichever copy of the package. */
export const declares = (construct: IConstruct, kind: Kind): boolean => nounOf(construct)?.kind === kind;

/** What an object writes: its props with all overrides, read afresh. */
export const propsIn = (d: NounDeclaration): PropsOf<Kind> =>
  Object.assign({}, d.props(), ...d.overrides.map(({ props }) => props ?? {})) as PropsOf<Kind>;

/** The same, each declaration read once: while a tree is collected nothing is added to it. */
export const propsReader = (): ((d: NounDeclaration) => PropsOf<Kind>) => {
  const read = new Map<NounDeclaration, PropsOf<Kind>>();
  return (d) => {
    const props = read.get(d) ?? propsIn(d);
    read.set(d, props);
    return props;
  };
};

/** What a construct writes of itself, for another that must agree with it. Undefined for objects that are not declared. */
export const propsOf = <K extends Kind>(of: Reference<K>): PropsOf<K> | undefined => {
  const construct = (isRef(of) ? ownerOf(of) : of) as IConstruct | undefined;
  const own = construct && nounOf(construct);
  return own?.kind === (isRef(of) ? of : of.ref).ref ? (propsIn(own) as unknown as PropsOf<K>) : undefined;
};
