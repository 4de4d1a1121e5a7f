import { aaaCollections } from './aaa';
import { accessCollections } from './access';
import { assignment } from './assignment';
import { bgpCollections } from './bgp';
import { clientFileCollections } from './client-files';
import { deviceCollections } from './devices';
import { endpoint } from './endpoint';
import { pkiCollections } from './enrollment';
import { groupPolicyCollections } from './group-policy';
import { natCollections } from './nat';
import { networkCollections } from './networks';
import { objectCollections } from './objects';
import { platformSettingsCollections } from './platform-settings';
import { poolCollections } from './pools';
import { realmCollections } from './realms';
import { remoteAccessChildren } from './ra-children';
import { cryptoMap } from './ra-crypto';
import { remoteAccess } from './remote-access';
import { routeCollections } from './routes';
import { slaMonitor } from './sla-monitors';
import { settings, topology } from './topology';
import type { Collection } from '../world';

/** Every collection that the lab keeps. */
export const collections: readonly Collection[] = [
  ...networkCollections,
  ...objectCollections,
  slaMonitor,
  ...routeCollections,
  ...pkiCollections,
  ...poolCollections,
  ...clientFileCollections,
  ...aaaCollections,
  ...realmCollections,
  ...groupPolicyCollections,
  topology,
  ...settings,
  endpoint,
  ...remoteAccess,
  ...remoteAccessChildren,
  cryptoMap,
  ...natCollections,
  ...accessCollections,
  ...platformSettingsCollections,
  assignment,
  ...deviceCollections,
  ...bgpCollections,
];
