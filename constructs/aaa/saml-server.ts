import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type SamlServerProps = Props<'saml-server'>;

/** A SAML identity provider, for example Duo Single Sign-On. FMC: single sign-on server. */
export class SamlServer extends DeviceObject<'saml-server'> {
  constructor(scope: Construct, id: string, props: SamlServerProps) {
    super(scope, id, 'saml-server', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'saml-server'> {
    return existing('saml-server', name);
  }
}
