import { visible } from '../../kernel/text';

/** What was done, as one line of a journal: `2026-11-20T14:30:05.000Z apply create a`. */
export const journalLine = (text: string, now = new Date()): string =>
  `${now.toISOString()} ${visible(text).replace(/\s*\n\s*/g, ' ')}`;
