import {
  field,
  listOf,
  same,
  spelledAs,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { avPair, radiusAttributes, readAttributes, type RadiusAttribute } from '../../../documents/radius-attributes';
import type { Json, JsonObject } from '../../../kernel/json';
import type { AuthorizationAttributes } from '../../../model/shared/authorization-attributes';
import type { NounOf } from '../../../model/nouns';
import { description, nameOf, only, text } from './wires';

/** The lines of an access list in one text. */
const lines: Wire<string[]> = {
  to: (value) => value.join('\n'),
  from: (json) => String(json).split('\n'),
  canonical: (json) =>
    String(json)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
};

/** ERS: `/ers/config/downloadableacl`. */
export const downloadableAcl: RestGrammar<NounOf<'ise-downloadable-acl'>> = {
  form: 'object',
  collection: 'downloadableacl',
  key: 'downloadableacl',
  type: 'DownloadableAcl',
  fixed: () => ({ '': {} }),
  fields: {
    description,
    lines: field('dacl', lines),
    type: field(
      'daclType',
      spelledAs([
        ['ipv4', 'IPV4'],
        ['ipv6', 'IPV6'],
        ['both', 'IP_AGNOSTIC'],
      ]),
      { absent: 'IPV4' },
    ),
  },
};

// ISE spells these two members so.
const [left, right] = ['leftHandSideDictionaryAttribue', 'rightHandSideAttribueValue'];
const dictionaries: Readonly<Record<string, readonly [dictionary: string, attribute: string]>> = {
  [avPair]: ['Cisco', 'cisco-av-pair'],
};

const advanced = ([name, value]: readonly [string, string]): JsonObject => {
  const [dictionaryName, attributeName] = dictionaries[name] ?? ['Radius', name];
  return {
    [left]: { AdvancedAttributeValueType: 'AdvancedDictionaryAttribute', dictionaryName, attributeName },
    [right]: { AdvancedAttributeValueType: 'AttributeValue', value },
  };
};

/** What `advanced` writes, the other way round; nothing where it names another thing than a value. */
const attributeIn = (json: Json): RadiusAttribute | undefined => {
  const [{ dictionaryName, attributeName } = {}, { value, AdvancedAttributeValueType: type } = {}] = [
    (json as JsonObject)[left],
    (json as JsonObject)[right],
  ] as readonly (JsonObject | undefined)[];
  const known = Object.entries(dictionaries).find(([, [of, name]]) => of === dictionaryName && name === attributeName);
  const name = known?.[0] ?? (dictionaryName === 'Radius' ? String(attributeName) : undefined);
  return name === undefined || type !== 'AttributeValue' ? undefined : [name, String(value)];
};

const canonicalAttribute = (json: Json): Json => {
  const body = json as JsonObject;
  const names = only('AdvancedAttributeValueType', 'dictionaryName', 'attributeName', 'value');
  return { [left]: names(body[left] ?? {}), [right]: names(body[right] ?? {}) };
};
const list = listOf<Json>({ ...same<Json>(), canonical: canonicalAttribute });

/** What a router is told stands in one list of attributes, in the order in which it is sent. */
const attributes: Written<AuthorizationAttributes> = {
  form: 'written',
  leaves: [{ part: '', at: 'advancedAttributes', absent: [], canonical: list.canonical! }],
  write: (given) => [radiusAttributes(given).map(advanced)],
  read: ([json = []]) => {
    const all = (json as readonly Json[]).map(attributeIn);
    return all.includes(undefined) ? undefined : readAttributes(all as readonly RadiusAttribute[]);
  },
};

/** ERS: `/ers/config/authorizationprofile`. */
export const authorizationProfile: RestGrammar<NounOf<'ise-authorization-profile'>> = {
  form: 'object',
  collection: 'authorizationprofile',
  key: 'authorizationprofile',
  type: 'AuthorizationProfile',
  fixed: () => ({ '': { authzProfileType: 'SWITCH' } }),
  fields: {
    description,
    access: field(
      'accessType',
      spelledAs([
        ['accept', 'ACCESS_ACCEPT'],
        ['reject', 'ACCESS_REJECT'],
      ]),
      { absent: 'ACCESS_ACCEPT' },
    ),
    groupPolicy: field('asaVpn', text, { absent: '' }),
    downloadableAcl: field('daclName', nameOf('ise-downloadable-acl'), { absent: '' }),
    accessList: field('acl', text, { absent: '' }),
    attributes,
    profile: field('profileName', text, { absent: 'Cisco' }),
  },
};
