import { parseTree, type Node } from '../../desired/cli/tree';
import { inspectRoots, reparented } from '../cli-inspect';
import type { Inspection } from '../platform';
import { bannersApart, quoting } from './banners';
import { lookup } from './grammar/lookup';
import { withNumberedLists } from './numbered-lists';

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

const behind = (roots: readonly Node[], word: string): string | undefined =>
  roots.find(({ text }) => text.startsWith(`${word} `))?.text.split(/\s+/)[1];

/** Who the device is and what it runs. Its own spelling of a release, `17.09`, is that of a program: `17.9`. */
const self = (roots: readonly Node[]): Pick<Inspection, 'hostname' | 'release'> => {
  const hostname = behind(roots, 'hostname');
  const release = behind(roots, 'version')?.replace(/^(\d+)\.0*(\d)/, '$1.$2');
  return { ...(hostname === undefined ? {} : { hostname }), ...(release === undefined ? {} : { release }) };
};

export const inspect = (text: string): Inspection => {
  const { text: plain, banners } = bannersApart(configurationLines(text));
  const roots = withNumberedLists(reparented(parseTree(plain, quoting), lookup));
  return { ...inspectRoots(roots, plain.split('\n'), banners, lookup), ...self(roots) };
};
