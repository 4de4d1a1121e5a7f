import { parseTree } from '../../desired/cli/tree';
import { inspectRoots, reparented } from '../../engine/cli/inspect';
import type { Inspection } from '../../contract/platform';
import { lookup } from './grammar/lookup';
import { syntax } from './syntax';

/** Remarks before and behind the configuration, and its checksum, are blanked and not counted out. */
const notOfIt = /^(:|ASA Version |Cryptochecksum:)/;

/** Who the ASA is and what it runs. Its own spelling of a release, `9.18(4)22`, is that of a program: `9.18.4.22`. */
const self = (text: string): Pick<Inspection, 'hostname' | 'release'> => {
  const hostname = /^hostname (\S+)/m.exec(text)?.[1];
  const release = /^ASA Version (\d[\d.()]*)/m.exec(text)?.[1]?.match(/\d+/g)?.join('.');
  return { ...(hostname === undefined ? {} : { hostname }), ...(release === undefined ? {} : { release }) };
};

export const inspect = (text: string): Inspection => {
  const lines = text.replaceAll('\r', '').split('\n');
  const end = lines.findIndex((line) => line.trim() === ': end');
  const kept = lines.map((line, at) => (notOfIt.test(line) || (end !== -1 && at > end) ? '' : line));
  return { ...inspectRoots(reparented(parseTree(kept.join('\n'), syntax), lookup), kept, [], lookup), ...self(text) };
};
