import { z } from 'zod';
import { anyAddress } from '../choices';
import { count, common, port, primary, proxied } from './duo-values';
import { noun } from '../noun';
import { text } from '../values';

/** What holds for the whole Duo proxy: logs, ways out, startup. */
export const duoProxyMain = noun(
  'duo-proxy-main',
  'settings of the Duo proxy',
  z
    .strictObject({
      /** Always main. */
      name: z.literal('main'),
      ...common,
      /** Write a file of logins in JSON beside the log. Default: false. */
      logAuthEvents: z.boolean().optional(),
      /** Write a file of single sign-on logins in JSON. Default: false. */
      logSsoEvents: z.boolean().optional(),
      /** Log to a file. Default: true. */
      logFile: z.boolean().optional(),
      /** Log to standard output. Default: false. */
      logStdout: z.boolean().optional(),
      /** Log to syslog. Default: false. */
      logSyslog: z.boolean().optional(),
      /** Facility for syslog. Default: LOG_USER. */
      syslogFacility: text(32).optional(),
      /** Directory of the log. Default: log, below the installation. */
      logDirectory: text(200).optional(),
      /** Files of the log that are kept. Default: 6. */
      logMaxFiles: count.optional(),
      /** Bytes of one file of the log. Default: 10485760. */
      logMaxSize: count.optional(),
      /** Try the ways to Duo and to the directory at every start. Default: true. */
      testConnectivityOnStartup: z.boolean().optional(),
      /** Only algorithms that FIPS 140 allows. Default: false. */
      fipsMode: z.boolean().optional(),
      /** Address on which all servers listen that name none. Default: all. */
      interface: anyAddress.optional(),
      /** HTTP proxy on the way to Duo's service, for all servers. */
      httpProxyHost: text(253).optional(),
      /** Port of the HTTP proxy. Default: 80. Needs `httpProxyHost`. */
      httpProxyPort: port.optional(),
      /** What checks the password for servers that name none. */
      client: primary.optional(),
    })
    .superRefine(proxied),
  { identity: { only: 'main' } },
);
