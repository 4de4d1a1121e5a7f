import { edgeConfig } from '../../../lib/lab/world/edge-config';
import type { Scenario } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';

export const bare = edgeConfig.replace(/archive\n( .*\n)+/, '');

/** A router that cannot take a change back by itself: a reload is armed instead. */
export const scenario: Scenario = {
  title: 'a router without an archive',
  world: { router: { config: bare, enrolled: ['CA-INTERNAL'] } },
  declare: tunnel,
  edits: ['edge update ikev2-profile/mumbai-pune', 'fmc update ikev2-policy/mumbai-pune'],
  deletes: ['edge delete static-route/10.31.0.0/16@Tunnel100', 'edge delete ntp-servers/ntp'],
  up: ['edge Tunnel100', 'fmc mumbai-pune'],
};
