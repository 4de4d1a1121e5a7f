import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type SecureClientLocalPolicyProps = Props<'secure-client-local-policy'>;

/** What Cisco Secure Client may do on a machine: `AnyConnectLocalPolicy.xml` on a ClientFiles. */
export class SecureClientLocalPolicy extends DeviceObject<'secure-client-local-policy'> {
  constructor(scope: Construct, id: string, props: SecureClientLocalPolicyProps = {}) {
    super(scope, id, 'secure-client-local-policy', () => props);
  }
}
