import { existing } from '../../../core/device-object';
import { Construct } from 'constructs';
import type { Referable } from '../../../../lib/model/noun';
import { nameFor } from '../../../../lib/synth/naming';
import { placeOnDevice } from '../../../core/device';
import { declaredOn, DeviceServices } from '../../../core/services';
import { SecureClientProfile } from '../../../custom/clients/secure-client-profile';
import { IosXeRouter } from '../../../devices/ios-xe-router';
import { HttpServer } from '../../../generated/management/http-server';
import { ScpServer } from '../../../generated/management/scp-server';
import { AnyConnectProfile } from '../../../generated/remote-access/anyconnect-profile';
import { SslPolicy } from '../../../generated/remote-access/ssl-policy';
import { reportViolations } from '../../../core/checks';
import type { ClientProfileDownloadProps } from './props';
import { isMistyped } from '../../../core/typed-props';

/** A router has one of these: where the program has declared its own, that one counts. */
const has = (router: IosXeRouter, kind: 'scp-server' | 'http-server'): boolean => declaredOn(router, kind).length > 0;

/**
 * A client profile on a router that AnyConnect downloads when it connects: the file in the flash, registered by its name,
 * the SSL policy that hands it out, and a copy to hand out by hand. Its scope is the router; its id is the profile's name.
 * IOS-XE: `crypto vpn anyconnect profile`, `crypto ssl policy`, `ip scp server enable`, `no ip http secure-server`.
 */
export class ClientProfileDownload extends Construct {
  /** For `clientProfile` of RemoteAccess and `anyconnectProfile` of an IkeV2Profile. */
  readonly clientProfile: Referable<'anyconnect-profile'>;
  /** The policy that hands the file out, to override it; undefined where the props have a problem. */
  readonly sslPolicy?: SslPolicy;

  constructor(scope: Construct, id: string, props: ClientProfileDownloadProps) {
    super(scope, id);
    this.clientProfile = existing('anyconnect-profile', nameFor(this));
    if (isMistyped(this, 'ClientProfileDownload', props)) return;
    placeOnDevice(this, props.device);
    const name = nameFor(this);
    const { profile, trustpoint, address, port = 443, sslPolicy = name, copy } = props;
    const router = IosXeRouter.of(this);
    this.clientProfile = existing('anyconnect-profile', name);
    if (
      reportViolations(this, router ? [] : [['', 'it is not on a router: give an IosXeRouter as its scope']]) ||
      !router
    )
      return;
    if (!has(router, 'scp-server')) new ScpServer(DeviceServices.of(router), 'scp-server', { name: 'scp-server' });
    const file = new SecureClientProfile(this, 'file', { ...profile, name });
    if (copy !== undefined) new SecureClientProfile(this, 'copy', { ...profile, name, device: copy });
    this.clientProfile = new AnyConnectProfile(this, 'registered', { name, file });
    this.sslPolicy = new SslPolicy(this, 'ssl', { name: sslPolicy, trustpoint, address: { local: address, port } });
    if (port === 443 && !has(router, 'http-server'))
      new HttpServer(DeviceServices.of(router), 'http-server', { secureServer: false });
  }
}
