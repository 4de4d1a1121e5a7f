import { createRequire } from 'node:module';
import type { PlatformId } from '../model/targets';
import type * as asa from './asa';
import type * as duoProxy from './duo-proxy';
import type * as duoAdmin from './duo-admin';
import type * as fmc from './fmc';
import type * as folder from './folder';
import type * as iosxe from './iosxe';
import type * as ise from './ise';
import type { Platform } from '../contract/platform';

type AnyPlatform = Platform<PlatformId, unknown, unknown>;
const load = createRequire(__filename);

/**
 * Where platforms are listed, and the only place. Each is loaded when a target of it is asked for. What a platform's objects
 * and steps look like is its own affair: above this line they are plain data that goes back to where it came from.
 */
const loaders: { readonly [P in PlatformId]: () => AnyPlatform } = {
  iosxe: () => (load('./iosxe') as typeof iosxe).iosxe,
  asa: () => (load('./asa') as typeof asa).asa,
  fmc: () => (load('./fmc') as typeof fmc).fmc,
  folder: () => (load('./folder') as typeof folder).folder,
  'duo-proxy': () => (load('./duo-proxy') as typeof duoProxy).duoProxy,
  ise: () => (load('./ise') as typeof ise).ise,
  'duo-admin': () => (load('./duo-admin') as typeof duoAdmin).duoAdmin,
};
const loaded = new Map<PlatformId, AnyPlatform>();

export const platformOf = (id: PlatformId): AnyPlatform => {
  const platform = loaded.get(id) ?? loaders[id]();
  loaded.set(id, platform);
  return platform;
};

const all = (): readonly AnyPlatform[] => (Object.keys(loaders) as readonly PlatformId[]).map(platformOf);

/** By the name that the command line takes: `ios-xe`. */
export const platformNames = (): ReadonlyMap<string, AnyPlatform> =>
  new Map(all().map((platform) => [platform.title.toLowerCase(), platform]));

/** The names of those that have configuration files: help says them, and loads no platform for it. */
export const readableNames = (): readonly string[] => ['ios-xe', 'asa'];
