import { parseTree, type Node } from '../../desired/cli/tree';
import { inspectRoots, reparented } from '../../engine/cli/inspect';
import type { Section } from '../../desired/cli/section';
import type { FileReading, Inspection } from '../../contract/platform';
import { byWhole } from './by-whole';
import { lookup } from './grammar/lookup';
import { prepared } from './plain-addresses';
import { syntax } from './syntax';
import { unmanaged } from './unmanaged';

/** Remarks before and behind the configuration, and its checksum, are blanked and not counted out. */
const notOfIt = /^(:|ASA Version |Cryptochecksum:)/;

/** Who the ASA is and what it runs. Its own spelling of a release, `9.18(4)22`, is that of a program: `9.18.4.22`. */
const self = (text: string): Pick<Inspection, 'hostname' | 'release'> => {
  const hostname = /^hostname (\S+)/m.exec(text)?.[1];
  const release = /^ASA Version (\d[\d.()]*)/m.exec(text)?.[1]?.match(/\d+/g)?.join('.');
  return { ...(hostname === undefined ? {} : { hostname }), ...(release === undefined ? {} : { release }) };
};

/** The lines of a file, blank where they are not of the configuration. */
const linesOf = (text: string): readonly string[] => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r', '')
    .split('\n');
  const end = lines.findIndex((line) => line.trim() === ': end');
  return lines.map((line, at) => (notOfIt.test(line) || (end !== -1 && at > end) ? '' : line));
};

const treeOf = (lines: readonly string[]): readonly Node[] => reparented(parseTree(lines.join('\n'), syntax), lookup);

const readIn = (text: string) => {
  const kept = linesOf(text);
  return { kept, who: self(text), printed: treeOf(kept) };
};

const inspectionOf = ({ kept, who, printed }: ReturnType<typeof readIn>): Inspection => {
  const roots = prepared(printed, who.release);
  const found = inspectRoots(roots, kept, [], lookup, unmanaged);
  const asPrinted = (list: Inspection['unknown']) => list.map(({ line }) => ({ line, text: kept[line - 1]!.trim() }));
  return {
    ...found,
    nouns: byWhole(found.nouns, roots),
    unmanaged: asPrinted(found.unmanaged),
    unknown: asPrinted(found.unknown),
    ...who,
  };
};

/** What a configuration file says. */
export const inspect = (text: string): Inspection => inspectionOf(readIn(text));

/** A configuration file, read once. */
export const read = (text: string): FileReading<Section> => {
  const file = readIn(text);
  // As a device shows it: with the line that says its release.
  const version = parseTree(/^ASA Version .*/m.exec(text)?.[0] ?? '', syntax);
  return {
    inspection: inspectionOf(file),
    held: async () => (await import('./read-file.js')).held([...version, ...file.printed]),
  };
};

/** Lines that only an ASA prints. */
export const prints: readonly RegExp[] = [
  /^(: Saved|ASA Version |Cryptochecksum:)/,
  /^ nameif \S/,
  /^access-list \S+ (extended|standard) /,
  /^(tunnel-group|group-policy|object network|aaa-server) /,
  /^crypto (ikev1 policy|ikev2 policy \d+\s*$|ca trustpoint|ipsec ikev2 ipsec-proposal)/,
];
