import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type DuoRadiusServerAutoProps = Props<'duo-radius-server-auto'>;

/** Password, then a push without a question. `[radius_server_auto]`. */
export class DuoRadiusServerAuto extends DeviceObject<'duo-radius-server-auto'> {
  constructor(scope: Construct, id: string, props: DuoRadiusServerAutoProps) {
    super(scope, id, 'duo-radius-server-auto', () => props);
  }
}

export type DuoRadiusServerChallengeProps = Props<'duo-radius-server-challenge'>;

/** Password, then a question which factor. `[radius_server_challenge]`. */
export class DuoRadiusServerChallenge extends DeviceObject<'duo-radius-server-challenge'> {
  constructor(scope: Construct, id: string, props: DuoRadiusServerChallengeProps) {
    super(scope, id, 'duo-radius-server-challenge', () => props);
  }
}

export type DuoRadiusServerConcatProps = Props<'duo-radius-server-concat'>;

/** Password and passcode in one. `[radius_server_concat]`. */
export class DuoRadiusServerConcat extends DeviceObject<'duo-radius-server-concat'> {
  constructor(scope: Construct, id: string, props: DuoRadiusServerConcatProps) {
    super(scope, id, 'duo-radius-server-concat', () => props);
  }
}

export type DuoRadiusServerIframeProps = Props<'duo-radius-server-iframe'>;

/** Duo's prompt on the login page of the device. `[radius_server_iframe]`. */
export class DuoRadiusServerIframe extends DeviceObject<'duo-radius-server-iframe'> {
  constructor(scope: Construct, id: string, props: DuoRadiusServerIframeProps) {
    super(scope, id, 'duo-radius-server-iframe', () => props);
  }
}

export type DuoRadiusServerEapProps = Props<'duo-radius-server-eap'>;

/** Ends PEAP with a certificate of its own. `[radius_server_eap]`. */
export class DuoRadiusServerEap extends DeviceObject<'duo-radius-server-eap'> {
  constructor(scope: Construct, id: string, props: DuoRadiusServerEapProps) {
    super(scope, id, 'duo-radius-server-eap', () => props);
  }
}

export type DuoRadiusServerDuoOnlyProps = Props<'duo-radius-server-duo-only'>;

/** The second factor alone. `[radius_server_duo_only]`. */
export class DuoRadiusServerDuoOnly extends DeviceObject<'duo-radius-server-duo-only'> {
  constructor(scope: Construct, id: string, props: DuoRadiusServerDuoOnlyProps) {
    super(scope, id, 'duo-radius-server-duo-only', () => props);
  }
}
