import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as iseIdentityGroup from './ise-identity-group';
import type * as iseInternalUser from './ise-internal-user';
import type * as iseNetworkDevice from './ise-network-device';

const load = createRequire(__filename);

/** What an ISE server holds. */
export const iseNouns = lazily({
  'ise-identity-group': () => (load('./ise-identity-group') as typeof iseIdentityGroup).iseIdentityGroup,
  'ise-network-device': () => (load('./ise-network-device') as typeof iseNetworkDevice).iseNetworkDevice,
  'ise-internal-user': () => (load('./ise-internal-user') as typeof iseInternalUser).iseInternalUser,
});
