import type { Live } from '../desired/item';
import { platformOf } from '../platforms';
import type { ManifestTarget } from './manifest';

/** What a target looks up, another makes, and is not there yet: each in words. */
export const awaited = (target: ManifestTarget, live: Live<unknown>): readonly string[] => {
  const { dialect } = platformOf(target.platform);
  const isThere = (content: unknown): boolean => live.has(dialect.identity(content));
  return (target.needs ?? []).flatMap(({ target: maker, objects = [] }) =>
    target.desired.externals.flatMap(({ address, content }) =>
      objects.includes(address) && !isThere(content) ? [`${address}: comes with apply of ${maker}`] : [],
    ),
  );
};
