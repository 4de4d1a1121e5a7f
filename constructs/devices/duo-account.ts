import type { Construct, IConstruct } from 'constructs';
import type { SecretRef } from '../../lib/model/secret';
import type { TargetProps } from '../../lib/model/targets';
import { deviceTypeOf, lineage } from '../../lib/synth/placement';
import { TargetDevice } from '../core/device';
import { objectOf } from '../core/given';

export type DuoAccountProps = Omit<TargetProps<'duo-admin'>, 'login'> & {
  /** Integration key of the Admin API application: text, or a `Secret`. */
  readonly integrationKey: string | SecretRef;
  /** Secret key of the Admin API application. */
  readonly secretKey: SecretRef;
};

/**
 * A Duo account, reached over the Admin API at its API host name (`api-XXXXXXXX.duosecurity.com`). The Admin API
 * application needs the rights to read and write applications and resources. The scope of its applications, users, phones
 * and groups.
 */
export class DuoAccount extends TargetDevice<'duo-admin'> {
  /** API host name: what a proxy has as `api_host`. */
  readonly apiHost: string;

  constructor(scope: Construct, id: string, given: DuoAccountProps) {
    const { integrationKey, secretKey, ...props } = objectOf(given);
    super(scope, id, 'duo-admin', { ...props, login: { username: integrationKey, password: secretKey } });
    this.apiHost = props.host;
  }

  /** Whether a value is a Duo account, from whichever copy of this package. */
  static isDuoAccount(value: unknown): value is DuoAccount {
    return deviceTypeOf(value) === 'duo-admin';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): DuoAccount | undefined {
    return lineage(construct).find(DuoAccount.isDuoAccount);
  }
}
