import { field, listOf, number, type RestGrammar } from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { NounOf } from '../../../model/nouns';
import { description, nameOf, text, yesOrNo } from './wires';

/** ERS: `/ers/config/externalradiusserver`. */
export const externalRadiusServer: RestGrammar<NounOf<'ise-external-radius-server'>> = {
  form: 'object',
  collection: 'externalradiusserver',
  key: 'externalradiusserver',
  type: 'ExternalRadiusServer',
  fixed: () => ({ '': { enableKeyWrap: false } }),
  fields: {
    description,
    address: field('hostIP', text),
    secret: field('sharedSecret', secretWire, { secret: true }),
    authPort: field('authenticationPort', number, { absent: 1812 }),
    acctPort: field('accountingPort', number, { absent: 1813 }),
    timeout: field('timeout', number, { absent: 5 }),
    retries: field('retries', number, { absent: 3 }),
  },
};

/** ERS: `/ers/config/radiusserversequence`. Names and attributes go on as they come. */
export const radiusServerSequence: RestGrammar<NounOf<'ise-radius-server-sequence'>> = {
  form: 'object',
  collection: 'radiusserversequence',
  key: 'radiusserversequence',
  type: 'RadiusServerSequence',
  fixed: () => ({
    '': {
      stripPrefix: false,
      stripSuffix: false,
      useAttrSetOnRequest: false,
      useAttrSetBeforeAcc: false,
    },
  }),
  fields: {
    description,
    servers: field('RadiusServerList', listOf(nameOf('ise-external-radius-server'))),
    authorize: field('continueAuthorzPolicy', yesOrNo, { absent: true }),
    remoteAccounting: field('remoteAccounting', yesOrNo, { absent: false }),
    localAccounting: field('localAccounting', yesOrNo, { absent: true }),
  },
};
