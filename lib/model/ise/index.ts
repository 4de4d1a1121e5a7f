import { iseIdentityGroup } from './ise-identity-group';
import { iseInternalUser } from './ise-internal-user';
import { iseNetworkDevice } from './ise-network-device';

/** What an ISE server holds. */
export const iseNouns = {
  'ise-identity-group': iseIdentityGroup,
  'ise-network-device': iseNetworkDevice,
  'ise-internal-user': iseInternalUser,
} as const;
