import type { Examples } from '../example';
import { aaa } from './aaa';
import { addressing } from './addressing';
import { clients } from './clients';
import { devices } from './devices';
import { fleet } from './fleet';
import { duo } from './duo';
import { flexVpnPatterns } from './flexvpn-patterns';
import { ikev2 } from './ikev2';
import { interfaces } from './interfaces';
import { ipsec } from './ipsec';
import { ise } from './ise';
import { management } from './management';
import { objects } from './objects';
import { pki } from './pki';
import { policies } from './policies';
import { programs } from './programs';
import { remoteAccess } from './remote-access';
import { remoteAccessPatterns } from './remote-access-patterns';
import { siteToSite } from './site-to-site';
import { siteToSitePatterns } from './site-to-site-patterns';

/** Every example, by the name of the construct whose page shows it. A file for each area; a new file is added here. */
export const examples: Examples = {
  ...programs,
  ...devices,
  ...siteToSitePatterns,
  ...flexVpnPatterns,
  ...remoteAccessPatterns,
  ...ikev2,
  ...ipsec,
  ...pki,
  ...interfaces,
  ...aaa,
  ...addressing,
  ...remoteAccess,
  ...clients,
  ...ise,
  ...duo,
  ...siteToSite,
  ...objects,
  ...policies,
  ...management,
  ...fleet,
};
