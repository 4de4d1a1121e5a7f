import type { PlatformId } from '../model/targets';
import { asa } from './asa';
import { duoProxy } from './duo-proxy';
import { duoAdmin } from './duo-admin';
import { fmc } from './fmc';
import { folder } from './folder';
import { iosxe } from './iosxe';
import { ise } from './ise';
import type { Platform } from '../contract/platform';

/**
 * Where platforms are listed, and the only place. What a platform's objects and steps look like is its own affair:
 * above this line they are plain data that goes back to the platform it came from.
 */
const platforms: { readonly [P in PlatformId]: Platform<PlatformId, unknown, unknown> } = {
  iosxe,
  asa,
  fmc,
  folder,
  'duo-proxy': duoProxy,
  ise,
  'duo-admin': duoAdmin,
};

/** By the name that the command line takes: `ios-xe`. */
export const platformNames = (): ReadonlyMap<string, Platform<PlatformId, unknown, unknown>> =>
  new Map(Object.values(platforms).map((platform) => [platform.title.toLowerCase(), platform]));

/** Of those that have configuration files. */
export const readableNames = (): readonly string[] =>
  [...platformNames()].flatMap(([name, platform]) => (platform.inspect ? [name] : []));

export const platformOf = (id: PlatformId): Platform<PlatformId, unknown, unknown> => platforms[id];
