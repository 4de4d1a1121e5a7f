import { restDialect, type RestStep } from '../../desired/rest/dialect';
import { lowerRest } from '../../desired/rest/lower';
import type { RestObject } from '../../desired/rest/object';
import { requestsFile } from '../../engine/rest/artifact';
import type { Platform } from '../../contract/platform';
import { grammarOf } from './grammar';
import { pathOf, wrapped } from './ers';

/** Cisco Identity Services Engine over ERS, its REST API for objects, and over its OpenAPI for policy sets. */
export const ise: Platform<'ise', RestObject, RestStep> = {
  id: 'ise',
  title: 'ISE',
  role: 'identity',
  dialect: restDialect,
  lower: (target) => lowerRest(target.resources, grammarOf, 'ISE'),
  where: ({ host }) => host,
  artifacts: (desired) => [requestsFile(desired, pathOf, wrapped)],
  show: (step) => [`${step.method} ${step.path}`],
  inventory: async (answers) => {
    const [{ inventoryOf }, { book }] = await Promise.all([
      import('../../engine/rest/inventory/index.js'),
      import('./inventory/index.js'),
    ]);
    return inventoryOf(book, answers);
  },
  connect: async (target, ports) => (await import('./transport.js')).connect(target, ports),
};
