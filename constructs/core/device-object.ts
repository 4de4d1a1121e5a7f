import { Construct } from 'constructs';
import { defined } from '../../lib/kernel/defined';
import {
  addressOf,
  identify,
  identityOf,
  isNamedByUser,
  isOnFirewall,
  keyOf,
  nameWithin,
  type Noun,
  type Ref,
  type Referable,
  type Reference,
} from '../../lib/model/noun';
import { nouns, type Kind } from '../../lib/model/nouns';
import type { SecretRef } from '../../lib/model/secret';
import { seen } from '../../lib/model/wording';
import { declare, demandOpen, markOurs, type Override } from '../../lib/synth/declaration';
import { nameFor } from '../../lib/synth/naming';
import { enter, targetOf } from '../../lib/synth/placement';
import { reportViolations } from './checks';
import { Device, placeOnDevice } from './device';
import { isObject, objectOf } from './given';
import { lineOverrides, propsOverride, restOverride, type JsonValue } from './override';

/** What every object takes beside its own props. */
export interface Placed {
  /** The device it is on, where that is not its scope: inside a composite the composite is the scope. Default: the device that the scope is, or is on. */
  readonly device?: Device;
}

/** One object on one device. Its scope is the device, anything below it, or a composite, with the device given beside it. */
export abstract class DeviceObject<K extends string, P extends object = object>
  extends Construct
  implements Referable<K>
{
  /** For the props of other constructs: they take this construct, never its name. */
  readonly ref: Ref<K>;
  private readonly overrides: Override[] = [];

  /** `fields`: those that no user writes, or that bear the name of one that is taken out (`device`). */
  protected constructor(
    scope: Construct,
    id: string,
    kind: K,
    props: () => object & { readonly name?: string },
    fields: object = {},
  ) {
    demandOpen(scope, `${id} is added`);
    super(scope, id);
    markOurs(this);
    const { device, ...given } = objectOf(props()) as Placed & { readonly name?: string };
    if (!isObject(props()))
      reportViolations(this, [['props', `${seen(props())} is not an object: write { … }`]], 'prop.invalid');
    placeOnDevice(this, device);
    const spec = nounOf(kind);
    const added = { ...firewallOf(this, spec), ...fields };
    const all = { ...given, ...added };
    const own = typeof given.name === 'string' ? given.name : undefined;
    const name = identify(spec, all) ?? own ?? (spec.identity === undefined ? nameFor(this, id) : id);
    const key = keyOf(spec, all);
    this.ref = { ref: kind, name: nameWithin(spec, name, all), ...(key && { key }) };
    const nounProps = () => {
      const { device: _device, ...rest } = objectOf(props()) as Placed;
      return defined({ name, ...defined(rest), ...added, ...(isNamedByUser(spec) ? {} : { name }) });
    };
    enter(this);
    declare(this, {
      as: 'noun',
      kind: kind as unknown as Kind,
      ref: this.ref,
      props: nounProps,
      overrides: this.overrides,
    });
  }

  /**
   * Sets props past what was chosen for the object, by a pattern or by you. They take the place of its own, are checked
   * like them, and are marked in the plan; `undefined` takes a prop away. The name cannot be overridden.
   */
  override(props: Partial<Omit<P, 'name' | 'device'>>): this {
    return this.overridden(propsOverride(props));
  }

  /**
   * Adds lines to the block of the object, as the device prints them. They are owned like its other lines, and are marked
   * in the plan; those of a block within it are indented below its line. Routers and ASAs only. What a prop can write is
   * refused.
   */
  addRawLines(...lines: readonly string[]): this {
    return this.overridden(lineOverrides(lines));
  }

  /**
   * Sets a value in what is sent to a REST API, by its path: `overrideRest('ikeV2Settings.enforceStrongCrypto', true)`.
   * It is compared with what is there like every other, and marked in the plan. FMC and ISE only.
   */
  overrideRest(path: string, value: JsonValue): this {
    return this.overridden(restOverride(path, value));
  }

  private overridden(override: Override): this {
    demandOpen(this, 'overridden');
    this.overrides.push(override);
    return this;
  }
}

/** A secret that the device makes together with an object, for the props of constructs on other devices. */
export const generatedSecretOf = (object: DeviceObject<string>, field: string): SecretRef => ({
  secret: 'made',
  target: targetOf(object)?.node.path ?? object.node.path,
  address: addressOf(object.ref.ref, object.ref.name),
  field,
});

const nounOf = (kind: string): Noun => nouns[kind as Kind];

/** The field of an object that belongs to the firewall it is placed on, where that is itself an object of its target. */
const firewallOf = (construct: Construct, spec: Noun): { readonly device?: Referable } => {
  const device = isOnFirewall(spec) ? Device.of(construct) : undefined;
  return device !== undefined && 'ref' in device ? { device: device as Device & Referable } : {};
};

type Key = Readonly<Record<string, string | number>>;

/** An object that is on the device and that this program does not manage: it can be referred to, is never written, and must be there. */
export const existing = <K extends string>(kind: K, name: string, key?: Key): Referable<K> => ({
  ref: { ref: kind, name, external: true, ...(key ? { key } : {}) },
});

/**
 * The same as a construct: an object that this program does not manage, with its place in the tree, so that a reference to
 * it from another device is found.
 */
export class ExistingObject<K extends string> extends Construct implements Referable<K> {
  /** For the props of other constructs. */
  readonly ref: Ref<K>;

  constructor(
    scope: Construct,
    id: string,
    kind: K,
    name: string,
    { key, device, within }: { readonly key?: Key; readonly within?: Reference } & Placed = {},
  ) {
    super(scope, id);
    markOurs(this);
    placeOnDevice(this, device);
    const spec = nounOf(kind);
    const parent = within === undefined ? firewallOf(this, spec) : { [spec.within!]: within };
    this.ref = existing(kind, nameWithin(spec, name, parent), key ?? partsOf(spec, name)).ref;
    declare(this, { as: 'existing', ref: this.ref });
  }
}

/** What the name of an object says of its fields, where it is made of them. */
const partsOf = (spec: Noun, name: string): Key | undefined => {
  const { name: _name, ...parts } = identityOf(spec, name);
  return Array.isArray(spec.identity) ? (parts as Key) : undefined;
};
