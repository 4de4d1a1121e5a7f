import {
  outsideBody,
  field,
  same,
  spelledAs,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { secureClientProfileDocument } from '../../../documents/secure-client-profile';
import { sha256, type JsonObject } from '../../../kernel/json';
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

/** What a file is, from what is answered of it. */
export const fileTypeIn = ({ type, fileType }: JsonObject): File['type'] => {
  if (type === 'AnyConnectPackage') return 'package';
  if (type === 'AnyConnectExternalBrowserPackage') return 'external-browser-package';
  return profileType.from(profileType.canonical!(fileType ?? '')) ?? 'vpn-profile';
};

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
    type: outsideBody,
    content: outsideBody,
    fileName: field('fileName', same<string>()),
    sha256: field('description', digest),
  },
};

type Profile = NounOf<'secure-client-profile'>;

/** The whole profile is one file: its name, and the digest of what is written in it. */
const written: Written<Profile['hosts']> = {
  form: 'written',
  leaves: [...field('fileName', same<string>()).leaves, ...field('description', digest).leaves],
  write: (_hosts, look, profile) => {
    const { name, text } = secureClientProfileDocument(profile as Profile);
    return [name, digest.to(sha256(text), look)];
  },
  read: () => undefined,
};

/** A profile that is declared, and not only a file: its XML is written here. */
export const secureClientProfile: RestGrammar<Profile> = {
  form: 'object',
  collection: 'object/anyconnectprofiles',
  key: 'clientfiles',
  type: 'AnyConnectProfile',
  upload: true,
  fixed: (profile) => ({
    '': {
      type: 'AnyConnectProfile',
      payloadFile: { text: secureClientProfileDocument(profile).text },
      fileType: profileType.to('vpn-profile', undefined as never),
    },
  }),
  fields: { hosts: written, preferences: outsideBody },
};
