import { parseTree, type Node } from '../../desired/cli/tree';
import { inspectRoots, reparented } from '../../engine/cli/inspect';
import type { Section } from '../../desired/cli/section';
import type { FileReading, Inspection } from '../../contract/platform';
import { bannersApart, type Apart } from './banners';
import { syntax } from './syntax';
import { lookup } from './grammar/lookup';
import { inOneForm } from './printed-forms';
import { asPrinted, isPrinted, withoutPrompts } from './typed-script';
import { unmanaged } from './unmanaged';

/** What comes before the configuration in a capture is blanked, not counted out. */
const fromItsStart = (text: string): string => {
  const lines = text
    .replaceAll('\r', '')
    .replace(/^\uFEFF/, '')
    .split('\n');
  const start = lines.findIndex((line) => /^(Building configuration|Current configuration)/.test(line));
  return lines
    .map((line, i) => ((start !== -1 && i <= start) || /^Current configuration/.test(line) ? '' : line))
    .join('\n');
};

/** So is what comes after its `end`; that of a banner is none. */
const toItsEnd = ({ text, banners }: Apart): Apart => {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trimEnd() === 'end');
  if (end === -1) return { text, banners };
  return {
    text: lines.map((line, i) => (i >= end ? '' : line)).join('\n'),
    banners: banners.filter(({ line }) => line <= end),
  };
};

const behind = (roots: readonly Node[], word: string): string | undefined =>
  roots.find(({ text }) => text.startsWith(`${word} `))?.text.split(/\s+/)[1];

/** Who the device is and what it runs. Its own spelling of a release, `17.09`, is that of a program: `17.9`. */
const self = (roots: readonly Node[]): Pick<Inspection, 'hostname' | 'release'> => {
  const hostname = behind(roots, 'hostname');
  const release = behind(roots, 'version')?.replace(/^(\d+)\.0*(\d)/, '$1.$2');
  return { ...(hostname === undefined ? {} : { hostname }), ...(release === undefined ? {} : { release }) };
};

/** A script enters a block again to add to it; a device prints each once. */
const entered = (roots: readonly Node[]): readonly Node[] => {
  const all = new Map<string, Node>();
  for (const root of roots) {
    const before = all.get(root.text);
    const isBlock = before !== undefined && before.children.length + root.children.length > 0;
    if (isBlock) all.set(root.text, { ...before, children: [...before.children, ...root.children] });
    else all.set(before === undefined ? root.text : `${root.text}\n${root.line}`, root);
  }
  return [...all.values()];
};

const readIn = (text: string) => {
  const apart = bannersApart(fromItsStart(text));
  const isWhole = isPrinted(apart.text);
  const typed = isWhole ? withoutPrompts(apart.text) : asPrinted(apart.text);
  const { text: plain, banners } = toItsEnd({ ...apart, text: typed });
  const roots = reparented(parseTree(plain, syntax), lookup);
  return { plain, banners, roots: isWhole ? roots : entered(roots) };
};

const inspectionOf = ({ plain, banners, roots: printed }: ReturnType<typeof readIn>): Inspection => {
  const roots = inOneForm(printed);
  return { ...inspectRoots(roots, plain.split('\n'), banners, lookup, unmanaged), ...self(roots) };
};

/** What a configuration file says. */
export const inspect = (text: string): Inspection => inspectionOf(readIn(text));

/** A configuration file, read once. */
export const read = (text: string): FileReading<Section> => {
  const file = readIn(text);
  return {
    inspection: inspectionOf(file),
    held: async () => (await import('./read-file.js')).held(file.roots),
  };
};

/** Lines that only IOS and IOS-XE print. */
export const prints: readonly RegExp[] = [
  /^Current configuration( :|:)/,
  /^version \d+\.\d+\s*$/,
  /^service (timestamps|password-encryption)/,
  /^(ip route|ip access-list|ip local pool [^-]*$|vrf definition|crypto ikev2 (proposal|keyring|profile)|crypto pki|crypto isakmp profile) /,
  /^line (con|vty) /,
  /^aaa new-model/,
];
