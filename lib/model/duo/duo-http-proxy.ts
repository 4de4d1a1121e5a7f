import { z } from 'zod';
import { anyAddress } from '../choices';
import { addresses, apiHost, common, port, sectionName } from './duo-values';
import { noun } from '../noun';
import { preference } from '../values';

/** Hands the connections of other hosts on to Duo's service. */
export const duoHttpProxy = noun(
  'duo-http-proxy',
  'HTTP proxy of the Duo proxy',
  z.strictObject({
    /** Name of the section: http_proxy. */
    name: sectionName('http_proxy'),
    /** API hostname that connections may go to. */
    apiHost,
    /** TCP port. Default: 80. */
    port: port.optional(),
    /** Address to listen on. Default: all. */
    interface: anyAddress.optional(),
    /** Who may use it. Default: the host itself. */
    callers: preference(addresses, 'caller').optional(),
    ...common,
  }),
);
