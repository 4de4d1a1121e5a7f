// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IDuoProxyMain } from '../references';

/** Props of `DuoProxyMain`. */
export interface DuoProxyMainProps extends Placed {
  /**
   * Log more, also passwords that arrive in clear.
   * Duo Authentication Proxy: `debug`.
   * @default false
   */
  readonly debug?: boolean;
  /**
   * A file of certificate authorities for Duo's service.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `http_ca_certs_file`.
   * @default those that come with the proxy
   */
  readonly httpCaCertsFile?: string;
  /**
   * Write a file of logins in JSON beside the log.
   * Duo Authentication Proxy: `log_auth_events`.
   * @default false
   */
  readonly logAuthEvents?: boolean;
  /**
   * Write a file of single sign-on logins in JSON.
   * Duo Authentication Proxy: `log_sso_events`.
   * @default false
   */
  readonly logSsoEvents?: boolean;
  /**
   * Log to a file.
   * Duo Authentication Proxy: `log_file`.
   * @default true
   */
  readonly logFile?: boolean;
  /**
   * Log to standard output.
   * Duo Authentication Proxy: `log_stdout`.
   * @default false
   */
  readonly logStdout?: boolean;
  /**
   * Log to syslog.
   * Duo Authentication Proxy: `log_syslog`.
   * @default false
   */
  readonly logSyslog?: boolean;
  /**
   * Facility for syslog.
   * Allowed: at most 32 characters.
   * Duo Authentication Proxy: `syslog_facility`.
   * @default LOG_USER
   */
  readonly syslogFacility?: string;
  /**
   * Directory of the log.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `log_dir`.
   * @default log, below the installation
   */
  readonly logDirectory?: string;
  /**
   * Files of the log that are kept.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `log_max_files`.
   * @default 6
   */
  readonly logMaxFiles?: number;
  /**
   * Bytes of one file of the log.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `log_max_size`.
   * @default 10485760
   */
  readonly logMaxSize?: number;
  /**
   * Try the ways to Duo and to the directory at every start.
   * Duo Authentication Proxy: `test_connectivity_on_startup`.
   * @default true
   */
  readonly testConnectivityOnStartup?: boolean;
  /**
   * Only algorithms that FIPS 140 allows.
   * Duo Authentication Proxy: `fips_mode`.
   * @default false
   */
  readonly fipsMode?: boolean;
  /**
   * Address on which all servers listen that name none.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * Duo Authentication Proxy: `interface`.
   * @default all
   */
  readonly interface?: string;
  /**
   * HTTP proxy on the way to Duo's service, for all servers.
   * Allowed: at most 253 characters.
   * Duo Authentication Proxy: `http_proxy_host`.
   */
  readonly httpProxyHost?: string;
  /**
   * Port of the HTTP proxy. Needs `httpProxyHost`.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `http_proxy_port`.
   * @default 80
   */
  readonly httpProxyPort?: number;
  /**
   * What checks the password for servers that name none.
   * Allowed: the DuoRadiusClient, DuoAdClient or DuoOnlyClient construct.
   * Duo Authentication Proxy: `client`.
   */
  readonly client?: Reference<'duo-radius-client'> | Reference<'duo-ad-client'> | Reference<'duo-only-client'>;
}

/**
 * What holds for the whole Duo proxy: logs, ways out, startup.
 * Duo Authentication Proxy: `[main]`; other lines of the section are left alone.
 */
export class DuoProxyMain extends DeviceObject<'duo-proxy-main', DuoProxyMainProps> implements IDuoProxyMain {
  constructor(scope: Construct, id: string, props: DuoProxyMainProps = {}) {
    super(scope, id, 'duo-proxy-main', () => props);
  }
}
