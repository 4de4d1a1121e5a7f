import { createRequire } from 'node:module';
import { lazily } from '../lazily';
import type * as staticRoute from '../shared/static-route';
import type * as ipSla from './ip-sla';
import type * as skipClient from './skip-client';

const load = createRequire(__filename);

/** What only routers hold. */
export const routerNouns = lazily({
  'skip-client': () => (load('./skip-client') as typeof skipClient).skipClient,
  'ip-sla': () => (load('./ip-sla') as typeof ipSla).ipSla,
  'ip-sla-schedule': () => (load('./ip-sla') as typeof ipSla).ipSlaSchedule,
  'tracked-object': () => (load('./ip-sla') as typeof ipSla).trackedObject,
  'ipv6-static-route': () => (load('../shared/static-route') as typeof staticRoute).ipv6StaticRoute,
});
