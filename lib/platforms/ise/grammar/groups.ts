import { field, outsideBody, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { description } from './wires';

/** Its id, which only ISE knows. */
export const groupId: Wire<Ref<'ise-identity-group'>> = {
  to: (ref, look) => String(look.reference(ref.ref, ref.name)['id']),
  from: (json) => {
    const [, name] = /^\{identitygroup:(.*)\}$/.exec(String(json)) ?? [];
    return name === undefined ? undefined : { ref: 'ise-identity-group', name };
  },
};

/** ERS: `/ers/config/identitygroup`. */
export const identityGroup: RestGrammar<NounOf<'ise-identity-group'>> = {
  form: 'object',
  collection: 'identitygroup',
  key: 'identitygroup',
  type: 'IdentityGroup',
  fixed: () => ({ '': {} }),
  fields: { description, parent: field('parentId', groupId, { compareIfDeclared: true }) },
};

/** ERS: `/ers/config/networkdevicegroup`. Its name is its whole path there; the root of the path is its type. */
export const networkDeviceGroup: RestGrammar<NounOf<'ise-network-device-group'>> = {
  form: 'object',
  collection: 'networkdevicegroup',
  key: 'networkdevicegroup',
  type: 'NetworkDeviceGroup',
  nameOf: (body) => (typeof body['name'] === 'string' ? body['name'] : undefined),
  fixed: ({ path }) => ({ '': { name: path, ndgtype: path.split('#')[0]! } }),
  fields: { path: outsideBody, description },
};
