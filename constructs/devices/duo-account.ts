import { Construct } from 'constructs';
import type { SecretRef } from '../../lib/model/secret';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

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
export class DuoAccount extends Construct {
  /** API host name: what a proxy has as `api_host`. */
  readonly apiHost: string;

  constructor(scope: Construct, id: string, { integrationKey, secretKey, ...props }: DuoAccountProps) {
    super(scope, id);
    this.apiHost = props.host;
    const login = { username: integrationKey, password: secretKey };
    declare(this, { as: 'target', platform: 'duo-admin', props: { ...props, login } });
  }
}
