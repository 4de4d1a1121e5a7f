import { field, same, setOf, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import { defined } from '../../../kernel/defined';
import type { Json, JsonObject } from '../../../kernel/json';
import { otherwise } from '../../../model/manager/dynamic-access-policy';
import type { NounOf } from '../../../model/nouns';
import { reference } from './reference';
import { capitals } from './words';

type Policy = NounOf<'dynamic-access-policy'>;
type Entry = Policy['records'][number];

const action = capitals(['continue', 'terminate', 'quarantine'] as const);
const list = reference('access-list');
const textIn = (json: Json | undefined): string | undefined =>
  typeof json === 'string' && json !== '' ? json : undefined;

/** The record for all others has the priority -1 (fmcapi). */
const record: Wire<Entry> = {
  to: ({ name, priority = -1, action: does, message, accessList }, look): JsonObject =>
    defined({
      ...{ dapRecordName: name, priority, action: action.to(does, look), message },
      networkACL: accessList && list.to(accessList, look),
    }) as JsonObject,
  from: (json) => {
    const { dapRecordName, priority, action: does, message, networkACL } = json as JsonObject;
    const [word, acl] = [action.from(does ?? null), networkACL === undefined ? undefined : list.from(networkACL)];
    if (word === undefined || (networkACL !== undefined && acl === undefined)) return undefined;
    const place = dapRecordName === otherwise ? undefined : Number(priority);
    return defined({
      ...{ name: String(dapRecordName), priority: place, action: word },
      ...{ message: textIn(message), accessList: acl },
    });
  },
  canonical: (json) => {
    const { dapRecordName, priority, action: does, message, networkACL } = json as JsonObject;
    return defined({
      ...{ dapRecordName, priority: Number(priority), action: does, message: textIn(message) },
      networkACL: networkACL && list.canonical!(networkACL),
    }) as JsonObject;
  },
};

/** XML in one form: without declaration and comments, and without what only sets it out. */
const oneForm = (xml: string): string =>
  xml
    .replace(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/g, '')
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .trim();
/** The FMC takes and answers it in base64 (fmcapi); here it can be read, and is put into base64 when it is sent. */
const criteria: Wire<string> = {
  to: (xml) => ({ base64: oneForm(xml) }),
  from: (json) => textIn((json as JsonObject)['base64']),
  canonical: (json) =>
    typeof json === 'string' ? { base64: oneForm(Buffer.from(json, 'base64').toString('utf8')) } : json,
};

export const dynamicAccessPolicy: RestGrammar<Policy> = {
  form: 'object',
  collection: 'policy/dynamicaccesspolicies',
  key: 'dynamicaccesspolicies',
  type: 'DynamicAccessPolicy',
  since: () => [
    {
      version: '7.2',
      what: 'a dynamic access policy',
      instead: 'make it on the FMC, and refer to it with fromExisting',
    },
  ],
  fixed: () => ({ '': { type: 'DynamicAccessPolicy' } }),
  fields: {
    description: field('description', same<string>(), { absent: '' }),
    // Of a creation no source shows more than the name and the description.
    records: field('authorizationAttributes', setOf(record), { later: true }),
    criteria: field('dapXmlConfig', criteria, { later: true }),
  },
};
