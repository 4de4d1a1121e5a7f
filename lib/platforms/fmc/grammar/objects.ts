import { field, same, type RestGrammar } from '../../../desired/rest/grammar';
import type { NounOf } from '../../../model/nouns';

type NetworkObject = NounOf<'network-object'>;
const isNetwork = (object: NetworkObject): boolean => object.value.includes('/');

/** A host and a network are two collections; the name is unique over both. */
export const networkObject: RestGrammar<NetworkObject> = {
  form: 'object',
  collection: (object) => (isNetwork(object) ? 'object/networks' : 'object/hosts'),
  key: 'networkaddresses',
  among: ['object/hosts', 'object/networks'],
  type: (object) => (isNetwork(object) ? 'Network' : 'Host'),
  fixed: (object) => ({ '': { type: isNetwork(object) ? 'Network' : 'Host' } }),
  fields: { value: field('value', same<string>()) },
};
