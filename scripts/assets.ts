/** Copies what the compiler leaves behind: the style sheets and the script of the page. `tsx scripts/assets.ts dist` */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [to = 'dist'] = process.argv.slice(2);
for (const file of readdirSync('lib', { recursive: true, encoding: 'utf8' }))
  if (/\.(css|mjs)$/.test(file)) cpSync(join('lib', file), join(to, 'lib', file));
