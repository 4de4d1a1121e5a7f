import type { IConstruct } from 'constructs';
import type { Ref, Referable } from '../model/noun';
import type { Kind, PropsOf } from '../model/nouns';
import type { PlatformId, TargetProps } from '../model/targets';

/** What a construct says of itself. Props are asked for at synth, so that a construct may still be added to. */
export type Declaration =
  | { readonly as: 'target'; readonly platform: PlatformId; readonly props: TargetProps<PlatformId> }
  | { readonly as: 'noun'; readonly kind: Kind; readonly ref: Ref; readonly props: () => PropsOf<Kind> }
  | { readonly as: 'problem'; readonly code: string; readonly message: string; readonly hint?: string };

const declarations = new WeakMap<IConstruct, Declaration[]>();

export const declare = (construct: IConstruct, declaration: Declaration): void => {
  declarations.set(construct, [...(declarations.get(construct) ?? []), declaration]);
};
export const declarationsOf = (construct: IConstruct): readonly Declaration[] => declarations.get(construct) ?? [];

/** What a construct writes of itself, for another that must agree with it. Undefined of what somebody else owns. */
export const propsOf = <K extends Kind>(of: Referable<K>): PropsOf<K> | undefined => {
  const own = (declarations.get(of as unknown as IConstruct) ?? []).find((d) => d.as === 'noun');
  return own?.as === 'noun' && own.kind === of.ref.ref ? (own.props() as unknown as PropsOf<K>) : undefined;
};

/** The construct that declares the target which a construct stands on, if there is one. */
export const targetOf = (construct: IConstruct): IConstruct | undefined =>
  [...construct.node.scopes].reverse().find((scope) => declarationsOf(scope).some((d) => d.as === 'target'));
