import type { z } from 'zod';
import type { Referable } from '../../../../lib/model/noun';
import type { authorizationAttributes } from '../../../../lib/model/shared/authorization-attributes';
import type { ClientFiles } from '../../../devices/client-files';
import type { IosXeRouter } from '../../../devices/ios-xe-router';
import type { AaaServerGroup } from '../../../generated/aaa/aaa-server-group';
import type { SecureClientProfileProps } from '../../../generated/clients/secure-client-profile';
import type { CryptoSuite } from '../../shared/crypto-suite';
import type { RouterVpnNames } from '../../shared/props';
import type { ClientAuthentication, ClientMatch } from '../authentication';
import type { ClientAuthorization } from '../authorization';

export interface FlexVpnRemoteAccessProps {
  /** The router, where the scope is neither it nor on it: inside a composite. Default: the router of the scope. */
  readonly device?: IosXeRouter;
  /** What protects the VPN. Its `pfs` is not written: clients do not ask for it, and could not renew their keys. */
  readonly suite: CryptoSuite;
  /** Name of the trustpoint whose certificate the router shows: declared before, or there already. */
  readonly trustpoint: string;
  /** How users prove who they are. */
  readonly authentication: ClientAuthentication;
  /** Which users this is for. */
  readonly match: ClientMatch;
  /** Who says what a user may have. With EAP it may be left out: then what the server said with the password counts. */
  readonly authorization?: ClientAuthorization;
  /** Servers that are told of sessions. Needed where a RADIUS server gives addresses. Default: none. */
  readonly accounting?: AaaServerGroup;
  /** What users connect with. AnyConnect needs `no crypto ikev2 http-url cert`, which is written. Default: AnyConnect. */
  readonly software?: readonly ('anyconnect' | 'windows')[];
  /** The router's address in the tunnels, on a loopback interface of its own: `10.0.1.1/32`. */
  readonly gateway?: string;
  /** The loopback interface of `gateway`. Default: `Loopback1`. */
  readonly loopback?: string;
  /** An interface that is there, whose address the tunnels borrow, instead of `gateway`: `GigabitEthernet0/0`. */
  readonly unnumbered?: string;
  /** What the tunnels of users are cloned from. Default: `Virtual-Template1`. */
  readonly template?: string;
  /** The client chooses between GRE and IPsec, IPv4 and IPv6. Default: IPv4 in IPsec. */
  readonly autoMode?: true;
  /** Sessions survive a change of the client's network: true, or with seconds that they wait (600 to 86400). Default: false. */
  readonly reconnect?: true | { readonly timeout: number };
  /** Dead peer detection. Default: every 60 s when there is traffic, again after 2 s. */
  readonly dpd?: { readonly interval: number; readonly retry: number; readonly mode: 'on-demand' | 'periodic' };
  /** Who the router says it is. Default: the subject of its certificate. */
  readonly identity?: { readonly type: 'dn' } | { readonly type: 'fqdn'; readonly fqdn: string };
  /** The client profile that AnyConnect downloads. */
  readonly anyconnectProfile?: Referable<'anyconnect-profile'>;
  /** Names on the device. Default: the id of the VPN. */
  readonly names?: RouterVpnNames;
}

export interface ClientProfileDownloadProps {
  /** The router, where the scope is neither it nor on it: inside a composite. Default: the router of the scope. */
  readonly device?: IosXeRouter;
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

/** What users or a group are given, in the words of RadiusAuthorization. */
export type LocalAuthorizationProps = z.input<typeof authorizationAttributes> & {
  /** The router, where the scope is neither it nor on it: inside a composite. Default: the router of the scope. */
  readonly device?: IosXeRouter;
};
