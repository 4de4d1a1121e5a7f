import { ipv6StaticRoute } from '../shared/static-route';
import { skipClient } from './skip-client';

/** What only routers hold. */
export const routerNouns = {
  'skip-client': skipClient,
  'ipv6-static-route': ipv6StaticRoute,
} as const;
