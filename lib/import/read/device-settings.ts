import type { ReadObjects } from './judge';
import type { ImportedDevice } from './imported-device';

/** What is taken only after `aaa new-model`. */
const methodLists: ReadonlySet<string> = new Set([
  'aaa-authentication-list',
  'aaa-authorization-list',
  'aaa-accounting-list',
]);

/** What the construct of a device is given besides its login. A part that has method lists alone is of a router that has AAA. */
export const settingsIn = (
  { nouns, unreadable }: Pick<ReadObjects, 'nouns' | 'unreadable'>,
  { host, release }: { readonly host: string; readonly release: string },
): ImportedDevice['settings'] => {
  const kinds = [...nouns, ...unreadable].map(({ kind }) => kind);
  const isOn = !kinds.includes('aaa') && kinds.some((kind) => methodLists.has(kind));
  return { host, release, ...(isOn ? { aaaNewModel: 'on' } : {}) };
};
