import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type DuoProxyMainProps = Props<'duo-proxy-main'>;

/** What holds for the whole proxy. `[main]`; lines of others in it stay. */
export class DuoProxyMain extends DeviceObject<'duo-proxy-main'> {
  constructor(scope: Construct, id: string, props: DuoProxyMainProps) {
    super(scope, id, 'duo-proxy-main', () => ({ name: 'main', ...props }));
  }
}

export type DuoCloudProps = Props<'duo-cloud'>;

/** Directory sync by way of this proxy. `[cloud]`. */
export class DuoCloud extends DeviceObject<'duo-cloud'> {
  constructor(scope: Construct, id: string, props: DuoCloudProps) {
    super(scope, id, 'duo-cloud', () => props);
  }
}

export type DuoHttpProxyProps = Props<'duo-http-proxy'>;

/** Hands connections of other hosts on to Duo's service. `[http_proxy]`. */
export class DuoHttpProxy extends DeviceObject<'duo-http-proxy'> {
  constructor(scope: Construct, id: string, props: DuoHttpProxyProps) {
    super(scope, id, 'duo-http-proxy', () => props);
  }
}

export type DuoLdapServerAutoProps = Props<'duo-ldap-server-auto'>;

/** The second factor in front of a directory. `[ldap_server_auto]`. */
export class DuoLdapServerAuto extends DeviceObject<'duo-ldap-server-auto'> {
  constructor(scope: Construct, id: string, props: DuoLdapServerAutoProps) {
    super(scope, id, 'duo-ldap-server-auto', () => props);
  }
}
