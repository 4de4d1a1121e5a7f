import { parseTree } from '../../desired/cli/tree';
import { inspectRoots, reparented } from '../cli-inspect';
import type { Inspection } from '../platform';
import { lookup } from './grammar/lookup';

/** Remarks before and behind the configuration, and its checksum, are blanked and not counted out. */
const notOfIt = /^(:|ASA Version |Cryptochecksum:)/;

export const inspect = (text: string): Inspection => {
  const lines = text.replaceAll('\r', '').split('\n');
  const end = lines.findIndex((line) => line.trim() === ': end');
  const kept = lines.map((line, at) => (notOfIt.test(line) || (end !== -1 && at > end) ? '' : line));
  return inspectRoots(reparented(parseTree(kept.join('\n')), lookup), kept, [], lookup);
};
