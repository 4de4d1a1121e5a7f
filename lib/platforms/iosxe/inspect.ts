import { inspectLines } from '../cli-inspect';
import type { Inspection } from '../platform';
import { bannersApart } from './banners';
import { lookup } from './grammar/lookup';

/** The lines of a capture that are the configuration: what comes before it and after its `end` is blanked, not counted out. */
const configurationLines = (text: string): string => {
  const lines = text.replaceAll('\r', '').split('\n');
  const start = lines.findIndex((line) => /^(Building configuration|Current configuration)/.test(line));
  const end = lines.findIndex((line, i) => i > start && line.trimEnd() === 'end');
  return lines
    .map((line, i) =>
      (start !== -1 && i <= start) || (end !== -1 && i >= end) || /^Current configuration/.test(line) ? '' : line,
    )
    .join('\n');
};

export const inspect = (text: string): Inspection => {
  const { text: plain, banners } = bannersApart(configurationLines(text));
  return inspectLines({ text: plain, apart: banners }, lookup);
};
