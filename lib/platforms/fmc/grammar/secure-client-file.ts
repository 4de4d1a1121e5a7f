import { elsewhere, field, same, spelledAs, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import type { NounOf } from '../../../model/nouns';

type File = NounOf<'secure-client-file'>;
const isPackage = ({ type }: File): boolean => type.endsWith('package');

const collectionOf = (file: File): string => {
  if (file.type === 'package') return 'object/anyconnectpackages';
  return isPackage(file) ? 'object/anyconnectexternalbrowserpackages' : 'object/anyconnectprofiles';
};
const typeOf = (file: File): string => {
  if (file.type === 'package') return 'AnyConnectPackage';
  return isPackage(file) ? 'AnyConnectExternalBrowserPackage' : 'AnyConnectProfile';
};

const profileType = spelledAs<File['type']>([
  ['vpn-profile', 'ANYCONNECT_VPN_PROFILE'],
  ['management-profile', 'ANYCONNECT_MANAGEMENT_VPN_PROFILE'],
  ['amp-enabler', 'AMP_ENABLER'],
  ['feedback', 'FEEDBACK'],
  ['ise-posture', 'ISE_POSTURE'],
  ['network-access-manager', 'NETWORK_ACCESS_MANAGER'],
  ['network-visibility', 'NETWORK_VISIBILITY'],
  ['umbrella', 'UMBRELLA_ROAMING'],
  ['web-security', 'WEB_SECURITY'],
]);

/** The content is never answered: its digest stands in the description, and what differs there is uploaded anew. */
const digest: Wire<string> = {
  to: (sha256) => `SHA-256 ${sha256}`,
  from: (json) => /^SHA-256 ([0-9a-f]{64})$/.exec(String(json))?.[1],
  canonical: (json) => String(json).trim(),
};

export const secureClientFile: RestGrammar<File> = {
  form: 'object',
  collection: collectionOf,
  key: 'clientfiles',
  type: typeOf,
  upload: true,
  fixed: (file) => ({
    '': {
      type: typeOf(file),
      payloadFile: file.content,
      ...(isPackage(file) ? {} : { fileType: profileType.to(file.type, undefined as never) }),
    },
  }),
  fields: {
    type: elsewhere,
    content: elsewhere,
    fileName: field('fileName', same<string>()),
    sha256: field('description', digest),
  },
};
