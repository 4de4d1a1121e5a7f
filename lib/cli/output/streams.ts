import { randomBytes } from 'node:crypto';
import { styleText } from 'node:util';
import { visible } from '../../kernel/text';

/**
 * The one place that writes to standard output and standard error. What devices and users say is made visible here; what
 * we say to the terminal ourselves (colours) is marked with a key that they cannot know, and passes.
 */
const key = randomBytes(12).toString('hex');
const [begin, end] = [`\ufdd0${key}:`, `:${key}\ufdd1`];
const marked = new RegExp(`${begin}(.*?)${end}`, 'su');
const everyMark = new RegExp(marked, 'gsu');
/** Our own sequences at the beginning of a text, and an indent behind them with the sign of a line. */
export const lineBeginning = new RegExp(`^(?:(?:${begin}[^\ufdd1]*${end})*(?:\\s+|[→!·^+~*…✗-] |$))*`, 'su');

/** A text as long as it is on a terminal, without what the terminal acts on. */
export const bare = (text: string): string => text.replace(everyMark, '');

/** A sequence of our own that the terminal shall act on. */
export const own = (sequence: string): string => `${begin}${sequence}${end}`;

/** A text as it may reach a terminal: every second part is a sequence of our own. */
export const clean = (text: string): string =>
  text
    .split(marked)
    .map((part, i) => (i % 2 === 0 ? visible(part) : part))
    .join('');

/** Standard output and standard error, for what asks whether they are terminals. Written to by `clean` text only. */
export const streams = { out: process.stdout, error: process.stderr } as const;

export const writeOut = (text: string): void => void process.stdout.write(clean(text));
export const writeError = (text: string): void => void process.stderr.write(clean(text));

export const colour =
  (name: Parameters<typeof styleText>[0]) =>
  (text: string): string => {
    const [open = '', close = ''] = styleText(name, '|').split('|');
    return `${own(open)}${text}${own(close)}`;
  };

/** The trace of a defect, for who asked for it. */
export const trace = (error: unknown): void =>
  writeError(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);

/** Whoever reads us may stop early (`| head`), and a terminal may go away (EIO): the work goes on. */
export const onBrokenPipe = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
  process.stderr.on('error', () => undefined);
};
