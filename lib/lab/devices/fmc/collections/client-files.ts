import { invalid } from '../answer';
import { crud, description, nameShape, need, oneOf } from '../members';
import { text, type Collection } from '../world';

export const files = {
  profiles: 'object/anyconnectprofiles',
  packages: 'object/anyconnectpackages',
  browsers: 'object/anyconnectexternalbrowserpackages',
} as const;

const profileTypes =
  'ANYCONNECT_VPN_PROFILE ANYCONNECT_MANAGEMENT_VPN_PROFILE AMP_ENABLER FEEDBACK ISE_POSTURE NETWORK_ACCESS_MANAGER ' +
  'NETWORK_VISIBILITY UMBRELLA_ROAMING WEB_SECURITY';
const endings = /\.(xml|asp|fsp|isp|nsp|nvmsp|json|wsp|wso)$/;

/**
 * A file of the Secure Client. It comes as `multipart/form-data` and its content is never answered; the lab keeps it
 * under `payload`, for its own eyes.
 */
const upload = (at: string, type: string, ending: RegExp, members: Collection['members'] = {}): Collection => ({
  at,
  type,
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  upload: true,
  unique: [at],
  filters: ['nameOrValue'],
  members: {
    name: nameShape,
    description,
    fileName: need,
    payload: { is: 'text', hidden: true, required: true },
    ...members,
  },
  check: (_world, { body }) => {
    if (!ending.test(text(body['fileName']))) throw invalid(`Invalid file format: ${text(body['fileName'])}`);
  },
  scope: 'users',
});

export const clientFileCollections: readonly Collection[] = [
  upload(files.profiles, 'AnyConnectProfile', endings, { fileType: oneOf(profileTypes, true) }),
  upload(files.packages, 'AnyConnectPackage', /\.pkg$/),
  upload(files.browsers, 'AnyConnectExternalBrowserPackage', /\.pkg$/),
];
