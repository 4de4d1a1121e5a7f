import type { z } from 'zod';
import { allowedOf, defaultOf } from '../api/schema';
import { splitDefault } from '../api/markdown';
import type { Writing } from '../api/platforms';

export const notice = '// Written by `npm run constructs` from lib/model and the grammars; do not edit.';

/** A text in lines of at most 110 characters. */
const wrapped = (text: string, width = 110): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const rows: string[] = [];
    let row = '';
    for (const word of line.split(' ')) {
      if (row !== '' && row.length + word.length + 1 > width) {
        rows.push(row);
        row = word;
      } else row = row === '' ? word : `${row} ${word}`;
    }
    return [...rows, row];
  });

/** A doc comment of these paragraphs; empty where they say nothing. */
export const docComment = (paragraphs: readonly string[]): string => {
  const lines = paragraphs.filter((text) => text !== '').flatMap((text) => wrapped(text.replaceAll('*/', '*\u200b/')));
  if (lines.length === 0) return '';
  if (lines.length === 1) return `/** ${lines[0]!} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`).join('\n')}\n */\n`;
};

const isRefusal = (text: string): boolean => text.startsWith('refused: ');

/** How each platform that has the noun writes one of its fields; the same words once. */
const onPlatforms = (name: string, writings: readonly Writing[]): readonly string[] =>
  writings
    .filter(({ has }) => has)
    .flatMap(({ title, fields }) => {
      const text = fields[name];
      if (text === undefined || text === '') return [];
      return [isRefusal(text) ? `Not on ${title}: ${text.slice('refused: '.length)}.` : `${title}: ${text}.`];
    });

/** What a field is, what may be written, its default, and what each platform makes of it. */
export const fieldComment = (doc: string, field: z.ZodType, name: string | undefined, writings: readonly Writing[]) => {
  const { text, fallback } = splitDefault(doc.replace(/\s*\n\s*/g, ' '));
  const allowed = allowedOf(field);
  const filled = defaultOf(field) || fallback;
  const said = allowed !== '' && !text.includes(allowed) && allowed !== 'object name' ? `Allowed: ${allowed}.` : '';
  return docComment([
    text,
    said,
    ...(name === undefined ? [] : onPlatforms(name, writings)),
    filled === '' ? '' : `@default ${filled}`,
  ]);
};
