import { field, spelledAs, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { description, nameOf, nameOfAny } from './wires';

type Source = Ref<'ise-active-directory'> | string;
const source = nameOfAny<'ise-active-directory'>();

/** ISE numbers them from 1, and may answer them in another order. */
const inOrder: Wire<Source[]> = {
  to: (sources, look) => sources.map((one, i) => ({ idstore: source.to(one, look), order: i + 1 })),
  from: (json) => (json as readonly JsonObject[]).map(({ idstore }) => String(idstore)),
  canonical: (json) =>
    [...(json as readonly { readonly idstore: Json; readonly order: Json }[])]
      .sort((a, b) => Number(a.order) - Number(b.order))
      .map(({ idstore }, i) => ({ idstore, order: i + 1 })),
};

/** ERS: `/ers/config/idstoresequence`. */
export const identitySourceSequence: RestGrammar<NounOf<'ise-identity-source-sequence'>> = {
  form: 'object',
  collection: 'idstoresequence',
  key: 'idstoresequence',
  type: 'IdStoreSequence',
  fixed: () => ({ '': {} }),
  fields: {
    description,
    sources: field('idSeqItem', inOrder),
    certificateProfile: field('certificateAuthenticationProfile', nameOf('ise-certificate-profile'), { absent: '' }),
    ifUnreachable: field(
      'breakOnStoreFail',
      spelledAs([
        ['continue', false],
        ['stop', true],
      ]),
      { absent: false },
    ),
  },
};

const none = '[not applicable]';

/** ERS: `/ers/config/certificateprofile`. */
export const certificateProfile: RestGrammar<NounOf<'ise-certificate-profile'>> = {
  form: 'object',
  collection: 'certificateprofile',
  key: 'certificateprofile',
  type: 'CertificateProfile',
  fixed: () => ({ '': { allowedAsUserName: false, usernameFrom: 'CERTIFICATE' } }),
  fields: {
    description,
    userFrom: field(
      'certificateAttributeName',
      spelledAs([
        ['subject-common-name', 'SUBJECT_COMMON_NAME'],
        ['subject-alternative-name', 'SUBJECT_ALTERNATIVE_NAME'],
        ['subject-serial-number', 'SUBJECT_SERIAL_NUMBER'],
        ['subject', 'SUBJECT'],
        ['subject-alternative-name-other-name', 'SUBJECT_ALTERNATIVE_NAME_OTHER_NAME'],
        ['subject-alternative-name-email', 'SUBJECT_ALTERNATIVE_NAME_EMAIL'],
        ['subject-alternative-name-dns', 'SUBJECT_ALTERNATIVE_NAME_DNS'],
      ]),
      { absent: 'SUBJECT_COMMON_NAME' },
    ),
    directory: field('externalIdentityStoreName', nameOf('ise-active-directory'), { absent: none }),
    compare: field(
      'matchMode',
      spelledAs([
        ['never', 'NEVER'],
        ['resolve-ambiguity', 'RESOLVE_IDENTITY_AMBIGUITY'],
        ['always', 'BINARY_COMPARISON'],
      ]),
      { absent: 'NEVER' },
    ),
  },
};
