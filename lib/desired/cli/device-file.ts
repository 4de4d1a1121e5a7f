import { createHash } from 'node:crypto';
import type { Entry } from './entry';
import type { Section } from './section-data';
import type { CliStep } from './step';
import type { CliSyntax } from './syntax';

/** The digest that devices can compute (`verify /md5`): enough to see that a file is another, not to resist a forger. */
export const md5Of = (text: string): string => createHash('md5').update(text).digest('hex');
const digestEntry = (md5: string): Entry => ({ key: 'md5', text: `MD5 ${md5}`, undo: '' });

/** A file that lies on a device. */
export const liveFile = (at: string, md5: string): Section => ({
  header: at,
  shape: 'file',
  ownership: 'exclusive',
  entries: [digestEntry(md5)],
});
/** A file that shall lie on a device. */
export const heldSection = (at: string, text: string): Section => ({ ...liveFile(at, md5Of(text)), content: text });

const digestOf = (section: Section | undefined): string | undefined => section?.entries[0]?.text;

/** One file, sent whole. What a live file holds is not known here, so its way back is its own copy on the device. */
export const fileSteps = (
  { comment, removeFile }: CliSyntax,
  before: Section | undefined,
  after: Section | undefined,
): readonly CliStep[] => {
  if (digestOf(before) === digestOf(after)) return [];
  if (after === undefined) return [{ lines: [removeFile(before!.header)], file: { at: before!.header } }];
  const { header: at, content: text } = after;
  if (text === undefined)
    return [{ lines: [`${comment} ${at}: back to what it was, ${digestOf(after)}`], file: { at } }];
  const words = `${comment} ${at}: ${Buffer.byteLength(text)} bytes sent over SCP, ${digestOf(after)}`;
  return [{ lines: [words], file: { at, text } }];
};
