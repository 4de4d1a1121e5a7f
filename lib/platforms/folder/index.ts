import { textDialect, type FileStep, type TextFile } from '../../desired/text/dialect';
import type { Platform } from '../../contract/platform';
import { lowerFiles } from './lower';

/** A folder of files on the machine that applies: what clients of remote users read, for a person to hand out. */
export const folder: Platform<'folder', TextFile, FileStep> = {
  id: 'folder',
  title: 'Folder',
  role: 'files',
  dialect: textDialect,
  lower: ({ resources }) => lowerFiles(resources),
  where: (settings) => settings.folder,
  artifacts: ({ items }) => items.map(({ content }) => ({ suffix: `/${content.name}`, text: content.text })),
  show: ({ name, text }) => [text === undefined ? `remove ${name}` : `write ${name}`],
  connect: async (target, ports) => (await import('./transport.js')).connect(target, ports),
};
