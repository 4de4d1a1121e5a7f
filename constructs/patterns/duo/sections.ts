import type { Construct } from 'constructs';
import { DevicePart } from '../../core/device';
import { DeviceServices } from '../../core/services';
import type { DuoProxyHost } from '../../devices/duo-proxy-host';
import { DuoAdClient } from '../../generated/duo/duo-ad-client';
import { DuoOnlyClient } from '../../generated/duo/duo-only-client';
import { DuoRadiusClient } from '../../generated/duo/duo-radius-client';
import { DuoRadiusServerAuto, type DuoRadiusServerAutoProps } from '../../generated/duo/duo-radius-server-auto';
import { DuoRadiusServerDuoOnly } from '../../generated/duo/duo-radius-server-duo-only';
import type { PrimaryAuthenticator } from './props';

/** The sections of a proxy in the file of one host. */
export class DuoSections extends DevicePart {
  /** What asks the primary authenticator. */
  readonly client: DuoRadiusClient | DuoAdClient | DuoOnlyClient;
  /** What answers devices. */
  readonly server: DuoRadiusServerAuto | DuoRadiusServerDuoOnly;

  constructor(
    scope: Construct,
    id: string,
    host: DuoProxyHost,
    primary: PrimaryAuthenticator,
    server: Omit<DuoRadiusServerAutoProps, 'client' | 'name'>,
  ) {
    super(scope, id, host);
    // The number is the next that is free in the file.
    const proxies = DeviceServices.of(host).state('proxies', () => ({ count: 0 }));
    const n = ++proxies.count;
    const named = (type: string): string => (n === 1 ? type : `${type}${n}`);
    if (primary.by === 'duo-only') {
      this.client = new DuoOnlyClient(this, 'client', { name: named('duo_only_client') });
      this.server = new DuoRadiusServerDuoOnly(this, 'server', { ...server, name: named('radius_server_duo_only') });
      return;
    }
    const client = clientOf(this, primary, named);
    const attributes = primary.by === 'radius' ? handedOn(primary.attributes) : {};
    this.client = client;
    this.server = new DuoRadiusServerAuto(this, 'server', {
      ...server,
      ...attributes,
      name: named('radius_server_auto'),
      client,
    });
  }
}

const handedOn = (attributes: 'all' | readonly string[] | undefined) => {
  if (attributes === undefined) return {};
  return attributes === 'all' ? { passThroughAll: true } : { passThroughAttributes: [...attributes] };
};

const clientOf = (
  at: Construct,
  primary: Exclude<PrimaryAuthenticator, { readonly by: 'duo-only' }>,
  named: (type: string) => string,
): DuoRadiusClient | DuoAdClient => {
  if (primary.by === 'directory') return new DuoAdClient(at, 'client', { ...primary.props, name: named('ad_client') });
  const hosts = primary.hosts.map((host) => (typeof host === 'string' ? { address: host } : host));
  return new DuoRadiusClient(at, 'client', { name: named('radius_client'), hosts, secret: primary.secret });
};
