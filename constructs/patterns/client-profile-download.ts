import { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { SecureClientProfile, type SecureClientProfileProps } from '../clients/secure-client-profile';
import type { ClientFiles } from '../devices/client-files';
import { IosXeRouter } from '../devices/ios-xe-router';
import { HttpServer } from '../management/http-server';
import { ScpServer } from '../management/scp-server';
import { AnyConnectProfile } from '../remote-access/anyconnect-profile';
import { SslPolicy } from '../remote-access/ssl-policy';
import { refused } from './router-shared';

/** A router has one of these: where the program has declared its own, that one counts. */
const has = (router: IosXeRouter, type: typeof ScpServer | typeof HttpServer): boolean =>
  router.node.findAll().some((each) => each instanceof type);

export interface ClientProfileDownloadProps {
  /** What the client reads. The file is `<id>.xml`. */
  readonly profile: Omit<SecureClientProfileProps, 'name'>;
  /** The certificate that the router shows on the port of the download. */
  readonly trustpoint: Referable<'cert-trustpoint'>;
  /** Address of the router that clients download from. */
  readonly address: string;
  /**
   * TCP port of the download: 443, or 1025 to 65535. Default: 443, and the router's own web server, which would have the
   * same port, is switched off for TLS; on another port it is left as it is.
   */
  readonly port?: number;
  /** Name of the SSL policy. Default: the id. */
  readonly sslPolicy?: string;
  /** A folder for a copy: before the first connection a client has its profile by other ways. Default: none. */
  readonly copy?: ClientFiles;
}

/**
 * A client profile on a router that AnyConnect downloads when it connects: the file in the flash, registered by its name,
 * the SSL policy that hands it out, and a copy to hand out by hand. Its scope is the router; its id is the profile's name.
 * IOS-XE: `crypto vpn anyconnect profile`, `crypto ssl policy`, `ip scp server enable`, `no ip http secure-server`.
 */
export class ClientProfileDownload extends Construct {
  /** For `clientProfile` of RemoteAccess and `anyconnectProfile` of an IkeV2Profile. */
  readonly clientProfile: Referable<'anyconnect-profile'>;

  constructor(scope: Construct, id: string, props: ClientProfileDownloadProps) {
    super(scope, id);
    const { profile, trustpoint, address, port = 443, sslPolicy = id, copy } = props;
    const router = IosXeRouter.of(scope);
    this.clientProfile = AnyConnectProfile.fromExisting(id);
    if (refused(this, router ? [] : [['', 'it stands on no router: give an IosXeRouter as its scope']]) || !router)
      return;
    if (!has(router, ScpServer)) new ScpServer(router, 'scp-server');
    const file = new SecureClientProfile(this, 'file', { ...profile, name: id });
    if (copy !== undefined) new SecureClientProfile(copy, id, profile);
    this.clientProfile = new AnyConnectProfile(this, 'registered', { name: id, file });
    new SslPolicy(this, 'ssl', { name: sslPolicy, trustpoint, address: { local: address, port } });
    if (port === 443 && !has(router, HttpServer)) new HttpServer(router, 'http-server', { secureServer: false });
  }
}
