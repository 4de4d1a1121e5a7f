import { outsideBody, type RestField, type RestFields, type RestGrammar } from '../../../desired/rest/grammar';
import { dig } from '../../../desired/rest/place';
import type { JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { Kind, NounOf } from '../../../model/nouns';
import { samlServer } from './aaa';
import { certTrustpoint } from './enrollment';
import { addressPool, fqdnObject, ipv6AddressPool, networkGroup, networkObject, urlObject } from './objects';
import { secureClientAttribute } from './secure-client-attribute';

interface Override {
  readonly name: string;
  readonly object: Ref;
  readonly device: Ref<'ftd-device'>;
}
/** What an object and its override have in common. */
type Common<O extends object, N extends object> = Pick<
  RestGrammar<O>,
  'key' | 'type' | 'collection' | 'alternatives' | 'unwritable' | 'since'
> & { readonly fields: Pick<RestFields<O>, keyof RestFields<O> & keyof RestFields<N>> };

/** What is said of an object once, for all firewalls. */
const ofObjectAlone: readonly string[] = ['overridable', 'description'];

/** The name of the firewall that one is for. */
const targetOf = (body: JsonObject): string | undefined => {
  const name = dig(body, 'overrides.target.name');
  return typeof name === 'string' ? name : undefined;
};

/**
 * Written where the object itself is, with its id; only `overrides` tells the two apart. It is removed by the id of its
 * target, and listed below the object (Cisco's specification; terraform-provider-fmc, `host_overrides`). Of pools only the
 * lists are specified, and of a pair not which of its ids is meant (unproven). `others`: fields that the override has not.
 */
const overrideOf = <O extends object, N extends Override & object>(
  object: Common<O, N>,
  others: readonly string[] = [],
): RestGrammar<N> => {
  const asObject = (noun: N): O => noun as unknown as O;
  const place = (noun: N, look: Parameters<RestGrammar<N>['requests'] & {}>[1]): string =>
    typeof object.collection === 'string' ? object.collection : object.collection(asObject(noun), look);
  const typeOf = (noun: N): string => (typeof object.type === 'string' ? object.type : object.type(asObject(noun)));
  const idOf = ({ object: of }: N): string => `{${object.key}:${of.name}}`;
  const target = ({ device }: N): string => `{devices:${device.name}}`;
  const own = Object.entries(object.fields).filter(([name]) => ![...ofObjectAlone, ...others].includes(name));
  return {
    form: 'object',
    key: `${object.key}overrides`,
    type: typeOf,
    collection: (noun, look) => `${place(noun, look)}/${idOf(noun)}/overrides`,
    requests: (noun, look) => ({
      create: place(noun, look),
      change: `${place(noun, look)}/${idOf(noun)}`,
      remove: `${place(noun, look)}/${idOf(noun)}?overrideTargetId=${target(noun)}`,
    }),
    nameOf: targetOf,
    // An object that has overrides does not stop being overridable (unproven).
    requires: { of: 'id', at: 'overridable', is: true },
    fixed: (noun) => {
      const [id, type] = [idOf(noun), typeOf(noun)];
      const overrides = { parent: { id, type }, target: { id: target(noun), type: 'Device' } };
      return { '': { id, name: noun.object.name, type, overrides } };
    },
    ...(object.alternatives ? { alternatives: object.alternatives } : {}),
    ...(object.unwritable ? { unwritable: (noun) => object.unwritable!(asObject(noun)) } : {}),
    ...(object.since ? { since: (noun) => object.since!({ ...asObject(noun), name: noun.object.name }) } : {}),
    fields: { object: outsideBody, device: outsideBody, ...Object.fromEntries(own) } as Record<
      string,
      RestField<never>
    > as unknown as RestFields<N>,
  };
};

/** How the FMC writes what an object is on one firewall. */
export const objectOverrides = {
  'network-object-override': overrideOf<NounOf<'network-object'>, NounOf<'network-object-override'>>(networkObject),
  'fqdn-object-override': overrideOf<NounOf<'fqdn-object'>, NounOf<'fqdn-object-override'>>(fqdnObject),
  'network-group-override': overrideOf<NounOf<'network-group'>, NounOf<'network-group-override'>>(networkGroup),
  'url-object-override': overrideOf<NounOf<'url-object'>, NounOf<'url-object-override'>>(urlObject),
  'address-pool-override': overrideOf<NounOf<'address-pool'>, NounOf<'address-pool-override'>>(addressPool, [
    'supernet',
  ]),
  'ipv6-address-pool-override': overrideOf<NounOf<'ipv6-address-pool'>, NounOf<'ipv6-address-pool-override'>>(
    ipv6AddressPool,
  ),
  'cert-trustpoint-override': overrideOf<NounOf<'cert-trustpoint'>, NounOf<'cert-trustpoint-override'>>(certTrustpoint),
  'saml-server-override': overrideOf<NounOf<'saml-server'>, NounOf<'saml-server-override'>>(samlServer),
  'secure-client-attribute-override': overrideOf<
    NounOf<'secure-client-attribute'>,
    NounOf<'secure-client-attribute-override'>
  >(secureClientAttribute),
} as const;

/** The kinds of which one firewall may have another value, each with the kind that gives it. */
export const overriddenBy: ReadonlyMap<Kind, keyof typeof objectOverrides> = new Map(
  (Object.keys(objectOverrides) as (keyof typeof objectOverrides)[]).map((kind) => [
    kind.replace(/-override$/, '') as Kind,
    kind,
  ]),
);

/** Whether it says what an object is on one firewall. */
export const isOverride = (kind: Kind): boolean => kind in objectOverrides;
