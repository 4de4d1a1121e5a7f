import type { IConstruct } from 'constructs';
import { sameJson } from '../../../lib/kernel/json';
import type { Referable } from '../../../lib/model/noun';
import { nouns, type Kind } from '../../../lib/model/nouns';
import { propsOf } from '../../../lib/synth/declaration';
import { findOn } from '../../core/services';

/** What props say, with the defaults of their schema. */
export const meaningOf = (kind: Kind, props: object): unknown => nouns[kind].schema.safeParse(props).data ?? props;

/**
 * The object of this kind and name that the device has already in this program, of another VPN or of level 1, where it says
 * the same; else a new one. One of the name that says something else is a contradiction, which the new one brings to light.
 */
export const sameOr = <K extends Kind, T extends Referable<K>>(
  device: IConstruct,
  kind: K,
  props: { readonly name: string },
  make: () => T,
): T => {
  const known = findOn(device, kind, props.name);
  const said = known && propsOf(known as Referable<K>);
  const isSame = said !== undefined && sameJson(meaningOf(kind, { ...said, name: props.name }), meaningOf(kind, props));
  return isSame ? (known as unknown as T) : make();
};
