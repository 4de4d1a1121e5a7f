import { Construct } from 'constructs';
import { addressOf, isRef, type Ref, type Referable } from '../lib/model/noun';
import type { Kind, PropsOf } from '../lib/model/nouns';
import type { SecretRef } from '../lib/model/secret';
import { declare, targetOf } from '../lib/synth/declaration';

/** What a user writes of a noun: its name may be left out and is then the construct's id. */
export type Props<K extends Kind, Given extends string = never> = Omit<PropsOf<K>, 'name' | Given> & {
  /** Name on the device. Default: the construct's id. */
  readonly name?: string;
};

/** One object on one device. Its scope is the device, or anything below a device. */
export abstract class DeviceObject<K extends Kind> extends Construct implements Referable<K> {
  /** For the props of other constructs: they take this construct, never its name. */
  readonly ref: Ref<K>;

  /** `within`: the name of the parent that its own name repeats in. */
  protected constructor(
    scope: Construct,
    id: string,
    kind: K,
    props: () => object & { name?: string },
    within?: string,
  ) {
    super(scope, id);
    const named = () => ({ name: id, ...defined(props()) });
    const name = named().name ?? id;
    this.ref = { ref: kind, name: within === undefined ? name : `${within}/${name}` };
    declare(this, { as: 'noun', kind, ref: this.ref, props: named });
  }
}

/** A secret that the device makes together with an object, for the props of constructs on other devices. */
export const madeBy = <K extends Kind>(object: DeviceObject<K>, field: string): SecretRef => ({
  secret: 'made',
  target: targetOf(object)?.node.path ?? object.node.path,
  address: addressOf(object.ref.ref, object.ref.name),
  field,
});

const defined = <T extends object>(props: T): T =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;

/** Something that is on the device and that somebody else owns: it can be referred to, is never written, and must be there. */
export const existing = <K extends Kind>(
  kind: K,
  name: string,
  key?: Readonly<Record<string, string | number>>,
): Referable<K> => ({
  ref: { ref: kind, name, external: true, ...(key ? { key } : {}) },
});

/** The name of what a reference points to, for an object that is known by it. */
export const nameOfRef = (to: Referable | Ref): string => (isRef(to) ? to.name : to.ref.name);
