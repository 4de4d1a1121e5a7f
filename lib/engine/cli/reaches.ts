import type { Live } from '../../desired/item';
import type { Section } from '../../desired/cli/section';

/** Whether a section hangs on another, over any number of references. */
export const reaches = (
  live: Live<Section>,
  from: Section,
  header: string,
  /** The headers that its lines refer to. */
  referredBy: (section: Section) => readonly string[],
  seen = new Set<string>(),
): boolean =>
  referredBy(from).some((name) => {
    if (name === header || header.startsWith(`${name} `)) return true;
    const next = live.get(name);
    if (next === undefined || seen.has(name)) return false;
    seen.add(name);
    return reaches(live, next, header, referredBy, seen);
  });
