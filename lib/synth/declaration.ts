import type { IConstruct } from 'constructs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ref, Referable } from '../model/noun';
import type { Kind, PropsOf } from '../model/nouns';
import type { PlatformId, TargetProps } from '../model/targets';

/** What a construct says of itself. Props are asked for at synth, so that a construct may still be added to. */
export type Declaration =
  | { readonly as: 'target'; readonly platform: PlatformId; readonly props: TargetProps<PlatformId> }
  | { readonly as: 'noun'; readonly kind: Kind; readonly ref: Ref; readonly props: () => PropsOf<Kind> }
  | { readonly as: 'problem'; readonly code: string; readonly message: string; readonly hint?: string }
  /** What a device or an object was before: a construct path, or a name. */
  | { readonly as: 'moved'; readonly from: string }
  | { readonly as: 'waiver'; readonly rule: string; readonly reason: string; readonly until: string };

const declarations = new WeakMap<IConstruct, Declaration[]>();

/** Whose a reference is: a noun keeps the very reference that a construct gave it. */
const owners = new WeakMap<Ref, IConstruct>();
export const ownerOf = (ref: Ref): IConstruct | undefined => owners.get(ref);

/** The trace of each declaration. It is only read, and thereby made into text, where a finding asks for it. */
const traces = new WeakMap<Declaration, Error>();

export const declare = (construct: IConstruct, declaration: Declaration): void => {
  declarations.set(construct, [...(declarations.get(construct) ?? []), declaration]);
  if (declaration.as === 'noun') owners.set(declaration.ref, construct);
  // Constructs of constructs stand deep; ten frames, the default, may not reach the program.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 50;
  traces.set(declaration, new Error('declared here'));
  Error.stackTraceLimit = limit;
};
export const declarationsOf = (construct: IConstruct): readonly Declaration[] => declarations.get(construct) ?? [];

/** What a construct writes of itself, for another that must agree with it. Undefined of what somebody else owns. */
export const propsOf = <K extends Kind>(of: Referable<K>): PropsOf<K> | undefined => {
  const own = (declarations.get(of as unknown as IConstruct) ?? []).find((d) => d.as === 'noun');
  return own?.as === 'noun' && own.kind === of.ref.ref ? (own.props() as unknown as PropsOf<K>) : undefined;
};

/** What is of us or of a package and thus no line of the user's program. */
const foreign = /[\\/]node_modules[\\/]|^node:|^<anonymous>$/;
const root = join(__dirname, '..', '..');
const ours = [join(root, 'lib'), join(root, 'constructs')].map((folder) => folder + sep);
const frame = /(?:\(|\bat (?:async )?)((?:file:\/\/)?[^()]+):(\d+):\d+\)?$/;

/** The line of the program that made a declaration, relative to the directory that it runs in. */
export const placeOf = (declaration: Declaration): { readonly file: string; readonly line: number } | undefined => {
  for (const text of (traces.get(declaration)?.stack ?? '').split('\n').slice(1)) {
    const [, at = '', line = ''] = frame.exec(text) ?? [];
    const file = at.startsWith('file:') ? fileURLToPath(at) : at;
    if (file === '' || foreign.test(file) || ours.some((folder) => file.startsWith(folder))) continue;
    return { file: relative(process.cwd(), file).split(sep).join('/'), line: Number(line) };
  }
  return undefined;
};

/** The construct that declares the target which a construct stands on, if there is one. */
export const targetOf = (construct: IConstruct): IConstruct | undefined =>
  [...construct.node.scopes].reverse().find((scope) => declarationsOf(scope).some((d) => d.as === 'target'));
