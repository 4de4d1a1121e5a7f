import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps what was seen for `npm run pipeline`, which writes it into docs/how-to/pipeline.md. */
export const record = (name: string, text: string): void => {
  const room = process.env['PIPELINE_RECORDS'];
  if (room === undefined) return;
  mkdirSync(room, { recursive: true });
  writeFileSync(join(room, `${name}.txt`), text);
};
