import {
  field,
  members,
  number,
  same,
  setOf,
  spelledAs,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { overridable } from './objects';
import { reference } from './reference';
import { capitals } from './words';

type Attribute = NounOf<'secure-client-attribute'>;
type Defer = NonNullable<Attribute['deferUpdate']>;

const words = [
  ['dynamic-split-tunnel', 'DYNAMIC_SPLIT_TUNNELING'],
  ['defer-update', 'ALLOW_DEFER_UPDATE'],
  ['per-app', 'PER_APP_VPN'],
] as const;
const typeWord = spelledAs<Attribute['type']>([...words, ['custom', 'USER_DEFINED_CUSTOM_ATTR']]);
/** Group policies have another word for one of them. */
const typeInPolicy = spelledAs<Attribute['type']>([...words, ['custom', 'CUSTOM_TYPE']]);

/** Two places, by the type. */
const value: Written<string> = {
  form: 'written',
  leaves: [
    ...field('perAppVpnBase64EncodedValue', same<string>()).leaves,
    ...field('userDefinedAttribute.value', same<string>()).leaves,
  ],
  write: (text, _look, noun) => ((noun as Attribute).type === 'per-app' ? [text, undefined] : [undefined, text]),
  read: ([encoded, text]) => (encoded ?? text) as string | undefined,
};

const domains = setOf(same<string>());
export const secureClientAttribute: RestGrammar<Attribute> = {
  form: 'object',
  collection: 'object/anyconnectcustomattributes',
  key: 'anyconnectcustomattributes',
  type: 'AnyConnectCustomAttribute',
  fixed: () => ({ '': { type: 'AnyConnectCustomAttribute' } }),
  fields: {
    type: field('attributeType', typeWord, { immutable: true }),
    description: field('description', { ...same<string>(), canonical: (json) => String(json).trim() }, { absent: '' }),
    include: field('dynamicSplitTunnel.includeDomains', domains),
    exclude: field('dynamicSplitTunnel.excludeDomains', domains),
    deferUpdate: members<Defer>({
      prompt: field(
        'deferUpdate.promptType',
        spelledAs<Defer['prompt']>([
          ['until-answered', 'SHOW_UNTIL_USER_ACTION'],
          ['until-timeout', 'SHOW_UNTIL_TIMEOUT'],
          ['none', 'NO_PROMPT_AUTO_ACTION'],
        ]),
      ),
      timeout: field('deferUpdate.promptDismissTimeout', number, {
        only: { at: 'deferUpdate.promptType', is: 'SHOW_UNTIL_TIMEOUT' },
      }),
      action: field('deferUpdate.defaultAction', capitals(['defer', 'update'] as const)),
      minimumVersion: field('deferUpdate.minimumAnyConnectVersion', same<string>()),
    }),
    attribute: field('userDefinedAttribute.name', same<string>()),
    value,
    overridable,
  },
};

type Use = Ref<'secure-client-attribute'>;
const typeOf = (use: Use, declared: Attribute | undefined): Attribute['type'] | undefined =>
  declared?.type ?? (use.key?.['type'] as Attribute['type'] | undefined);
const use: Wire<Use> = {
  to: (ref, look) => ({
    anyConnectAttribute: typeInPolicy.to(typeOf(ref, look.noun('secure-client-attribute', ref.name)) ?? 'custom', look),
    customAttributeObject: look.reference('secure-client-attribute', ref.name),
  }),
  from: (json) => {
    const { anyConnectAttribute, customAttributeObject } = json as JsonObject;
    const [ref, type] = [
      reference('secure-client-attribute').from(customAttributeObject ?? {}),
      typeInPolicy.from(anyConnectAttribute ?? ''),
    ];
    return ref && type && { ...ref, key: { type } };
  },
  canonical: (json) => {
    const { anyConnectAttribute, customAttributeObject } = json as JsonObject;
    return {
      anyConnectAttribute: typeInPolicy.canonical!(anyConnectAttribute ?? ''),
      customAttributeObject: reference('secure-client-attribute').canonical!(customAttributeObject ?? {}),
    };
  },
};

/** What a group policy has of them; their order means nothing. */
export const customAttributes: Written<Use[]> = {
  ...field('anyConnectSettings.customAttributes', setOf(use), { absent: [] }),
  refuses: (all) => {
    const unknown = all.find((ref) => ref.external && ref.key?.['type'] === undefined);
    return unknown === undefined
      ? undefined
      : `the type of ${unknown.name} is not known here: give it to SecureClientAttribute.fromExisting, behind the name`;
  },
};
