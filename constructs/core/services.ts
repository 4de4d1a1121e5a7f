import { Construct, type IConstruct } from 'constructs';
import { fail } from '../../lib/kernel/problem';
import type { Ref } from '../../lib/model/noun';
import type { Kind } from '../../lib/model/nouns';
import { declarationFormat, declares } from '../../lib/synth/declaration';
import { objectsOn } from '../../lib/synth/placement';
import type { Device } from './device';

const servicesMark = Symbol.for('tunnelwright.services');
const childId = 'shared';
interface Marked extends IConstruct {
  readonly [servicesMark]?: number;
}

/**
 * What a device has once, however many composites use it: the IKEv2 policy of a router, the crypto map of an interface. A
 * child of the device, so that the composites of two modules, and of two copies of this package, share one.
 */
export class DeviceServices extends Construct {
  private readonly states = new Map<string, object>();

  private constructor(device: Device) {
    super(device, childId);
    Object.defineProperty(this, servicesMark, { value: declarationFormat });
  }

  /** Those of a device; made where it has none yet. */
  static of(device: Device): DeviceServices {
    const child: Marked | undefined = device.node.tryFindChild(childId);
    if (child === undefined) return new DeviceServices(device);
    if (child[servicesMark] !== declarationFormat)
      return fail(
        'declaration.unreadable',
        child.node.path,
        'is not of this version of tunnelwright',
        'give a construct of yours another id, and list tunnelwright under peerDependencies in modules',
      );
    return child as DeviceServices;
  }

  /** Data that grows with each composite. `make`: what it begins with. */
  state<T extends object>(key: string, make: () => T): T {
    const known = this.states.get(key) as T | undefined;
    const state = known ?? make();
    this.states.set(key, state);
    return state;
  }

  /** An object that the first composite makes, and further ones share. */
  once<T extends Construct>(id: string, make: (scope: Construct, id: string) => T): T {
    return (this.node.tryFindChild(id) as T | undefined) ?? make(this, id);
  }

  /** Whether an object is one of these, and not one that the program declares itself. */
  contains(construct: IConstruct): boolean {
    return construct.node.scopes.includes(this);
  }
}

/** An object as a construct of whichever copy of this package has it. */
export type DeclaredObject<K extends Kind = Kind> = IConstruct & { readonly ref: Ref<K> };

/** The objects of one kind on a device, wherever the tree contains them. */
export const declaredOn = <K extends Kind>(device: IConstruct, kind: K): readonly DeclaredObject<K>[] =>
  objectsOn(device).filter((each): each is DeclaredObject<K> => declares(each, kind));

/** The object of one kind and name on a device. */
export const findOn = <K extends Kind>(device: IConstruct, kind: K, name: string): DeclaredObject<K> | undefined =>
  declaredOn(device, kind).find(({ ref }) => ref.name === name);
