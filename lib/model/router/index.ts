import { ipv6StaticRoute } from '../shared/static-route';
import { ipSla, ipSlaSchedule, trackedObject } from './ip-sla';
import { skipClient } from './skip-client';

/** What only routers hold. */
export const routerNouns = {
  'skip-client': skipClient,
  'ip-sla': ipSla,
  'ip-sla-schedule': ipSlaSchedule,
  'tracked-object': trackedObject,
  'ipv6-static-route': ipv6StaticRoute,
} as const;
