import { restDialect, type RestStep } from '../../desired/rest/dialect';
import { lowerRest } from '../../desired/rest/lower';
import type { RestObject } from '../../desired/rest/object';
import type { Platform } from '../../contract/platform';
import { requestsFile } from '../../engine/rest/artifact';
import { grammarOf } from './grammar';

/** A Duo account over the Admin API. */
export const duoAdmin: Platform<'duo-admin', RestObject, RestStep> = {
  id: 'duo-admin',
  title: 'Duo',
  role: 'duo',
  bypass: true,
  dialect: restDialect,
  lower: (target) => lowerRest(target.resources, grammarOf, 'Duo'),
  where: ({ host }) => host,
  artifacts: (desired) => [requestsFile(desired, '')],
  show: (step) => [`${step.method} /${step.path}`],
  inventory: async (answers) => {
    const [{ inventoryOf }, { book }] = await Promise.all([
      import('../../engine/rest/inventory/index.js'),
      import('./inventory/index.js'),
    ]);
    return inventoryOf(book, answers);
  },
  connect: async (target, ports) => (await import('./transport.js')).connect(target, ports),
};
